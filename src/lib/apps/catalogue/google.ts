import { complex, flag, text, values } from '#lib/scim/schema/define';
import { addresses, name } from '#lib/scim/schema/user';
import type { AppDefinition, Check } from '../definition';
import { conflict } from '../refuse';
import { changed, isTaken, keepInstead, requireDomain, requireTexts } from './checks';
import { textAt } from './text-at';
import { authorizeButton, everyOperation, OWN_API, ownGroups, ownUsers, pick, row, standardGroup } from './standard';

const requires = ['name.givenName', 'name.familyName'];

/** verified domains only, no personal account of that address, nobody is ever deleted. */
const check: Check = (change, around) => {
	if (change.type !== 'User') return undefined;
	const kept = keepInstead(change, { suspended: true });
	if (kept) return kept;
	requireTexts(change, requires);
	requireDomain(change, around, 'primaryEmail');
	const address = textAt(change.data, 'primaryEmail');
	if (changed(change, 'primaryEmail') && isTaken(around.settings, address)) {
		throw conflict('primaryEmail', `${address} is the address of a personal account; it must be transferred first`);
	}
	return undefined;
};

const work = (part: string) => `organizations[type eq "work"].${part}`;
const address = (part: string) => `addresses[type eq "work"].${part}`;

/** */
export const google: AppDefinition = {
	id: 'google',
	name: 'Google Workspace',
	host: 'https://www.googleapis.com/admin/directory/scim/v2',
	connector: 'galleryOwnApi',
	note: OWN_API,
	credentials: authorizeButton,
	types: [
		ownUsers('google', [
			text('primaryEmail', '', { required: true, uniqueness: 'server' }),
			flag('suspended', ''),
			name,
			complex('organizations', '', [text('type', ''), text('title', ''), text('department', ''), flag('primary', '')], {
				multiValued: true
			}),
			values('phones', '', ['work', 'mobile']),
			addresses,
			values('relations', '', ['manager']),
			text('OrgUnitPath', ''),
			flag('changePasswordAtNextLogin', '')
		]),
		ownGroups('google', 'email', [text('name', ''), text('description', '')])
	],
	requires: () => requires,
	mappings: {
		User: [
			row('[userPrincipalName]', 'primaryEmail', { match: 1 }),
			row('Switch([IsSoftDeleted], , "False", "False", "True", "True")', 'suspended'),
			row('[givenName]', 'name.givenName'),
			row('[surname]', 'name.familyName'),
			row('[jobTitle]', work('title')),
			row('[department]', work('department')),
			row('[manager]', 'relations[type eq "manager"].value', { reference: true }),
			row('[telephoneNumber]', 'phones[type eq "work"].value'),
			row('[mobile]', 'phones[type eq "mobile"].value'),
			row('[streetAddress]', address('streetAddress')),
			row('[city]', address('locality')),
			row('[postalCode]', address('postalCode')),
			row('[country]', address('country')),
			row('', 'OrgUnitPath', { defaultValue: '/', off: true }),
			row('', 'changePasswordAtNextLogin', { defaultValue: 'True', off: true })
		],
		Group: [
			row('[mail]', 'email', { match: 1 }),
			row('[displayName]', 'name'),
			row('[description]', 'description'),
			...pick(standardGroup, 'members')
		]
	},
	matching: ['primaryEmail'],
	operations: { ...everyOperation, disable: 'suspend', delete: false, onDemandWhileRunning: false },
	settings: { domains: { 'contoso.com': true, 'fabrikam.com': true } },
	userName: 'primaryEmail',
	namesElsewhere: true,
	isActive: ({ data }) => data.suspended !== true,
	check
};
