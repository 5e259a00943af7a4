import { userSchema } from '#lib/scim/schema/user';
import type { AppDefinition, Check } from '../definition';
import { conflict, refuse } from '../refuse';
import { textAt } from './text-at';
import {
	everyOperation,
	FULL_NAME,
	pick,
	requiring,
	row,
	scimGroups,
	scimUsers,
	standardGroup,
	standardUser,
	tokenCredentials
} from './standard';

/** */
const SHORTCODE = 'ctso';

/** the part before the @, without the #EXT# part of a guest; what is no letter or digit becomes a dash. */
export function loginOf(userName: string, shortcode: string): string {
	const local = (userName.split('#EXT#')[0] as string).split('@')[0] as string;
	return `${local.replace(/[^A-Za-z0-9]/g, '-')}_${shortcode}`;
}

const invalid = (userName: string, message: string) =>
	refuse(400, message, {
		code: 'UnprocessableEntity',
		attribute: 'userName',
		value: userName,
		scimType: 'invalidValue'
	});

/** the login is derived from userName, must be well formed, short enough and free. */
const check: Check = ({ type, op, data, before, aside }, around) => {
	if (type !== 'User' || op === 'delete') return undefined;
	const userName = textAt(data, 'userName');
	const login = loginOf(userName, String(around.settings.shortcode ?? SHORTCODE));
	if (login === before?.aside?.login) return undefined;
	if (/^-|-_|--/.test(login))
		throw invalid(userName, `The login ${login} begins or ends with a dash or has two in a row`);
	if (login.length > 39) throw invalid(userName, `The login ${login} is longer than 39 characters`);
	if (around.find('User', 'aside.login', login).some((other) => other.id !== before?.id)) {
		throw conflict('userName', `The login ${login} is already in use`);
	}
	return { aside: { ...aside, login } };
};

/** */
export const github: AppDefinition = {
	id: 'github',
	name: 'GitHub Enterprise Managed User',
	host: 'https://api.github.com/scim/v2/enterprises/contoso',
	connector: 'gallery',
	credentials: tokenCredentials,
	types: [scimUsers(requiring(userSchema, 'userName')), scimGroups],
	mappings: {
		User: [
			row('[objectId]', 'externalId', { match: 1 }),
			row('[userPrincipalName]', 'userName'),
			...pick(
				standardUser,
				'active',
				'displayName',
				'name.givenName',
				'name.familyName',
				'emails[type eq "work"].value'
			),
			row(FULL_NAME, 'name.formatted'),
			row('SingleAppRoleAssignment([appRoleAssignments])', 'roles[primary eq "True"].value')
		],
		Group: [
			row('[objectId]', 'externalId', { match: 1 }),
			row('[displayName]', 'displayName'),
			...pick(standardGroup, 'members')
		]
	},
	matching: ['externalId'],
	filterable: { User: ['externalId', 'userName'], Group: ['externalId', 'displayName', 'members'] },
	roles: ['User', 'Guest Collaborator', 'Enterprise Owner', 'Billing Manager'],
	operations: { ...everyOperation, disable: 'suspend' },
	userName: 'userName',
	asideIndexes: ['login'],
	check
};
