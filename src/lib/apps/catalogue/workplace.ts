import type { AppDefinition, AppSettings, Check } from '../definition';
import { missing, refuse } from '../refuse';
import { accepts, keepInstead, requireTexts, typed } from './checks';
import { authorizeButton, everyOperation, pick, scimUsers, standardUser } from './standard';

const email = 'emails[type eq "work"].value';
const requires = ({ emailless }: AppSettings) => (emailless === true ? [] : [email]);
const noEmail = () => missing(email, 'ERROR: Missing Email field: You must provide an email');

/** */
const check: Check = (change, { settings }) => {
	const kept = keepInstead(change, { active: false });
	if (kept) return kept;
	const address = typed(change.data, 'emails');
	requireTexts(change, requires(settings), noEmail);
	if (address && (!change.before || address !== typed(change.before.data, 'emails')) && !accepts(settings, address)) {
		throw refuse(400, '1789003: The domain of the e-mail address is not verified', {
			code: 'InvalidDomain',
			attribute: email,
			value: address
		});
	}
	return undefined;
};

/** */
export const workplace: AppDefinition = {
	id: 'workplace',
	name: 'Workplace (legacy)',
	host: 'https://scim.workplace.com/',
	connector: 'gallery',
	note: 'The product is discontinued.',
	credentials: authorizeButton,
	types: [scimUsers()],
	requires,
	mappings: { User: pick(standardUser, ...standardUser.filter((r) => !r.off).map((r) => r.target)) },
	operations: { ...everyOperation, delete: false, groups: false, groupRename: false, onDemandWhileRunning: false },
	settings: { domains: { 'contoso.com': true, 'fabrikam.com': true } },
	userName: 'userName',
	check
};
