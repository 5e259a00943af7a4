import type { Seq, Slot } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import { adGuid } from '#lib/tenant/sample/identifiers';
import type { Simulation } from '../simulation';
import type { AdGroupRow } from '../tables/hybrid';

/** Writes a group of Active Directory and tells it; Connect reads it with its next run (H-433). */
function write(sim: Simulation, row: AdGroupRow, what: string, cause: Seq): void {
	const { writer, tables } = sim;
	const slot = row.slot === NEW ? tables.adGroups.next : row.slot;
	const fact = writer.tell('source.changed', 'H-433', cause, 'adGroups', slot, 0, what);
	writer.put<AdGroupRow>('adGroups', row.slot, { ...row, pending: !row.builtIn, cause: fact });
}

export function createAdGroup(sim: Simulation, name: string, members: readonly Slot[], cause: Seq): void {
	const slot = sim.tables.adGroups.next;
	const row: AdGroupRow = {
		slot: NEW,
		id: adGuid(sim.host.tenantRow.seedText, 1_000_000 + slot),
		attrs: { displayName: name },
		members: inOrder(members),
		builtIn: false,
		deleted: false,
		pending: true,
		entra: null,
		cause
	};
	write(sim, row, 'created', cause);
}

export function setAdMembers(sim: Simulation, row: AdGroupRow, members: readonly Slot[], cause: Seq): void {
	write(sim, { ...row, members: inOrder(members) }, 'member', cause);
}

export function deleteAdGroup(sim: Simulation, row: AdGroupRow, cause: Seq): void {
	write(sim, { ...row, members: [], deleted: true }, 'deleted', cause);
}

/** Who is deleted from the domain is in none of its groups any more. */
export function leaveAdGroups(sim: Simulation, account: Slot, cause: Seq): void {
	for (const row of sim.tables.adGroups.all())
		if (row.members.includes(account))
			setAdMembers(
				sim,
				row,
				row.members.filter((one) => one !== account),
				cause
			);
}

function inOrder(slots: readonly Slot[]): readonly Slot[] {
	return [...new Set(slots)].sort((a, b) => a - b);
}
