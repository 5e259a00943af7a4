import { definitionOf } from '#lib/apps';
import type { Slot } from '#lib/engine/base';
import { eraProfile } from '#lib/engine/eras';
import type { CycleRow, JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';

export interface AppName {
	readonly slot: Slot;
	readonly key: string;
	readonly name: string;
}

/** A view was asked for something that is not in this world. */
export class NotThere extends Error {}

export function appNamed(world: World, key: string): AppRow {
	const slot = world.tables.appsByKey.first(key);
	const app = slot === undefined ? null : world.tables.apps.get(slot);
	if (!app) throw new NotThere(`There is no application ${key} in this tenant.`);
	return app;
}

export function jobOf(world: World, app: AppRow): JobRow | null {
	const slot = world.tables.jobsByApp.first(app.slot);
	return slot === undefined ? null : world.tables.jobs.get(slot);
}

export function appName({ slot, key, name }: AppRow): AppName {
	return { slot, key, name };
}

/** C-514: the generic connector calls every target by the same name. */
export function targetSystemName(app: AppRow): string {
	return definitionOf(app.kind).connector === 'generic' ? 'customappsso' : app.name;
}

export function sourceSystemName(world: World): string {
	return eraProfile(world.sim.host.tenantRow.era).sourceSystem;
}

/** The number of a cycle among those of its job; runs on demand have none. */
export function cycleNumber(world: World, cycle: CycleRow): number {
	let number = 0;
	for (const slot of world.tables.cyclesByJob.get(cycle.job)) {
		if (slot > cycle.slot) break;
		if (world.tables.cycles.get(slot)!.kind !== 'demand') number++;
	}
	return number;
}

export function cycleName(world: World, cycle: CycleRow): string {
	return cycle.kind === 'demand' ? 'on demand' : `cycle ${cycleNumber(world, cycle)}`;
}
