import type { Fact, Ms } from '#lib/engine/base';
import type { World } from '../../world';
import { act } from '../actions';
import { answer } from '../answers';
import { holds } from '../answers/answer';
import { ScriptError, type Place } from '../parse/error';
import type { Check, Do, Result, Script } from '../parse/tree';
import { clockText, momentOf } from './clock';
import { actualText, compareOutcome } from './compare';
import { connectOutcome, connectRunsFor, whyNoRun } from './connect';
import { cyclesFor, outcomeOf, ranAt } from './cycles';
import type { Failure } from './failure';
import type { Names } from './names';
import { Sandbox } from './sandbox';
import { NotModelled, NotThere } from './unbuilt';
import { operations } from '../parse/tree';
import { whyNoCycle } from './why';

/** One block after its run. */
export interface BlockRun {
	readonly script: Script;
	readonly world: World;
	readonly failures: readonly Failure[];
	readonly facts: readonly Fact[];
	/** When each line was done or known, by its number. */
	readonly moments: ReadonlyMap<number, Ms>;
	/** Where the world stood at each stop: boundaries of its ledger. */
	readonly stops: readonly number[];
	readonly names: Names;
	/** What a cycle did, as a script would say it. */
	outcome(cycle: number): string;
}

/** A moment at which somebody wants to come back, and what is expected of it. */
export interface Stop {
	readonly at: Ms;
	readonly checks: readonly Check[];
}

const day = 24 * 3_600_000;

/** Runs one block in a fresh sandbox. At each stop the world has a boundary of its own. */
export function runBlock(script: Script, stops: readonly Stop[] = []): BlockRun {
	const run = new Run(script, stops);
	run.whole();
	const { world, names } = run.sandbox;
	return {
		script,
		world,
		names,
		moments: run.moments,
		outcome: (cycle) => outcomeText(run.sandbox, cycle),
		stops: run.stops,
		failures: run.failures.sort((a, b) => a.line - b.line || a.column - b.column),
		get facts() {
			return world.facts();
		}
	};
}

/** A statement with the moment it means. */
interface Timed<S> {
	readonly statement: S;
	readonly at: Ms;
}

interface Pause {
	readonly is: 'pause';
	readonly n: number;
	readonly checks: readonly Check[];
}

class Run {
	readonly sandbox: Sandbox;
	readonly failures: Failure[] = [];
	readonly moments = new Map<number, Ms>();
	/** In the order in which they were asked for. */
	readonly stops: number[] = [];
	readonly #steps: readonly Timed<Do | Check | Pause>[];
	readonly #results: readonly Timed<Result>[];
	/** Checks that wait for a cycle to end. */
	#waiting: Timed<Check>[] = [];

	constructor(
		readonly script: Script,
		stops: readonly Stop[]
	) {
		this.sandbox = new Sandbox(script);
		const { start } = this.sandbox;
		const steps: Timed<Do | Check | Pause>[] = [];
		const results: Timed<Result>[] = [];
		for (const statement of script.statements) {
			if (statement.is === 'result') results.push({ statement, at: momentOf(statement.time, start) });
			else if (statement.is === 'do') steps.push({ statement, at: momentOf(statement.time, start) });
			else steps.push({ statement, at: momentOf(statement.time ?? statement.above!.time, start) });
		}
		stops.forEach(({ at, checks }, n) => steps.push({ statement: { is: 'pause', n, checks }, at }));
		// The order of the text stays at one instant; who stops there sees all of it.
		this.#steps = steps.sort((a, b) => a.at - b.at);
		this.#results = results;
	}

	get world() {
		return this.sandbox.world;
	}

	/** What the simulation cannot do ends the block, with a failure of its own. */
	whole(): void {
		try {
			this.#all();
		} catch (error) {
			if (error instanceof ScriptError || !(error instanceof Error)) throw error;
			const at = clockText(this.world.clock, this.sandbox.start);
			const why = `the simulation stopped: ${error.message}`;
			this.failures.push({ at, expected: 'the rest of the block', actual: 'nothing', why, ...this.script.place });
		}
	}

