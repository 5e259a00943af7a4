import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { historyOf } from '../folds/history';
import { firstAppLane, type StageFacts } from '../folds/stage';
import type { TimelineLane } from '../timeline/types';

export interface Lanes {
	readonly lanes: TimelineLane[];
	/** In the order in which they are drawn: numbers of `lanes`. */
	readonly order: number[];
}

const fixed: readonly TimelineLane[] = [
	{ id: 'you', name: 'You', kind: 'you' },
	{ id: 'hr', name: 'HR', kind: 'hr' },
	{ id: 'ad', name: 'Active Directory', kind: 'ad' },
	{ id: 'connect', name: 'Connect sync', kind: 'connect' },
	{ id: 'entra', name: 'Entra ID', kind: 'entra' }
];

/** The lanes of applications in the order of their last activity. */
function byActivity(facts: StageFacts, until: number, apps: readonly { slot: number }[]): number[] {
	const last = new Float64Array(firstAppLane + (apps.at(-1)?.slot ?? -1) + 1).fill(-1);
	for (let at = facts.before(until) - 1, missing = apps.length; at >= 0 && missing > 0; at--) {
		const lane = facts.lane[at]!;
		if (lane < firstAppLane || last[lane]! >= 0) continue;
		last[lane] = at;
		missing--;
	}
	return apps.map(({ slot }) => firstAppLane + slot).sort((a, b) => last[b]! - last[a]! || a - b);
}

/** Cause to effect from top to bottom; of one person, what each system holds of them. */
export function systemLanes(world: World, facts: StageFacts, until: number, person: number | undefined): Lanes {
	const apps = [...world.tables.apps.all()].filter(({ kind }) => templateOf(kind) === undefined);
	const who = person === undefined ? '' : historyOf(world.sim).name('users', person, until);
	const lanes: TimelineLane[] = fixed.map((lane) =>
		who && lane.kind === 'entra' ? { ...lane, name: `${who} in Entra ID`, kind: 'person' } : lane
	);
	const { hr, preset } = world.sim.host.tenantRow;
	if (hr !== 'none') lanes[1] = { ...lanes[1]!, name: hr === 'workday' ? 'Workday' : 'SuccessFactors' };
	for (const { slot, key, name } of apps) lanes[firstAppLane + slot] = { id: key, name, kind: who ? 'person' : 'app' };
	const systems = [0, ...(hr === 'none' ? [] : [1]), ...(preset === 'cloud-only' ? [] : [2, 3]), 4];
	return { lanes: whole(lanes), order: [...systems, ...byActivity(facts, until, apps)] };
}

/** You, and a lane for each job: also those from HR, which write to a directory. */
export function jobLanes(world: World): Lanes {
	const lanes: TimelineLane[] = [...fixed];
	const order = [0];
	for (const { app } of world.tables.jobs.all()) {
		const { key, name } = world.tables.apps.get(app)!;
		lanes[firstAppLane + app] = { id: key, name, kind: 'job' };
		order.push(firstAppLane + app);
	}
	return { lanes: whole(lanes), order };
}

/** You, and a lane for each of some people, with everything that happened to them anywhere. */
export function peopleLanes(world: World, people: readonly number[], until: number): Lanes {
	const history = historyOf(world.sim);
	const lanes: TimelineLane[] = people.map((user) => ({
		id: `user-${user}`,
		name: history.name('users', user, until) || `user ${user}`,
		kind: 'person'
	}));
	return { lanes: [fixed[0]!, ...lanes], order: [0, ...lanes.map((_, at) => at + 1)] };
}

/** Places that no lane has are filled: an array with holes cannot be sent. */
function whole(lanes: readonly (TimelineLane | undefined)[]): TimelineLane[] {
	return Array.from(lanes, (lane, at) => lane ?? { id: `none-${at}`, name: '', kind: 'job' as const });
}
