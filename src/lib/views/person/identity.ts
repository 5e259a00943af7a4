import type { Slot } from '#lib/engine/base';
import { anchorOf } from '#lib/tenant/entra/anchor';
import type { World } from '#lib/world';

/** Where one person stands in the systems: a place in each table, null where there is none. */
export interface Identity {
	readonly users: Slot;
	readonly adUsers: Slot | null;
	readonly workers: Slot | null;
}

/** From the user to the account that Connect feeds it from (H-309), and from there to the worker it was made of. */
export function identityOf(world: World, user: Slot): Identity {
	const { tables } = world;
	const attrs = tables.users.get(user)?.attrs;
	const anchor = attrs?.immutableId;
	let adUsers: Slot | null = null;
	if (typeof anchor === 'string')
		for (const account of tables.adUsers.all()) if (anchorOf(account) === anchor) adUsers = account.slot;
	const employee = attrs?.employeeId;
	const workers = typeof employee === 'string' ? (tables.workersById.first(employee.toLowerCase()) ?? null) : null;
	return { users: user, adUsers, workers };
}
