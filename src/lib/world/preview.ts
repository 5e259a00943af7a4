import type { Ms, Seq, Slot } from '#lib/engine/base';
import { progressOf } from '#lib/engine/job/progress';
import type { CycleKind, CycleRow } from '#lib/engine/job/records';
import { unpackRow, type RowAction, type RowStatus } from '#lib/engine/steps/log-row';
import type { ModifiedProperty } from '#lib/engine/trace';
import type { Command } from './commands';
import { kindOf } from './core/facts';
import { nameOfSource } from './run/subject';
import { copying } from './what-if/copy';
import type { World } from './world';

/** What a saved change would bring about, before it is saved: the next cycle, run on a fork and forgotten. */
export interface Preview {
	/** Why the change cannot be saved; null: it can. */
	readonly refused: string | null;
	/** The cycle that follows; null: none would begin. */
	readonly cycle: { readonly kind: CycleKind; readonly at: Ms; readonly end: Ms | null } | null;
	/** A cycle runs at present: it ends first, with the settings it began with (C-371). */
	readonly afterRunning: boolean;
	/** The job is off: what is told happens once it is started (C-386). */
	readonly afterStart: boolean;
	readonly counts: PreviewCounts;
	/** The objects that something happens to, the first of them. */
	readonly rows: readonly PreviewRow[];
	/** Why the job would be in quarantine afterwards. */
	readonly quarantine: string | null;
}

/** Objects that the cycle has looked at, of those on its work list. */
export interface Looked {
	readonly looked: number;
	readonly of: number;
}

/** There is no cycle yet that could look at anything. */
export const notYet: Looked = { looked: 0, of: 0 };

export function lookedIn({ sim: { host } }: World, cycle: CycleRow): Looked {
	const { doneObjects, objects } = progressOf(cycle, host.plan(cycle.plan));
	return { looked: doneObjects, of: objects };
}

export type PreviewCounts = { readonly [action in RowAction | 'failed' | 'skipped']: number };

export interface PreviewRow {
	readonly kind: 'user' | 'group';
	readonly slot: Slot;
	readonly name: string;
	readonly action: RowAction;
	readonly status: RowStatus;
	readonly code: string;
	readonly rule: string;
	/** What would be written: of the first objects only. */
	readonly modified: readonly ModifiedProperty[];
}

export interface PreviewOptions {
	/** The application whose next cycle is wanted. */
	readonly app: string;
	readonly commands: readonly Command[];
}

const rowKind = kindOf('row');
const mostRows = 200;
const mostDetailed = 50;
/** A cycle that has not begun by then waits for something else. */
const patience: Ms = 3 * 24 * 3_600_000;

/**
 * Does the commands in a copy of the company, runs the next cycle of the application with the direct door and counts what
 * it did. It yields after each event how far it is; whoever leaves it in the middle leaves nothing behind.
 */
export function* previewing(world: World, { app, commands }: PreviewOptions): Generator<Looked, Preview> {
	const copy = yield* copying(world, world.sim.ledger.here, notYet);
	return yield* new Rehearsal(copy, app).run(commands);
}

/** The whole preview at once. */
export function preview(world: World, options: PreviewOptions): Preview {
	const run = previewing(world, options);
	for (;;) {
		const step = run.next();
		if (step.done) return step.value;
	}
}

