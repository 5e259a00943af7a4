import * as z from 'zod/mini';
import type { Fact, Json, Ms, Seq } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import { finish } from '#lib/tenant/sample/steps';
import { complaints } from '#lib/parts/complaints';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import { addApp, needApp } from './apps/add';
import { Branches, type Branch } from './branches';
import { commandKind, Refused, type Applied, type Command } from './commands';
import type { Checkpoint } from './core/ledger';
import { branching } from './parts';
import { happen, type Direct } from './run/event';
import { nextEvent } from './run/events';
import type { Made, WorldOptions } from './setup';
import { Simulation } from './simulation';
import type { CommandRow } from './tables/rows';

export type Done = { readonly ok: true; readonly seq: Seq } | { readonly ok: false; readonly message: string };

/** How far `advance` goes: a moment, a span, a number of ended cycles, or until something holds. */
export interface Advance {
	readonly to?: Ms;
	readonly by?: Ms;
	/** Stops before the events of `to` itself, so that a command can come first. */
	readonly before?: boolean;
	readonly cycles?: number;
	readonly until?: (world: World) => boolean;
}

/** Answers a request: the direct door at once, the others after a while. */
export type Door = (request: ScimRequest) => ScimResponse | Promise<ScimResponse>;

/** One session: the simulated systems, their facts, and the way back. */
export class World {
	readonly sim: Simulation;
	readonly branches: Branches;
	#shown: Seq | null = null;

	constructor(
		readonly options: WorldOptions = {},
		blank = false
	) {
		this.sim = new Simulation(options);
		this.branches = new Branches(this.sim.ledger);
		if (!blank) finish(this.fill());
	}

	/** Everything before the first instant; a blank world is filled by this or by a recording. */
	*fill(): Generator<Made, void, void> {
		for (const key of this.options.apps ?? []) needApp(key, this.options.brownfield ?? false);
		yield* this.sim.fill();
		for (const key of this.options.apps ?? [])
			if (this.tables.appsByKey.first(key) === undefined) addApp(this.sim, key, this.sim.began);
		const { ledger } = this.sim;
		ledger.boundary();
		// Stored with the boundary: whoever opens a stored session does not know what was given.
		ledger.chainAt(1);
	}

	get clock(): Ms {
		return this.sim.ledger.clock;
	}

	get tables() {
		return this.sim.tables;
	}

	/** Whether the tables stand at the end of the branch; acting elsewhere starts a new branch. */
	get live(): boolean {
		return this.sim.ledger.atEnd;
	}

	/** Does what a person did. A refusal writes nothing. In the past it starts a branch first. */
	do(command: Command): Done {
		return finish(this.doing(command));
	}

	/** The same in steps. Nobody may look between two; whoever leaves it in the middle leaves nothing of it behind. */
	*doing(command: Command): Generator<Applied, Done, void> {
		const kind = commandKind(command.verb);
		if (!kind) return { ok: false, message: `There is no command ${command.verb}.` };
		const read = z.safeParse(kind.schema, command.args);
		if (!read.success) {
			complaints.need();
			return {
				ok: false,
				message: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
			};
		}
		const { ledger } = this.sim;
		const wasLive = this.live;
		const from = this.branches.live;
		const here = ledger.here;
		if (!wasLive) {
			branching.need();
			// The rest of the millisecond is on the tape: the branch begins behind it, and nothing is played again.
			if (ledger.now.eventAt === ledger.clock) ledger.seek(ledger.indexAt(ledger.clock));
			this.branches.fork();
		}
		const leave = () => {
			if (wasLive) return;
			this.branches.drop(this.branches.live, from);
			ledger.seek(here);
		};
		try {
			this.#waitForMillisecond();
		} catch (error) {
			leave();
			throw error;
		}
		const tape = ledger.tape.n;
		const facts = ledger.facts.n;
		let isDone = false;
		try {
			const seq = yield* this.#apply(command, kind, read.data as never);
			ledger.boundary();
			isDone = true;
			return { ok: true, seq };
		} catch (error) {
			if (error instanceof Refused) return { ok: false, message: error.message };
			throw error;
		} finally {
			if (!isDone) {
				ledger.tape.seek(tape);
				ledger.tape.trim();
				ledger.facts.n = facts;
				ledger.clock = ledger.now.at;
				leave();
			}
		}
	}

