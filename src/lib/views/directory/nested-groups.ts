import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { assignedAbove } from '#lib/world/directory/nested';
import { appNamed, jobOf } from '../names';
import { appKey, defineView } from '../view';

/** Groups below an assigned group, which are not assigned themselves: their members do not come along (C-069, C-407). */
export interface NestedGroup {
	readonly group: Slot;
	/** The assigned group that holds it. */
	readonly above: string;
}

export const nestedGroups = defineView(z.object({ app: appKey }), (world, { app: key }): NestedGroup[] => {
	const app = appNamed(world, key);
	const job = jobOf(world, app);
	if (!job || world.sim.host.config(job.config).scopeMode === 'all') return [];
	return [...world.tables.groups.all()].flatMap(({ slot: group }) => {
		const above = assignedAbove(world.sim, app.slot, group);
		return above === null ? [] : [{ group, above }];
	});
});
