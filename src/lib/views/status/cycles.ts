import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { appNamed, cycleName, jobOf } from '../names';
import { appKey, defineView, pageOf, window, type Page } from '../view';
import { cycleWords } from '../words';

export interface CycleListRow {
	readonly cycle: Slot;
	/** "cycle 3", "on demand" */
	readonly name: string;
	readonly kind: string;
	readonly startedAt: number;
	/** null: it runs. */
	readonly endedAt: number | null;
	readonly state: string | null;
}

/** The runs of an application's job, the latest first. */
export const cycles = defineView(z.object({ app: appKey, ...window }), (world, asked): Page<CycleListRow> => {
	const { tables } = world;
	const job = jobOf(world, appNamed(world, asked.app));
	const slots = job ? [...tables.cyclesByJob.get(job.slot)].reverse() : [];
	return pageOf(slots, slots.length, asked, (slot): CycleListRow => {
		const row = tables.cycles.get(slot)!;
		return {
			cycle: slot,
			name: cycleName(world, row),
			kind: cycleWords[row.kind],
			startedAt: row.startedAt,
			endedAt: row.endedAt,
			state: row.state
		};
	});
});