	/** A live command waits until no event of the present millisecond is left and takes the next: so time alone orders a journal. */
	#waitForMillisecond(): void {
		const { ledger } = this.sim;
		if (ledger.now.eventAt !== ledger.clock) return;
		this.branches.follow();
		this.advance({ to: ledger.clock });
		ledger.clock += 1;
	}

	*#apply(
		command: Command,
		kind: NonNullable<ReturnType<typeof commandKind>>,
		args: never
	): Generator<Applied, Seq, void> {
		const { ledger, tables, writer } = this.sim;
		const n = tables.commands.next;
		const seq = writer.tell('command', 'SC-01' as never, 0, 'commands', n, 0, kind.describe(this.sim, args));
		const row: CommandRow = { slot: NEW, n, at: ledger.clock, verb: command.verb, args: command.args, fact: seq };
		writer.put('commands', NEW, row);
		const steps = kind.apply(this.sim, args, seq);
		if (steps) yield* steps;
		return seq;
	}

	/** The direct door. */
	readonly direct: Direct = (request) => this.sim.apps.answer(request);

	/** Runs on with the direct door. */
	advance(how: Advance): void {
		const run = this.play(how, this.direct);
		while (!run.next().done);
	}

	/**
	 * Runs on, yielding every request and every boundary: the one loop behind all doors. Where somebody answers at once,
	 * there is nothing to yield but boundaries.
	 */
	*play(how: Advance, direct?: Direct): Generator<ScimRequest | 'boundary', void, ScimResponse | undefined> {
		const { ledger, tables } = this.sim;
		if (!this.live) throw new Error('the world stands in the past: fork or return before running on');
		const to = how.to ?? (how.by === undefined ? Infinity : this.clock + how.by);
		let ended = 0;
		for (;;) {
			if (how.until?.(this) || (how.cycles !== undefined && ended >= how.cycles)) return;
			const next = nextEvent(this.sim);
			if (!next || next.at > to || (how.before && next.at >= to)) break;
			ledger.clock = Math.max(ledger.clock, next.at);
			const running = tables.runningCycles.count(0);
			try {
				if (direct) happen(next.run, direct);
				else yield* next.run() ?? [];
			} catch (error) {
				ledger.forget();
				throw error;
			}
			ledger.boundary(true);
			if (tables.runningCycles.count(0) < running) ended++;
			yield 'boundary';
		}
		if (Number.isFinite(to) && to > ledger.clock) {
			ledger.clock = to;
			ledger.boundary();
		}
	}

	/** The moment of the next event, or null if nothing will ever happen by itself. */
	get nextAt(): Ms | null {
		return nextEvent(this.sim)?.at ?? null;
	}

	facts(from: Seq = 0, to: Seq = this.sim.ledger.now.seq): Fact[] {
		const { facts } = this.sim.ledger;
		const found: Fact[] = [];
		for (let seq = from; seq < to; seq++) found.push(facts.fact(seq));
		return found;
	}

	text(number: number): string {
		return this.sim.ledger.texts.text(number);
	}

	/** The text of a fact's detail, where it has one. */
	detailText(fact: Fact): string {
		return this.sim.ledger.facts.isText[fact.seq] ? this.text(fact.detail) : '';
	}

	/** The boundary at which the world stands, or less: while somebody steps through a unit, only facts up to there count. */
	checkpoint(): Checkpoint {
		const { now } = this.sim.ledger;
		return this.#shown !== null && this.#shown < now.seq ? { ...now, seq: this.#shown } : now;
	}

	/** Reads the world as if only the facts before `seq` had been told. The tables stand where they stand. */
	showing<T>(seq: Seq, read: (world: World) => T): T {
		this.#shown = seq;
		try {
			return read(this);
		} finally {
			this.#shown = null;
		}
	}

	/** Moves the whole world to a moment: before the fact `seq` was told, or to a time. */
	seek(where: { readonly seq: Seq } | { readonly at: Ms } | { readonly index: number }): void {
		const { ledger } = this.sim;
		if ('index' in where) ledger.seek(where.index);
		// Nothing was before the company was made.
		else ledger.seek('seq' in where ? ledger.indexAfter(where.seq) : Math.max(1, ledger.indexAt(where.at)));
	}

	/** Reads the world as it was at a moment, and comes back. */
	at<T>(where: { readonly seq: Seq } | { readonly at: Ms } | { readonly index: number }, read: (world: World) => T): T {
		const { here } = this.sim.ledger;
		this.seek(where);
		try {
			return read(this);
		} finally {
			this.sim.ledger.seek(here);
		}
	}

	back(): void {
		const { ledger } = this.sim;
		ledger.seek(ledger.boundaries.length - 1);
	}

	/** Starts a branch at a moment, or here; the branch that is left stays as it is. */
	fork(where?: { readonly seq: Seq } | { readonly at: Ms }, name?: string): Branch {
		if (where) this.seek(where);
		return this.branches.fork(name);
	}

	fingerprint(): string {
		const { ledger } = this.sim;
		return ledger.chainAt(ledger.here).toString(16).padStart(8, '0');
	}

	/** The journal of the live branch: all that a link has to carry. */
	journal(): readonly { readonly at: Ms; readonly verb: string; readonly args: Json }[] {
		return [...this.tables.commands.all()].map(({ at, verb, args }) => ({ at, verb, args }));
	}
}

export function createWorld(options: WorldOptions = {}): World {
	return new World(options);
}

/** The same, and now and then how far it is: a hundred thousand people take seconds. */
export function* worldInSteps(options: WorldOptions): Generator<Made, World, void> {
	const world = new World(options, true);
	yield* world.fill();
	return world;
}

/** A world before its beginning, for a recording to fill. */
export function blankWorld(options: WorldOptions): World {
	return new World(options, true);
}
