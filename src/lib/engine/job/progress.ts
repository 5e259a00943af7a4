import type { CycleRow, PlanRow } from './records';

/** C-445. */
export const pageSize = 100;

export interface Progress {
	/** Pages of the present cycle, and how many of them are done (C-444). */
	readonly pages: number;
	readonly donePages: number;
	readonly objects: number;
	readonly doneObjects: number;
	readonly percent: number;
}

/** C-444, C-450: pages of objects, not objects; what follows the last page is the rest of the last one. */
export function progressOf(cycle: CycleRow, plan: PlanRow): Progress {
	const objects = plan.work.length;
	const pages = Math.max(1, Math.ceil(objects / pageSize));
	const isPast = cycle.phase !== 'probe' && cycle.phase !== 'objects';
	const doneObjects = isPast ? objects : cycle.phase === 'probe' ? 0 : cycle.next;
	const donePages =
		cycle.phase === 'done' ? pages : Math.min(Math.floor(doneObjects / pageSize), pages - (isPast ? 0 : 1));
	return { pages, donePages, objects, doneObjects, percent: Math.round((100 * donePages) / pages) };
}
