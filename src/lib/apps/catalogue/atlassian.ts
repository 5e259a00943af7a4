import type { AppDefinition, Check } from '../definition';
import { conflict } from '../refuse';
import { accepts, typed } from './checks';
import { textAt } from './text-at';
import {
	everyOperation,
	pick,
	row,
	scimGroups,
	scimUsers,
	standardGroup,
	standardUser,
	tokenCredentials
} from './standard';

/** silent where the vendor is silent. */
const check: Check = (change, { settings }) => {
	const { op, type, before, data } = change;
	if (op === 'delete') return undefined;
	if (type === 'Group') {
		const local = (settings.localGroups ?? []) as readonly string[];
		const name = textAt(data, 'displayName');
		if (op === 'create' && local.includes(name)) {
			throw conflict('displayName', `A local group is called ${name}; an administrator must resolve the conflict`);
		}
		return before ? { data: { ...data, displayName: before.data.displayName ?? name } } : undefined;
	}
	const outside = before && !accepts(settings, typed(before.data, 'emails'));
	return outside ? { data: before.data } : undefined;
};

/** */
export const atlassian: AppDefinition = {
	id: 'atlassian',
	name: 'Atlassian Cloud',
	host: 'https://api.atlassian.com/scim/directory/contoso',
	connector: 'gallery',
	credentials: tokenCredentials,
	types: [scimUsers(), scimGroups],
	mappings: {
		User: [
			row('[mail]', 'emails[type eq "work"].value', { match: 1 }),
			row('[userPrincipalName]', 'userName'),
			...pick(standardUser, 'active', 'name.givenName', 'name.familyName')
		],
		// a new name is not carried over.
		Group: [
			row('[displayName]', 'displayName', { match: 1, onlyOnCreate: true }),
			...pick(standardGroup, 'externalId', 'members')
		]
	},
	operations: { ...everyOperation, groupRename: false },
	quirks: { groupNames: 'unique' },
	settings: { domains: { 'contoso.com': true, 'fabrikam.com': true } },
	userName: 'userName',
	check
};
