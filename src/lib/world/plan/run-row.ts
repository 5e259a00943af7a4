import type { Ms } from '#lib/engine/base';
import { templateOf } from '#lib/hr/templates';
import type { AppRow } from '../tables/rows';
import type { World } from '../world';
import { deedOf } from './acts';
import { Evidence } from './evidence';
import { beforeOf, checked, type Outcome } from './expectations';
import { prepare } from './prepare';
import { endedCycle, running, type Turns } from './running';
import type { CheckResult, RowResult, TestRow } from './rows';
import { Blocked, TestStage } from './stage';

/** Cycles that may follow the first one which sees the change: Connect and another job may lie between. */
const moreCycles = 3;
const longest: Ms = 26 * 3_600_000;

/** Acts that are done in human resources. */
export function isHrAct(act: TestRow['act']['is']): boolean {
	return hrActs.has(act);
}
const hrActs = new Set([
	'hire',
	'terminate',
	'move',
	'newManager',
	'rehireSame',
	'rehireNew',
	'convert',
	'changeWorker',
	'excludeWorker'
]);

/** The application that a test is tried on where none was chosen: one that runs, else the first that could. */
export function defaultApp(world: World, forHr: boolean): AppRow | null {
	const { tables } = world;
	const fitting = [...tables.jobs.all()].filter(({ app }) => {
		const source = templateOf(tables.apps.get(app)!.kind)?.source;
		return forHr ? source === 'hr' : source === undefined;
	});
	const job =
		fitting.find(({ schedule, everCompleted }) => schedule === 'Active' && everCompleted) ??
		fitting.find(({ schedule }) => schedule === 'Active') ??
		fitting[0];
	return job ? tables.apps.get(job.app)! : null;
}

/** The application of a row: the chosen one, if it is there and fits. */
export function appOfRow(world: World, { act, app: key }: TestRow): AppRow {
	const isHr = isHrAct(act.is);
	if (key === undefined) {
		const app = defaultApp(world, isHr);
		if (app) return app;
		throw new Blocked(
			isHr
				? 'No job from human resources is in this company. Make a new company with Workday or SuccessFactors.'
				: 'No application is provisioned in this company yet. Add one from the gallery.'
		);
	}
	const slot = world.tables.appsByKey.first(key);
	const app = slot === undefined ? null : world.tables.apps.get(slot);
	if (!app) throw new Blocked(`The application ${key} is not in this company. Choose another one.`);
	const source = templateOf(app.kind)?.source;
	if (isHr !== (source === 'hr'))
		throw new Blocked(
			`${app.name} does not fit: ${isHr ? 'it does not read human resources' : 'it does not write to an application'}.`
		);
	return app;
}

/** Runs one row on a branch of this world that is dropped again: nothing of it remains. */
export function* runRow(world: World, row: TestRow): Turns<RowResult> {
	const back = world.branches.live;
	const branch = world.branches.fork('test');
	try {
		return yield* playRow(world, row);
	} finally {
		world.branches.drop(branch.id, back);
	}
}

/** The same without dropping it: this world goes on from the row's end. */
export function* playRow(world: World, row: TestRow): Turns<RowResult> {
	try {
		return yield* new RowRun(world, row).run();
	} finally {
		world.sim.trace = undefined;
	}
}

class RowRun {
	#stage: TestStage | null = null;
	#preparation: string[] = [];
	#action: string[] = [];
	#checks: CheckResult[] = [];
	#evidence: Evidence | null = null;
	#at: Ms;

	constructor(
		readonly world: World,
		readonly row: TestRow
	) {
		this.#at = world.clock;
	}

	*run(): Turns<RowResult> {
		try {
			yield* this.#play();
			const holds = this.#checks.every((check) => check.holds);
			return this.#told(holds ? 'passed' : 'failed', holds ? null : (this.#stage?.standing ?? null));
		} catch (error) {
			if (error instanceof Blocked) return this.#told('blocked', error.message);
			throw error;
		}
	}

	*#play(): Turns {
		const { world, row } = this;
		const stage = (this.#stage = new TestStage(world, appOfRow(world, row)));
		this.#preparation = yield* prepare(stage, row.act.is, row.person);
		const deed = deedOf(stage, row.act);
		const before = beforeOf(stage);
		const evidence = (this.#evidence = new Evidence(world));
		const table = isHrAct(row.act.is) ? 'workers' : 'users';
		for (const slot of [stage.person, deed.newWorker])
			if (slot !== null && slot !== undefined) evidence.watch(table, slot);
		this.#at = world.clock;
		for (const command of deed.commands) this.#action.push(stage.do(command));
		if (deed.newWorker !== undefined && stage.person === null) stage.person = deed.newWorker;
		yield* this.#watch({ stage, deed, evidence, before }, stage.visibleFrom);
		evidence.end();
	}

	/** Lets time run until everything is as expected, or until that cannot be expected any more. */
	*#watch(outcome: Outcome, from: Ms): Turns {
		const { world } = this;
		const { stage, evidence } = outcome;
		const latest = from + longest;
		let ended = 0;
		let seen: Ms = from;
		const look = () => {
			evidence.collect();
			const cycle = endedCycle(world, stage.job, seen);
			if (cycle) {
				ended++;
				seen = cycle.endedAt! + 1;
			}
			if (ended === 0) return world.clock > latest && world.sim.host.job(stage.job).cycle === null;
			if (ended > moreCycles || world.clock > latest) return true;
			return (cycle !== null || this.row.expect.some(isSlow)) && this.#holds(outcome);
		};
		yield* running(world, { until: look });
		this.#checks = this.row.expect.map((expected) => checked(outcome, expected));
	}

	#holds(outcome: Outcome): boolean {
		return this.row.expect.every((expected) => checked(outcome, expected).holds);
	}

	#told(state: RowResult['state'], why: string | null): RowResult {
		const stage = this.#stage;
		return {
			id: this.row.id,
			state,
			why,
			app: stage && { key: stage.app.key, name: stage.app.name },
			person: stage && stage.person !== null ? { slot: stage.person, name: stage.name } : null,
			preparation: this.#preparation,
			action: this.#action,
			at: this.#at,
			end: this.world.clock,
			checks: this.#checks,
			rows: this.#evidence?.rows ?? [],
			requests: this.#evidence?.requests ?? [],
			commands: stage?.done ?? []
		};
	}
}

/** Something between two cycles of the job brings it: a run of Connect. */
function isSlow({ is }: TestRow['expect'][number]): boolean {
	return is === 'inTenant';
}
