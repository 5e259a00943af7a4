import type { AppDefinition, Check } from '../definition';
import { requireSeat } from './checks';
import {
	authorizeButton,
	everyOperation,
	pick,
	row,
	scimGroups,
	scimUsers,
	standardGroup,
	standardUser
} from './standard';

/** a new member is invited; suspending one who has not accepted removes the account. */
const check: Check = (change, around) => {
	if (change.type !== 'User' || change.op === 'delete') return undefined;
	const { op, data, aside } = change;
	if (op === 'create') {
		requireSeat(change, around, true, false);
		return { aside: { status: 'invited' } };
	}
	if (data.active !== false)
		return aside?.status === 'suspended' ? { aside: { ...aside, status: 'active' } } : undefined;
	if (aside?.status === 'invited') return { instead: 'remove' };
	return aside?.status === 'suspended' ? undefined : { aside: { ...aside, status: 'suspended', since: around.now } };
};

/** */
export const dropbox: AppDefinition = {
	id: 'dropbox',
	name: 'Dropbox Business',
	host: 'https://www.dropbox.com/scim/v2',
	connector: 'gallery',
	credentials: authorizeButton,
	types: [scimUsers(), scimGroups],
	mappings: {
		User: [
			...pick(standardUser, 'userName', 'active', 'emails[type eq "work"].value', 'name.givenName', 'name.familyName'),
			row('[objectId]', 'externalId')
		],
		Group: pick(standardGroup, 'displayName', 'members')
	},
	/** */
	roles: ['User'],
	operations: { ...everyOperation, disable: 'suspend' },
	quirks: { groupNames: 'unique' },
	userName: 'userName',
	countsSeats: true,
	// active, invited and suspended members all count.
	takesSeat: () => true,
	check,
	rules: ['A-180', 'A-181', 'A-182', 'A-184']
};
