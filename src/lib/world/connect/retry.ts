import type { Json, Seq, Slot } from '#lib/engine/base';
import type { Attributes } from '#lib/engine/source';
import { flowing } from '#lib/tenant/connect/flow';
import { errorsName } from '#lib/tenant/connect/put-aside';
import { changeUser, setTimer } from '../directory/change';
import type { Simulation } from '../simulation';
import { resolveConflicts } from './conflicts';
import { accountOfUser } from './twin';

/** H-316: how often the tenant tries again to give an account what somebody else had. */
export const retryMs = 3_600_000;

/** Remembers what was put aside, and looks again in an hour. */
export function withErrors(
	sim: Simulation,
	attrs: Attributes,
	user: Slot,
	conflict: string | null,
	cause: Seq
): Attributes {
	if (conflict === null) return attrs;
	if (!attrs[errorsName]) setTimer(sim, 'connect.retry', user, retryMs, cause);
	return { ...attrs, [errorsName]: [conflict] };
}

/** Gives the user what is free by now; what is still taken is looked at again in an hour. */
export function retryConflicts(sim: Simulation, slot: Slot, cause: Seq): void {
	const user = sim.tables.users.get(slot);
	const account = user && user.softDeletedAt === null ? accountOfUser(sim, user) : null;
	if (!user || !account || !user.attrs[errorsName]) return;
	const changed = new Set(['userPrincipalName', 'proxyAddresses']);
	const wanted = flowing(account.attrs, changed) as { [name: string]: Json };
	const { values, conflict } = resolveConflicts(
		sim,
		{ ...wanted, mailNickname: user.attrs.mailNickname ?? null },
		slot
	);
	// A replaced name stays the one it got until its own is free.
	const name = conflict?.includes('userPrincipalName') ? user.attrs.userPrincipalName : values.userPrincipalName;
	const after: Attributes = {
		...user.attrs,
		userPrincipalName: name ?? null,
		proxyAddresses: values.proxyAddresses ?? [],
		[errorsName]: conflict === null ? null : [conflict]
	};
	if (conflict !== null) setTimer(sim, 'connect.retry', slot, retryMs, cause);
	if (JSON.stringify(after) === JSON.stringify(user.attrs)) return;
	changeUser(sim, { ...user, attrs: after }, 'duplicate attributes', 'H-316', cause);
}
