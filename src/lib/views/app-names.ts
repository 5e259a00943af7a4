import type { Slot } from '#lib/engine/base';
import { eraProfile } from '#lib/engine/eras';
import type { JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';

export interface AppName {
	readonly slot: Slot;
	readonly key: string;
	readonly name: string;
}

export function jobOf(world: World, app: AppRow): JobRow | null {
	const slot = world.tables.jobsByApp.first(app.slot);
	return slot === undefined ? null : world.tables.jobs.get(slot);
}

export function appName({ slot, key, name }: AppRow): AppName {
	return { slot, key, name };
}

/** The directory goes by the name of its generation (C-020). */
export function directoryName(world: World): string {
	return eraProfile(world.sim.host.tenantRow.era).sourceSystem;
}
