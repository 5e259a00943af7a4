import type { Slot } from '#lib/engine/base';
import { unpackRow, type RowAction } from '#lib/engine/steps/log-row';
import type { World } from '#lib/world';
import { kindOf, packSubject } from '#lib/world/core/facts';
import { cycleWords } from '../words';
import type { ChoiceArgs, Chosen } from './choice';

/** A cycle, with what it changed: step 1 looks among these. */
export interface FoundCycle {
	readonly cycle: Slot;
	/** "cycle 3" */
	readonly name: string;
	readonly kind: string;
	readonly at: number;
	readonly running: boolean;
	readonly version: number;
	/** What somebody saved since the cycle before it. */
	readonly saved: { readonly seq: number; readonly at: number; readonly what: string } | null;
	readonly changes: number;
	/** "21 Disable, 2 Update", in the order of their numbers. */
	readonly actions: readonly { readonly action: RowAction; readonly count: number }[];
	/** It changed more than half of everything that is linked. */
	readonly unusual: boolean;
}

const rowKind = kindOf('row');
/** A first cycle creates everybody: that is no mistake by itself. */
const usual = new Set<RowAction>(['create', 'other']);

/** Every cycle of the job, the newest first, with what it changed: of everybody, or of one person. */
export function foundCycles(world: World, { job, versions }: Chosen, person: ChoiceArgs['person']): FoundCycle[] {
	const { tables } = world;
	const counts = new Map<Slot, Map<RowAction, number>>();
	for (const slot of tables.cyclesByJob.get(job.slot)) counts.set(slot, new Map());
	const { facts } = world.sim.ledger;
	const only = person === undefined ? null : packSubject('users', person);
	const end = world.checkpoint().seq;
	for (let seq = 0; seq < end; seq++) {
		if (facts.kind[seq] !== rowKind || (only !== null && facts.subject[seq] !== only)) continue;
		const actions = counts.get(facts.guards[seq]! >>> 2);
		if (!actions) continue;
		const { action, status } = unpackRow(facts.detail[seq]!);
		if (status === 'success') actions.set(action, (actions.get(action) ?? 0) + 1);
	}
	const links = tables.linksByJob.get(job.slot).length;
	let before = 0;
	let number = 0;
	const found = [...counts].map(([slot, actions]): FoundCycle => {
		const row = tables.cycles.get(slot)!;
		const version = versions.of(row.config);
		const saved = version === before ? null : (versions.list[version - 1]?.saved ?? null);
		before = version;
		const list = [...actions].map(([action, count]) => ({ action, count })).sort((a, b) => b.count - a.count);
		const changed = list.reduce((sum, { action, count }) => sum + (usual.has(action) ? 0 : count), 0);
		return {
			cycle: slot,
			// Counted on the way: to count anew for each takes seconds for a year of cycles.
			name: row.kind === 'demand' ? 'on demand' : `cycle ${++number}`,
			kind: cycleWords[row.kind],
			at: row.startedAt,
			running: row.endedAt === null,
			version,
			saved,
			changes: list.reduce((sum, { count }) => sum + count, 0),
			actions: list,
			unusual: person === undefined && changed > 1 && changed * 2 > links
		};
	});
	return found.reverse();
}
