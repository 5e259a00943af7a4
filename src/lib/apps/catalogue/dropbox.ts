import type { JsonObject } from '#lib/scim/types';
import type { AppDefinition, Check, Verdict } from '../definition';
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

/** how long a suspended member stays in the team. */
const MONTH = 30 * 86_400_000;

/** a new member is invited; suspending one who has not accepted removes the account. */
const check: Check = (change, around) => {
	if (change.type !== 'User' || change.op === 'delete') return undefined;
	const { op, data, aside } = change;
	if (op === 'create') {
		requireSeat(change, around, true, false);
		return becomes('invited');
	}
	const isSuspended = aside?.status === 'suspended';
	if (data.active !== false) return isSuspended ? becomes('active') : undefined;
	if (aside?.status === 'invited') return { instead: 'remove' };
	return isSuspended ? undefined : becomes('suspended', { removeAt: around.now + MONTH });
};

const becomes = (status: string, more?: JsonObject): Verdict => ({ aside: { status, ...more } });

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
	operations: { ...everyOperation, disable: 'suspend', onDemandWhileRunning: false },
	quirks: { groupNames: 'unique' },
	userName: 'userName',
	countsSeats: true,
	// active, invited and suspended members all count.
	takesSeat: () => true,
	check
};
