import { durations } from '#lib/engine/job/durations';
import { userDecisions } from '#lib/engine/steps/decision-table';
import type { RowAction, RowStatus } from '#lib/engine/steps/log-row';
import type { World } from '#lib/world';

const linking = new Set(userDecisions.filter(({ links }) => links).map(({ rule }) => rule as string));

/** C-441: the virtual time that the object was charged with. */
export function durationOf(world: World, action: RowAction, status: RowStatus, rule: string, app: number): number {
	if (status === 'skipped') return linking.has(rule) ? durations.write : durations.skip;
	const { pace } = world.sim.host.app(app);
	return action === 'create' ? Math.max(durations.create, pace.create) : Math.max(durations.write, pace.write);
}
