import { factKinds, tableNames, type FactKind, type Seq, type TableName } from '#lib/engine/base';
import { templateOf } from '#lib/hr/templates';
import { grown } from '#lib/world/core/grow';
import type { Checkpoint } from '#lib/world';
import type { Simulation } from '#lib/world/simulation';
import { changeMark, connectMark, packMark, rowMarks } from '../stage/marks';
import { Fold, foldOf } from './fold';
import { historyOf, type History } from './history';

/** Lanes as the fold numbers them; applications follow by slot. */
export const youLane = 0;
export const hrLane = 1;
export const adLane = 2;
export const connectLane = 3;
export const entraLane = 4;
export const firstAppLane = 5;

const targetLanes = { ad: adLane, entra: entraLane, hr: hrLane } as const;

/** An application has a lane of its own; a job from or to HR stands on the lane of the system that it writes to. */
export function laneOfApp(app: number, kind: string): number {
	const template = templateOf(kind);
	return template ? targetLanes[template.target] : firstAppLane + app;
}

export interface Span {
	readonly app: number;
	readonly seq: Seq;
	readonly from: number;
	readonly reason: string;
	/** The fact that ended it; null: it lasts. */
	end: { readonly seq: Seq; readonly at: number } | null;
}

export interface Label {
	readonly seq: Seq;
	readonly at: number;
	readonly text: string;
}

/** Everything that the timeline draws, as columns in the order of the facts. */
export class StageFacts extends Fold {
	n = 0;
	at = new Float64Array(1024);
	lane = new Uint16Array(1024);
	mark = new Uint8Array(1024);
	seq = new Uint32Array(1024);
	subject = new Uint32Array(1024);
	readonly labels: Label[] = [];
	readonly quarantines: Span[] = [];
	/** When jobs were switched on and off. */
	readonly states: { readonly app: number; readonly seq: Seq; readonly on: boolean }[] = [];
	/** Facts that carry a mark or a span, by the number of their kind. */
	readonly #handlers: (((sim: Simulation, seq: Seq) => void) | undefined)[];
	readonly #marks = new Map<number, number>();
	#history!: History;

	constructor() {
		super();
		const handlers: { readonly [kind in FactKind]?: (sim: Simulation, seq: Seq) => void } = {
			command: (sim, seq) => this.#command(sim, seq),
			'source.changed': (sim, seq) => this.#push(sim, seq, sourceLane(sim, seq), this.#markOf(sim, seq, changeMark)),
			'connect.row': (sim, seq) => this.#push(sim, seq, connectLane, this.#markOf(sim, seq, connectMark)),
			row: (sim, seq) => this.#row(sim, seq),
			warning: (sim, seq) => this.#inLastLane(sim, seq, packMark('staged', 'warning')),
			fail: (sim, seq) => this.#fail(sim, seq),
			'cycle.aborted': (sim, seq) => this.#ofJob(sim, seq, packMark('failure', 'failure')),
			'job.state': (sim, seq) => this.#state(sim, seq),
			'account.changed': (sim, seq) => this.#push(sim, seq, this.#changedLane(sim, seq), packMark('update', 'success')),
			'discovery.ended': (sim, seq) =>
				this.#push(sim, seq, this.#laneOf(this.#history.appOfDiscovery(slotOf(sim, seq))), packMark('other', 'none')),
			quarantine: (sim, seq) => this.#quarantine(sim, seq),
			'quarantine.lifted': (sim, seq) => this.#lifted(sim, seq)
		};
		this.#handlers = factKinds.map((kind) => handlers[kind]);
	}

	override follow(sim: Simulation): this {
		this.#history = historyOf(sim);
		return super.follow(sim);
	}

	protected take(sim: Simulation, from: { seq: number }, to: Checkpoint): void {
		const { kind } = sim.ledger.facts;
		for (let seq = from.seq; seq < to.seq; seq++) this.#handlers[kind[seq]!]?.(sim, seq);
	}

	protected rewind(seq: number): void {
		this.n = this.before(seq);
		while (this.labels.length > 0 && this.labels.at(-1)!.seq >= seq) this.labels.pop();
		while (this.quarantines.length > 0 && this.quarantines.at(-1)!.seq >= seq) this.quarantines.pop();
		for (const span of this.quarantines) if (span.end && span.end.seq >= seq) span.end = null;
		while (this.states.length > 0 && this.states.at(-1)!.seq >= seq) this.states.pop();
	}

