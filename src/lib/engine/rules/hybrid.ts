import { assumed, entry as entryOf, type RuleEntry } from './types';

const PLAN = 'app-provisioning/plan-cloud-hr-provision';
const WD_IN = 'saas-apps/workday-inbound-tutorial';
const SCHEDULER = 'hybrid/connect/how-to-connect-sync-feature-scheduler';
const EXISTING = 'hybrid/connect/how-to-connect-install-existing-tenant';
const ERRORS = 'hybrid/connect/tshoot-connect-sync-errors';
const RESILIENCY = 'hybrid/connect/how-to-connect-syncservice-duplicate-attribute-resiliency';
const UPN = 'hybrid/connect/plan-connect-userprincipalname';
const DELETES = 'hybrid/connect/how-to-connect-sync-feature-prevent-accidental-deletes';
const ATTRIBUTES = 'hybrid/connect/reference-connect-sync-attributes-synchronized';
const RIGHTS = 'app-provisioning/insufficient-access-rights-error-troubleshooting';
const UPDATES = 'app-provisioning/hr-user-update-issues';

const entry = (id: string, source: string, status: RuleEntry['status'], test: string, claim: string) =>
	entryOf(id, claim, source, status, test);

/** On-premises Active Directory and Microsoft Entra Connect. */
export const hybridRules: readonly RuleEntry[] = [
	entry(
		'H-093',
		SCHEDULER,
		'assumed',
		'H-093: creates a user in the run that starts after the account was written',
		'A new account is in the tenant after the next Connect cycle that starts after it was written.'
	),
	entry(
		'H-103',
		'Active Directory schema',
		'modelled',
		'H-103: keeps the user when the account moves, because the anchor is its objectGUID',
		'The objectGUID survives a move, so the anchor and the user stay.'
	),
	entry(
		'H-104',
		DELETES,
		'modelled',
		'H-104, H-303: soft-deletes who is left out, with the next full cycle only, and restores who comes back',
		'An account that leaves Connect’s filter is soft-deleted in the tenant.'
	),
	entry(
		'H-106',
		UPDATES,
		'modelled',
		'H-106: an empty text',
		'Active Directory rejects an empty text with InvalidAttributeSyntax-LdapErr.'
	),
	entry(
		'H-200',
		PLAN,
		'modelled',
		'H-200: an account without a name',
		'cn, UPN, first and last name are needed at creation.'
	),
	entry(
		'H-201',
		PLAN,
		'modelled',
		'H-201: accents and other scripts in a UPN',
		'A UPN holds letters, digits and a few signs; accents are invalid.'
	),
	entry(
		'H-202',
		WD_IN,
		'modelled',
		'H-202, H-203: a value that is longer than the schema allows',
		'A company or cn longer than 64 characters fails with a ConstraintViolation.'
	),
	entry(
		'H-203',
		'Active Directory schema',
		'modelled',
		'H-202, H-203: a value that is longer than the schema allows',
		'The schema’s other upper limits hold as well.'
	),
	entry(
		'H-204',
		WD_IN,
		'modelled',
		'H-204, H-206: account names and booleans that the schema does not know',
		'An account name has no reserved signs and no final dot.'
	),
	entry(
		'H-205',
		'Active Directory schema',
		'modelled',
		'H-205, H-207: a name that is taken, and a unit that does not exist',
		'Two objects with one cn in one unit cannot exist.'
	),
	entry(
		'H-206',
		'app-provisioning/workday-expression-mapping-functions-guide',
		'modelled',
		'H-204, H-206: account names and booleans that the schema does not know',
		'Boolean attributes take TRUE or FALSE in upper case.'
	),
	entry(
		'H-207',
		WD_IN,
		'modelled',
		'H-205, H-207: a name that is taken, and a unit that does not exist',
		'A unit that does not exist fails with No superior reference.'
	),
	entry(
		'H-282',
		RIGHTS,
		'modelled',
		'H-282: a right on a protected object lasts until the next full hour',
		'Rights granted on a protected user are reset every 60 minutes; here on the hour.'
	),
	entry(
		'H-300',
		SCHEDULER,
		'modelled',
		'H-300: runs every thirty minutes and has nothing to do where nothing changed',
		'Connect runs every 30 minutes.'
	),
	entry(
		'H-301',
		SCHEDULER,
		'modelled',
		'H-301: carries a change of Active Directory into the tenant, and no other attribute',
		'A delta cycle imports what changed and exports it.'
	),
	entry(
		'H-303',
		SCHEDULER,
		'modelled',
		'H-104, H-303: soft-deletes who is left out, with the next full cycle only, and restores who comes back',
		'A changed filter takes effect with a full cycle only.'
	),
	entry(
		'H-304',
		SCHEDULER,
		'modelled',
		'H-304: in staging mode imports and exports nothing, and forgets nothing',
		'Staging mode never exports.'
	),
	entry(
		'H-306',
		ATTRIBUTES,
		'modelled',
		'H-306: is what the sample company was synchronized with',
		'Connect carries a fixed list of attributes by default.'
	),
	entry(
		'H-310',
		EXISTING,
		'modelled',
		'H-310: is matched by its anchor first, then by name, and created otherwise',
		'Only an account that is new to Connect is matched: by anchor, then by user name or primary address.'
	),
	entry(
		'H-311',
		EXISTING,
		'modelled',
		'H-311: takes a cloud user over by its name',
		'A matched cloud user becomes an on-premises one; values that Active Directory has overwrite the tenant’s.'
	),
	entry(
		'H-312',
		EXISTING,
		'modelled',
		'H-312: never takes over an administrator',
		'A user with an administrator role is never matched.'
	),
	entry(
		'H-313',
		ERRORS,
		'modelled',
		'H-313, H-314: fails where the user belongs to another account, or matching is blocked',
		'A match with a user of another anchor fails with InvalidSoftMatch.'
	),
	entry(
		'H-314',
		ERRORS,
		'modelled',
		'H-313, H-314: fails where the user belongs to another account, or matching is blocked',
		'Soft and hard matching can be blocked for the whole tenant.'
	),
	entry(
		'H-316',
		RESILIENCY,
		'modelled',
		'H-316: replaces a name that is taken, puts an address aside, and says so in a mail',
		'A taken name is replaced, a taken address put aside, a mail is sent, and an hourly look gives back what has become free.'
	),
	entry(
		'H-317',
		UPN,
		'modelled',
		'H-317: gives the initial domain to a name whose suffix the tenant does not know',
		'An unverified suffix becomes the initial domain.'
	),
	entry(
		'H-318',
		UPN,
		'modelled',
		'H-318: names an account by the first address that it has',
		'The alias is the first that is present: alias, primary address, mail, user name, secondary address.'
	),
	entry(
		'H-320',
		DELETES,
		'modelled',
		'H-320: an export that stops exports nothing at all, and makes up for it once the threshold allows it',
		'More than 500 staged deletions stop the export before its first object, with event 116 and a mail.'
	),
	entry(
		'H-324',
		EXISTING,
		'modelled',
		'H-324: what Active Directory masters is not edited in the cloud',
		'Attributes mastered on-premises cannot be edited in the cloud.'
	),
	assumed(
		'H-460',
		'Connect tries an export that failed again in each run, whether or not the account has changed since; the run counts it as an error each time.',
		'H-460: tries again in each run what failed, with no change of the account, until the tenant takes it'
	),
	assumed(
		'H-461',
		'A user who is synchronized from Active Directory cannot be deleted in the portal while the account is there: the account is deleted in Active Directory. Administrators report it of the portals; no page says it.',
		'H-461: a user whom Active Directory masters is not deleted in the tenant, until the account is gone'
	),
	assumed(
		'H-464',
		'A user in the recycle bin has given up the user name and the addresses: whoever is new takes them, from Active Directory and from HR alike.',
		'H-464: who was deleted stands in nobody’s way, and does not get back what somebody else has by now'
	)
];