/** One try: what the cycle wrote is collected while it runs. */
class Rehearsal {
	readonly #job: Slot | undefined;
	readonly #counts: Record<string, number> = {
		create: 0,
		update: 0,
		enable: 0,
		disable: 0,
		delete: 0,
		staged: 0,
		other: 0,
		failed: 0,
		skipped: 0
	};
	readonly #rows: PreviewRow[] = [];
	#modified: readonly ModifiedProperty[] = [];
	#cycle: CycleRow | null = null;
	#earlier = -1;
	#read: Seq = 0;

	constructor(
		readonly world: World,
		app: string
	) {
		const slot = world.tables.appsByKey.first(app);
		this.#job = slot === undefined ? undefined : world.tables.jobsByApp.first(slot);
	}

	*run(commands: readonly Command[]): Generator<Looked, Preview> {
		const { world } = this;
		if (this.#job === undefined) return this.#told('This application has no provisioning job.', false, false);
		const afterRunning = world.sim.host.job(this.#job).cycle !== null;
		for (const command of commands) {
			const done = world.do(command);
			if (!done.ok) return this.#told(done.message, false, false);
		}
		const afterStart = this.#startIfOff();
		this.#earlier = world.tables.cyclesByJob.get(this.#job).at(-1) ?? -1;
		this.#read = world.checkpoint().seq;
		const latest = world.clock + patience;
		world.sim.trace = (entry) => {
			if (entry.step === 'modified') this.#modified = entry.properties;
		};
		const run = world.play({ until: () => this.#isOver(latest) }, world.direct);
		while (!run.next().done) yield this.#looked();
		return this.#told(null, afterRunning, afterStart);
	}

	#looked(): Looked {
		const cycle = this.#cycle;
		return cycle ? lookedIn(this.world, cycle) : notYet;
	}

	#startIfOff(): boolean {
		const { world } = this;
		const job = world.sim.host.job(this.#job!);
		if (job.schedule === 'Active') return false;
		const { key } = world.tables.apps.get(job.app)!;
		return world.do({ verb: 'job.start', args: { app: key } }).ok;
	}

	/** Asked before each event. */
	#isOver(latest: Ms): boolean {
		const { world } = this;
		this.#findCycle();
		this.#collect();
		return this.#cycle ? this.#cycle.endedAt !== null : world.clock > latest;
	}

	#findCycle(): void {
		const { tables } = this.world;
		if (this.#cycle) this.#cycle = tables.cycles.get(this.#cycle.slot);
		else
			for (const slot of tables.cyclesByJob.get(this.#job!))
				if (slot > this.#earlier && tables.cycles.get(slot)!.kind !== 'demand') this.#cycle = tables.cycles.get(slot);
	}

	#collect(): void {
		const { facts } = this.world.sim.ledger;
		for (; this.#read < facts.n; this.#read++) {
			const seq = this.#read;
			if (facts.kind[seq] !== rowKind || facts.guards[seq]! >>> 2 !== this.#cycle?.slot) continue;
			this.#take(seq);
		}
	}

	#take(seq: Seq): void {
		const { world } = this;
		const fact = world.sim.ledger.facts.fact(seq);
		const { action, status, code } = unpackRow(fact.detail);
		const counted = status === 'failure' ? 'failed' : status === 'skipped' ? 'skipped' : action;
		this.#counts[counted]!++;
		const modified = this.#modified;
		this.#modified = [];
		if (counted === 'skipped' || this.#rows.length >= mostRows) return;
		const kind = fact.subject.table === 'groups' ? 'group' : 'user';
		const { slot } = fact.subject;
		const source = world.sim.host.sourceOf(world.sim.host.job(this.#job!));
		const row = kind === 'group' ? source.group(slot) : source.user(slot);
		const name = row ? nameOfSource(row) : `${kind} ${slot}`;
		this.#rows.push({ kind, slot, name, action, status, code: world.text(code), rule: fact.rule, modified });
		// Operands cost time, so only the first rows have them.
		if (this.#rows.length === mostDetailed) world.sim.trace = undefined;
	}

	#told(refused: string | null, afterRunning: boolean, afterStart: boolean): Preview {
		const { world } = this;
		const cycle = this.#cycle;
		const job = this.#job === undefined ? null : world.sim.host.job(this.#job);
		return {
			refused,
			cycle: cycle && { kind: cycle.kind, at: cycle.startedAt, end: cycle.endedAt },
			afterRunning,
			afterStart,
			counts: this.#counts as PreviewCounts,
			rows: this.#rows,
			quarantine: refused === null ? (job?.quarantine?.reason ?? null) : null
		};
	}
}
