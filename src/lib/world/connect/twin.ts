import type { UserRow } from '#lib/engine/source';
import { anchorOf, objectGUIDOf } from '#lib/tenant/entra/anchor';
import type { Simulation } from '../simulation';
import type { AdRow } from '../tables/hybrid';

/** The account of Active Directory that a synchronized user stands for (H-309). */
export function accountOfUser({ tables }: Pick<Simulation, 'tables'>, user: UserRow): AdRow | null {
	const { immutableId } = user.attrs;
	if (typeof immutableId !== 'string') return null;
	// People of the sample company stand in the same place in both directories.
	const twin = tables.adUsers.get(user.slot);
	if (twin && anchorOf(twin) === immutableId) return twin;
	const id = objectGUIDOf(immutableId);
	const slot = id === null ? undefined : tables.adById.first(id);
	return slot === undefined ? null : tables.adUsers.get(slot)!;
}
