import type { Ms, Seq, Slot } from '#lib/engine/base';
import type { CycleKind, CycleRow } from '#lib/engine/job/records';
import { unpackRow, type RowAction, type RowStatus } from '#lib/engine/steps/log-row';
import type { ModifiedProperty } from '#lib/engine/trace';
import type { Command } from './commands';
import { kindOf } from './core/facts';
import { nameOfSource } from './run/subject';
import { tryOut } from './try-out';
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
	/** False: the run was stopped at its limit, and the counts are those up to there. */
	readonly complete: boolean;
	/** Objects that the cycle had looked at, of those on its work list. */
	readonly looked: number;
	readonly of: number;
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
	/** How many events are tried at most. */
	readonly most?: number;
}

const rowKind = kindOf('row');
const mostRows = 200;
const mostDetailed = 50;
/** A cycle that has not begun by then waits for something else. */
const patience: Ms = 3 * 24 * 3_600_000;

/**
 * Does the commands, runs the next cycle of the application with the direct door, counts what it did, and forgets all of
 * it: neither branches, place nor fingerprint change. To be asked between two events only.
 */
export function preview(world: World, { app, commands, most = 25_000 }: PreviewOptions): Preview {
	const { ledger } = world.sim;
	if (ledger.tape.n !== ledger.boundaries.at(-1)!.op)
		throw new Error('An object is being provisioned right now. Ask again when it is done.');
	const index = ledger.here;
	const kept = ledger.boundaries[index]!;
	return tryOut(ledger, index, () => {
		try {
			return new Rehearsal(world, app, most).run(commands);
		} finally {
			// An idle boundary is replaced by the next one.
			ledger.boundaries[index] = kept;
			world.sim.trace = undefined;
		}
	});
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
	#events = 0;
	#isComplete = false;

	constructor(
		readonly world: World,
		app: string,
		readonly most: number
	) {
		const slot = world.tables.appsByKey.first(app);
		this.#job = slot === undefined ? undefined : world.tables.jobsByApp.first(slot);
	}

	run(commands: readonly Command[]): Preview {
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
		world.advance({ until: () => this.#isOver(latest) });
		return this.#told(null, afterRunning, afterStart);
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
		this.#isComplete = this.#cycle !== null && this.#cycle.endedAt !== null;
		if (this.#isComplete || ++this.#events > this.most) return true;
		return this.#cycle === null && world.clock > latest;
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
		const plan = cycle && world.sim.host.plan(cycle.plan);
		const job = this.#job === undefined ? null : world.sim.host.job(this.#job);
		return {
			refused,
			cycle: cycle && { kind: cycle.kind, at: cycle.startedAt, end: cycle.endedAt },
			afterRunning,
			afterStart,
			counts: this.#counts as PreviewCounts,
			rows: this.#rows,
			quarantine: refused === null ? (job?.quarantine?.reason ?? null) : null,
			complete: this.#isComplete,
			looked: plan ? Math.min(cycle!.phase === 'objects' ? cycle!.next : plan.work.length, plan.work.length) : 0,
			of: plan?.work.length ?? 0
		};
	}
}
