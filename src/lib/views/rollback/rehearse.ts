import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import type { CycleRow } from '#lib/engine/job/records';
import { unpackRow } from '#lib/engine/steps/log-row';
import { equal } from '#lib/scim/equal';
import type { Command, World } from '#lib/world';
import { kindOf } from '#lib/world/core/facts';
import { lookedIn, notYet, type Looked } from '#lib/world/preview';
import { copying } from '#lib/world/what-if/copy';
import { historyOf } from '../folds/history';
import { cycleWords } from '../words';
import { choiceArgs, choosing, type Chosen } from './choice';
import { repairCommands, repairing } from './repair';
import { pathWords, valueWords } from './words';

export const rehearsalQuestion = z.object({ ...choiceArgs, restart: z.boolean() });
/** The choice, and whether the cycle is one that looks at everybody. */
export type RehearsalQuestion = z.output<typeof rehearsalQuestion>;

/** What the next cycle would do to restored values: tried in a copy that is forgotten. */
export interface Rehearsal {
	/** Why it could not be tried. */
	readonly refused: string | null;
	/** null: none would begin. */
	readonly cycle: { readonly kind: string; readonly at: number } | null;
	/** The job is off: it was started for the try. */
	readonly afterStart: boolean;
	readonly of: number;
	readonly stay: number;
	/** Made wrong again, the first of them. */
	readonly overwritten: readonly {
		readonly user: Slot;
		readonly name: string;
		readonly path: string;
		readonly attribute: string;
		readonly good: string;
		readonly after: string;
	}[];
	readonly again: number;
	/** Rows of that cycle, by action. */
	readonly rows: Readonly<Record<string, number>>;
	readonly quarantine: string | null;
}

const rowKind = kindOf('row');
const SHOWN = 50;
/** So many accounts are restored between two looks around. */
const AT_ONCE = 200;
const patience = 3 * 24 * 3_600_000;

/**
 * Restores by hand what is wrong, lets the job's next cycle run, and looks: would the service overwrite it again? All of
 * it in a copy, and in steps that tell how far the cycle is.
 */
export function* rehearsing(asked: World, { restart, ...args }: RehearsalQuestion): Generator<Looked, Rehearsal, void> {
	const world = yield* copying(asked, asked.sim.ledger.here, notYet);
	const chosen = yield* telling(choosing(world, args), notYet);
	const { app, job, fold } = chosen;
	// What the values are to be: read before anything is written.
	const wanted = [...(fold?.touched.values() ?? [])].flatMap(({ user, seq, values }) =>
		[...values.values()].map(({ path, good: value }) => ({ user, seq, path, value }))
	);
	const refusal = yield* restoring(world, chosen);
	if (refusal !== null) return nothing(refusal, wanted.length);
	const afterStart = job.schedule !== 'Active';
	if (afterStart) does(world, { verb: 'job.start', args: { app: app.key } });
	if (restart) does(world, { verb: 'job.restart', args: { app: app.key } });
	const cycle = yield* runCycle(world, job.slot);
	const history = historyOf(world.sim);
	const { fold: after } = yield* telling(choosing(world, args), cycle ? lookedIn(world, cycle) : notYet);
	const present = new Map([...(after?.touched.values() ?? [])].map((one) => [one.user, one.values]));
	const nowOf = ({ user, path }: (typeof wanted)[number]) => present.get(user)?.get(path)?.now;
	const again = wanted.filter((one) => !equal(nowOf(one), one.value));
	return {
		refused: null,
		cycle: cycle && { kind: cycleWords[cycle.kind], at: cycle.startedAt },
		afterStart,
		of: wanted.length,
		stay: wanted.length - again.length,
		overwritten: again.slice(0, SHOWN).map((one) => ({
			user: one.user,
			name: history.name('users', one.user, one.seq),
			path: one.path,
			attribute: pathWords(one.path),
			good: valueWords(one.path, one.value),
			after: valueWords(one.path, nowOf(one))
		})),
		again: again.length,
		rows: cycle ? rowsOf(world, cycle.slot) : {},
		quarantine: world.tables.jobs.get(job.slot)?.quarantine?.reason ?? null
	};
}

const nothing = (refused: string, of: number): Rehearsal => ({
	refused,
	cycle: null,
	afterStart: false,
	of,
	stay: 0,
	overwritten: [],
	again: 0,
	rows: {},
	quarantine: null
});

function does(world: World, command: Command): string | null {
	const done = world.do(command);
	return done.ok ? null : done.message;
}

/** Why the application refused to take values back; null: it did not. */
function* restoring(world: World, chosen: Chosen): Generator<Looked, string | null, void> {
	const repairs = chosen.fold ? yield* telling(repairing(world, chosen.fold), notYet) : [];
	for (const command of repairCommands(chosen, repairs, AT_ONCE)) {
		const refusal = does(world, command);
		if (refusal !== null) return refusal;
		yield notYet;
	}
	return null;
}

/** Before the cycle and after it nothing is looked at. */
function* telling<T>(steps: Generator<unknown, T, void>, far: Looked): Generator<Looked, T, void> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		yield far;
	}
}

/** Up to the end of the first cycle that begins from now on. */
function* runCycle(world: World, job: Slot): Generator<Looked, CycleRow | null, void> {
	const { cycles, cyclesByJob, jobs } = world.tables;
	const newest = () => cyclesByJob.get(job).at(-1) ?? -1;
	const earlier = newest();
	const begun = () => (newest() > earlier ? cycles.get(newest()) : null);
	let latest = world.clock + patience;
	const isOver = () => {
		const cycle = begun();
		if (cycle) return cycle.endedAt !== null;
		// One that runs ends first, however long it takes.
		if (jobs.get(job)!.cycle !== null) latest = world.clock + patience;
		return world.clock > latest;
	};
	const run = world.play({ until: isOver }, world.direct);
	while (!run.next().done) {
		const cycle = begun();
		yield cycle ? lookedIn(world, cycle) : notYet;
	}
	return begun();
}

function rowsOf(world: World, cycle: Slot): Record<string, number> {
	const { facts } = world.sim.ledger;
	const rows: Record<string, number> = {};
	for (let seq = facts.n - 1; seq > 0; seq--) {
		if (facts.kind[seq] !== rowKind) continue;
		const of = facts.guards[seq]! >>> 2;
		if (of < cycle) break;
		if (of !== cycle) continue;
		const { action, status } = unpackRow(facts.detail[seq]!);
		const name = status === 'success' ? action : status;
		rows[name] = (rows[name] ?? 0) + 1;
	}
	return rows;
}
