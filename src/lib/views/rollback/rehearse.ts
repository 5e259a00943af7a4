import type { Slot } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import { equal } from '#lib/scim/equal';
import type { Command, World } from '#lib/world';
import { kindOf } from '#lib/world/core/facts';
import { tryOut } from '#lib/world/try-out';
import { historyOf } from '../folds/history';
import { cycleWords } from '../words';
import type { ChoiceArgs } from './choice';
import { chosenIn } from './choice';
import { repairCommands, repairsOf } from './repair';
import { pathWords, valueWords } from './words';

/** What the next cycle would do to restored values: tried on a fork that is forgotten. */
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
	/** False: the try was stopped at its limit. */
	readonly complete: boolean;
}

const rowKind = kindOf('row');
const SHOWN = 50;
const MOST_EVENTS = 60_000;
const patience = 3 * 24 * 3_600_000;

/** Restores by hand what is wrong, lets the job's next cycle run, and looks: would the service overwrite it again? */
export function rehearse(world: World, args: ChoiceArgs, restart: boolean): Rehearsal {
	const { ledger } = world.sim;
	if (ledger.tape.n !== ledger.boundaries.at(-1)!.op)
		throw new Error('An object is being provisioned right now. Ask again when it is done.');
	const index = ledger.here;
	const kept = ledger.boundaries[index]!;
	return tryOut(ledger, index, () => {
		try {
			return tried(world, args, restart);
		} finally {
			// An idle boundary is replaced by the next one.
			ledger.boundaries[index] = kept;
		}
	});
}

function tried(world: World, args: ChoiceArgs, restart: boolean): Rehearsal {
	const chosen = chosenIn(world, args);
	const { app, job, fold } = chosen;
	const repairs = fold ? repairsOf(world, fold) : [];
	// What the values are to be: read before anything is written.
	const wanted = [...(fold?.touched.values() ?? [])].flatMap(({ user, seq, values }) =>
		[...values.values()].map(({ path, good: value }) => ({ user, seq, path, value }))
	);
	for (const repair of repairCommands(chosen, repairs)) {
		const refusal = does(world, repair);
		if (refusal) return nothing(refusal, wanted.length);
	}
	const afterStart = job.schedule !== 'Active';
	if (afterStart) does(world, { verb: 'job.start', args: { app: app.key } });
	if (restart) does(world, { verb: 'job.restart', args: { app: app.key } });
	const cycle = runCycle(world, job.slot);
	const history = historyOf(world.sim);
	const after = chosenIn(world, args).fold;
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
		quarantine: world.tables.jobs.get(job.slot)?.quarantine?.reason ?? null,
		complete: cycle !== null && cycle.endedAt !== null
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
	quarantine: null,
	complete: false
});

function does(world: World, command: Command): string | null {
	const done = world.do(command);
	return done.ok ? null : done.message;
}

/** Up to the end of the first cycle that begins from now on. */
function runCycle(world: World, job: Slot) {
	const { tables } = world;
	const earlier = tables.cyclesByJob.get(job).at(-1) ?? -1;
	const running = tables.jobs.get(job)!.cycle;
	const newest = () => tables.cyclesByJob.get(job).findLast((slot) => slot > earlier || slot === running);
	const latest = world.clock + patience;
	let events = 0;
	world.advance({
		until: () => {
			const slot = newest();
			const isOver = slot !== undefined && slot > earlier && tables.cycles.get(slot)!.endedAt !== null;
			return isOver || ++events > MOST_EVENTS || (slot === undefined && world.clock > latest);
		}
	});
	const slot = newest();
	return slot !== undefined && slot > earlier ? tables.cycles.get(slot) : null;
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
