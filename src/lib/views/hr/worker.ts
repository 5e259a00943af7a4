import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import type { World } from '#lib/world';
import { defineView, slot } from '../view';
import { failingOf, type Failing } from './failing';
import { hrOf, workerName, type Hr } from './hr';
import { timesOf, type WorkerTime } from './worker-times';
import { workerListRow, type WorkerListRow } from './workers';

interface Named {
	readonly slot: Slot;
	readonly name: string;
}

export interface WorkerDetails {
	readonly hr: Hr;
	readonly clock: number;
	readonly worker: WorkerListRow;
	/** Jobs that cannot carry something of it. */
	readonly failing: readonly Failing[];
	readonly wid: string;
	/** As they are now, under the names of the system. */
	readonly fields: readonly { readonly name: string; readonly value: string | null }[];
	readonly manager: Named | null;
	readonly reports: readonly Named[];
	/** In the order of time. */
	readonly times: readonly WorkerTime[];
}

/** A worker: the record as it is now, who stands above and below, and the time axis. */
export const worker = defineView(z.object({ worker: slot }), (world, asked): WorkerDetails | null => {
	const hr = hrOf(world);
	const row = world.tables.workers.get(asked.worker);
	if (!hr || !row) return null;
	const manager = row.manager === null ? null : world.tables.workers.get(row.manager);
	return {
		hr,
		clock: world.clock,
		worker: workerListRow(world, row, hr),
		failing: failingOf(world, row.slot),
		wid: row.wid,
		fields: Object.entries(row.fields).map(([name, value]) => ({ name, value: value === null ? null : String(value) })),
		manager: manager && { slot: manager.slot, name: workerName(manager, hr) },
		reports: reportsOf(world, row.slot, hr),
		times: timesOf(world, row, hr)
	};
});

function reportsOf({ tables }: World, manager: Slot, hr: Hr): Named[] {
	const reports: Named[] = [];
	for (const row of tables.workers.all())
		if (row.manager === manager) reports.push({ slot: row.slot, name: workerName(row, hr) });
	return reports;
}