	#all(): void {
		this.#steps.forEach(({ statement, at }, place) => {
			if (statement.is === 'do') this.#do(statement, at);
			else if (statement.is === 'pause') this.#pause(statement, at);
			else if (statement.time === null) this.#waiting.push({ statement, at });
			else {
				// An action of this instant that is still to come happens before the cycles of the instant (SC-01).
				const actionFollows = this.#steps.slice(place + 1).some((step) => step.at === at && step.statement.is === 'do');
				this.#advance(at, actionFollows);
				if (!actionFollows) this.#awaitDemand(at);
				this.#check(statement);
			}
		});
		this.#finish();
		for (const { statement, at } of this.#results) this.#result(statement, at);
	}

	#do(statement: Do, at: Ms): void {
		this.#advance(at, true);
		this.moments.set(statement.place.line, at);
		this.#guarded(`${statement.time.text} ${statement.action}`, statement.place, 'the action', () => {
			const { notes } = this.sandbox;
			const outcome = act(this.sandbox, statement);
			notes.lastAction = outcome;
			if (outcome !== 'done') notes.refused.push(`${statement.action} of ${statement.time.text} was ${outcome}`);
		});
	}

	#pause({ n, checks }: Pause, at: Ms): void {
		this.#advance(at);
		const { ledger } = this.world.sim;
		ledger.pin();
		this.stops[n] = ledger.here;
		for (const check of checks) this.#check(check);
	}

	#check(statement: Check): void {
		const at = `${statement.time?.text ?? 'end'} ${statement.asked}`;
		this.moments.set(statement.place.line, this.world.clock);
		const expected = `${statement.relation === 'lacks' ? 'no ' : ''}${statement.quoted ? `"${statement.value}"` : statement.value}`;
		this.#guarded(at, statement.place, expected, () => {
			const found = answer(this.sandbox, statement);
			if (holds(found, statement)) return;
			const why = [...(found.why ? [found.why] : []), ...this.sandbox.notes.refused].join('; ');
			this.failures.push({ at, expected, actual: found.text, why, ...statement.place });
		});
	}

	/** What is missing or not built becomes a failure of its line, never an end of the run. */
	#guarded(at: string, place: Place, expected: string, act: () => void): void {
		try {
			act();
		} catch (error) {
			if (error instanceof ScriptError)
				this.failures.push({ at, expected, actual: 'nothing', why: error.message, ...error.place });
			else if (error instanceof NotModelled || error instanceof NotThere)
				this.failures.push({ at, expected, actual: 'nothing', why: error.message, ...place });
			else throw error;
		}
	}

	/** Runs on to a moment; checks that wait for the end of a cycle are made when it ends. */
	#advance(to: Ms, before = false): void {
		const { world } = this;
		if (to < world.clock) return;
		this.#settle();
		while (this.#waiting.length > 0) {
			world.advance({ to, before, until: () => this.#waiting.some(({ statement }) => this.#ended(statement)) });
			if (!this.#settle()) break;
		}
		if (to > world.clock || !before) world.advance({ to, before });
	}

	/** C-392: a run on demand takes seconds; who looks in the same minute sees its result. */
	#awaitDemand(at: Ms): void {
		const { tables } = this.sandbox.sim;
		const running = () => tables.runningCycles.get(0).some((slot) => tables.cycles.get(slot)!.kind === 'demand');
		if (running()) this.world.advance({ to: at + 59_999, until: () => !running() });
	}

	#ended(statement: Check): boolean {
		return this.#cyclesOf(statement.above!).some(({ endedAt }) => endedAt !== null);
	}

	#settle(): boolean {
		const ready = this.#waiting.filter(({ statement }) => this.#ended(statement));
		this.#waiting = this.#waiting.filter((one) => !ready.includes(one));
		for (const { statement } of ready) this.#check(statement);
		return ready.length > 0;
	}

	#cyclesOf(result: Result) {
		try {
			return ranAt(this.sandbox, result.job, momentOf(result.time, this.sandbox.start));
		} catch {
			return [];
		}
	}

	/** After the last statement: until every cycle that a line speaks of has ended. */
	#finish(): void {
		const { world } = this;
		const last = Math.max(world.clock, ...this.#results.map(({ at }) => at));
		this.#advance(last);
		// A line means its minute: after a quarantine cycles begin some seconds into it.
		const begun = () => this.#results.every(({ statement }) => this.#cyclesOf(statement).length > 0);
		if (!begun()) world.advance({ to: last + 59_999, until: begun });
		const running = () =>
			this.#results.some(({ statement }) => this.#cyclesOf(statement).some(({ endedAt }) => endedAt === null));
		if (running()) world.advance({ to: last + 60 * day, until: () => !running() });
		this.#settle();
		for (const { statement } of this.#waiting)
			this.failures.push({
				at: `end ${statement.asked}`,
				expected: statement.value,
				actual: 'nothing',
				why: 'the cycle of the line above never began',
				...statement.place
			});
	}

	#result(statement: Result, at: Ms): void {
		const ends = this.#cyclesOf(statement).map(({ endedAt }) => endedAt ?? at);
		this.moments.set(statement.place.line, Math.max(at, ...ends));
		const where = `${statement.time.text} ${statement.job} ${statement.kind}`;
		const expected = statement.text
			.slice(statement.text.indexOf(':', statement.text.indexOf(statement.job)) + 1)
			.trim();
		this.#guarded(where, statement.place, expected, () => {
			if (statement.job === 'connect') return this.#connectResult(statement, at, where, expected);
			const cycles = cyclesFor(this.sandbox, statement, at);
			if (cycles.length === 0) {
				const why = whyNoCycle(this.sandbox, statement, at);
				this.failures.push({ at: where, expected, actual: 'no such cycle', why, ...statement.place });
				return;
			}
			if (statement.kind === 'probe') return this.#probe(statement, cycles[0]!.slot, where, expected);
			this.failures.push(...compareOutcome(this.sandbox, statement, outcomeOf(this.sandbox, cycles)));
		});
	}

	#connectResult(statement: Result, at: Ms, where: string, expected: string): void {
		const runs = connectRunsFor(this.sandbox, statement, at);
		if (runs.length > 0) {
			this.failures.push(...compareOutcome(this.sandbox, statement, connectOutcome(this.sandbox, runs)));
			return;
		}
		const why = whyNoRun(this.sandbox, at);
		this.failures.push({ at: where, expected, actual: 'no such run', why, ...statement.place });
	}

	/** An aborted cycle has one failure, of the whole job. */
	#probe(statement: Result, cycle: number, where: string, expected: string): void {
		const { sim } = this.sandbox;
		const aborted = this.world
			.facts(sim.host.cycle(cycle).fact)
			.find(({ kind, subject }) => kind === 'cycle.aborted' && subject.slot === sim.host.cycle(cycle).job);
		const actual = aborted ? this.world.detailText(aborted) : 'a cycle that was not aborted';
		const codes = statement.expected.flatMap(({ groups }) => groups ?? []).map(({ code }) => code ?? '');
		const wanted = codes.every((code) => actual.toLowerCase().includes(code.toLowerCase()));
		if (!aborted || !wanted)
			this.failures.push({ at: where, expected, actual, why: 'the probe was answered so', ...statement.place });
	}
}

/** What a cycle did, as a script would say it. */
export function outcomeText(sandbox: Sandbox, cycle: number): string {
	const outcome = outcomeOf(sandbox, [sandbox.sim.host.cycle(cycle)]);
	const parts = operations.filter((one) => outcome.has(one)).map((one) => actualText(one, outcome.get(one)!));
	return parts.length > 0 ? parts.join('; ') : 'none';
}