	/** How many events were told before the fact `seq`. */
	before(seq: Seq): number {
		let low = 0;
		let high = this.n;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.seq[middle]! < seq) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#push({ ledger: { facts } }: Simulation, seq: Seq, lane: number, mark: number): void {
		const n = this.n;
		if (n === this.at.length) this.#room(n + 1);
		this.at[n] = facts.at[seq]!;
		this.lane[n] = lane;
		this.mark[n] = mark;
		this.seq[n] = seq;
		this.subject[n] = facts.subject[seq]!;
		this.n = n + 1;
	}

	/** The endpoint of uploads is the tenant's own (H-402). */
	#changedLane(sim: Simulation, seq: Seq): number {
		const isUpload = tableNames[sim.ledger.facts.subject[seq]! >>> 24] === 'uploadCalls';
		return isUpload ? entraLane : this.#laneOf(slotOf(sim, seq));
	}

	#laneOf(app: number): number {
		return laneOfApp(app, this.#history.app(app)?.kind ?? '');
	}

	#room(needed: number): void {
		this.at = grown(this.at, needed);
		this.lane = grown(this.lane, needed);
		this.mark = grown(this.mark, needed);
		this.seq = grown(this.seq, needed);
		this.subject = grown(this.subject, needed);
	}

	#command(sim: Simulation, seq: Seq): void {
		const { facts, texts } = sim.ledger;
		this.#push(sim, seq, youLane, commandMark);
		this.labels.push({ seq, at: facts.at[seq]!, text: texts.text(facts.detail[seq]!) });
	}

	/** The mark that belongs to the text of a fact; few texts are told very often. */
	#markOf({ ledger: { facts, texts } }: Simulation, seq: Seq, mark: (text: string) => number): number {
		const key = facts.detail[seq]! * factKinds.length + facts.kind[seq]!;
		let known = this.#marks.get(key);
		if (known === undefined) this.#marks.set(key, (known = mark(texts.text(facts.detail[seq]!))));
		return known;
	}

	/** C-523: rows that the log hides make no mark either. */
	#row(sim: Simulation, seq: Seq): void {
		const { facts } = sim.ledger;
		const packed = facts.detail[seq]! & 31;
		const guards = facts.guards[seq]!;
		if (packed >>> 3 === 2 && (guards & 3) === 0) return;
		this.#push(sim, seq, this.#laneOf(this.#history.appOfCycle(guards >>> 2)), rowMarks[packed]!);
	}

	/** A failed reference or membership has no row; a failed object has. */
	#fail(sim: Simulation, seq: Seq): void {
		const guards = sim.ledger.facts.guards[seq]!;
		if (guards & 1)
			this.#push(sim, seq, this.#laneOf(this.#history.appOfCycle(guards >>> 1)), packMark('failure', 'failure'));
	}

	/** A warning stands before the row of its unit, in the same lane. */
	#inLastLane(sim: Simulation, seq: Seq, mark: number): void {
		const { facts } = sim.ledger;
		for (let cause = facts.cause[seq]!; cause > 0; cause = facts.cause[cause]!)
			if (factKinds[facts.kind[cause]!] === 'request')
				return this.#push(sim, seq, this.#laneOf(this.#history.appOfCycle(facts.guards[cause]!)), mark);
	}

	#ofJob(sim: Simulation, seq: Seq, mark: number): void {
		this.#push(sim, seq, this.#laneOf(this.#history.appOfJob(slotOf(sim, seq))), mark);
	}

	/** C-045, C-048: guards tell what happened to the job: 0 it was switched off, 1 and 2 it runs. */
	#state(sim: Simulation, seq: Seq): void {
		this.#ofJob(sim, seq, packMark('other', 'none'));
		const guards = sim.ledger.facts.guards[seq]!;
		if (guards <= 2) this.states.push({ app: this.#history.appOfJob(slotOf(sim, seq)), seq, on: guards > 0 });
	}

	#quarantine(sim: Simulation, seq: Seq): void {
		const { facts, texts } = sim.ledger;
		const app = this.#history.appOfJob(slotOf(sim, seq));
		if (this.quarantines.some((span) => span.app === app && span.end === null)) return;
		this.quarantines.push({ app, seq, from: facts.at[seq]!, reason: texts.text(facts.detail[seq]!), end: null });
	}

	#lifted(sim: Simulation, seq: Seq): void {
		const app = this.#history.appOfJob(slotOf(sim, seq));
		const span = this.quarantines.findLast((one) => one.app === app && one.end === null);
		if (span) span.end = { seq, at: sim.ledger.facts.at[seq]! };
	}
}

const commandMark = packMark('command', 'none');

/** An agent stands beside the Active Directory that it writes; everything else that changes is the tenant's. */
const sourceLanes: { readonly [table in TableName]?: number } = {
	adUsers: adLane,
	adGroups: adLane,
	agents: adLane,
	workers: hrLane
};

function sourceLane({ ledger }: Simulation, seq: Seq): number {
	return sourceLanes[tableNames[ledger.facts.subject[seq]! >>> 24]!] ?? entraLane;
}

function slotOf({ ledger }: Simulation, seq: Seq): number {
	return ledger.facts.subject[seq]! & 0xffffff;
}

export const stageFactsOf = foldOf(() => new StageFacts());
