import { tableNames, type Seq, type TableName } from '#lib/engine/base';
import { rowActions, rowStatuses } from '#lib/engine/steps/log-row';
import { kindOf } from '#lib/world/core/facts';
import { grown } from '#lib/world/core/grow';
import type { Checkpoint } from '#lib/world';
import type { Simulation } from '#lib/world/simulation';
import { Fold, foldOf } from './fold';
import { historyOf, type History } from './history';

/** What a row is about: an object of the directory, a worker of HR, or a record that was uploaded. */
export type ObjectKind = 'user' | 'group' | 'worker' | 'record';

const objectKinds: { readonly [table in TableName]?: ObjectKind } = {
	users: 'user',
	groups: 'group',
	workers: 'worker',
	uploads: 'record'
};

export const tableOfKind = { user: 'users', group: 'groups', worker: 'workers', record: 'uploads' } as const;

const skipped = rowStatuses.indexOf('skipped');
const rowKind = kindOf('row');

/** All rows of the provisioning log as columns: a row never changes, so that a past moment is a prefix. */
export class LogRows extends Fold {
	n = 0;
	seq = new Uint32Array(1024);
	at = new Float64Array(1024);
	subject = new Uint32Array(1024);
	action = new Uint8Array(1024);
	status = new Uint8Array(1024);
	code = new Uint32Array(1024);
	cycle = new Uint32Array(1024);
	app = new Uint16Array(1024);
	/** C-523: somebody skipped who is neither assigned nor linked. */
	hidden = new Uint8Array(1024);
	/** The entry of the history that gives the object's name at that time. */
	name = new Uint32Array(1024);
	history!: History;

	/** Names first: rows refer to them. */
	override follow(sim: Simulation): this {
		this.history = historyOf(sim);
		return super.follow(sim);
	}

	protected take(sim: Simulation, from: { seq: number }, to: Checkpoint): void {
		const { facts } = sim.ledger;
		for (let seq = from.seq; seq < to.seq; seq++) if (facts.kind[seq] === rowKind) this.#push(sim, seq);
	}

	#push({ ledger: { facts } }: Simulation, seq: Seq): void {
		const at = this.n;
		if (at === this.seq.length) this.#room(at + 1);
		const detail = facts.detail[seq]!;
		const guards = facts.guards[seq]!;
		const subject = facts.subject[seq]!;
		const status = (detail >>> 3) & 3;
		const cycle = guards >>> 2;
		this.seq[at] = seq;
		this.at[at] = facts.at[seq]!;
		this.subject[at] = subject;
		this.action[at] = detail & 7;
		this.status[at] = status;
		this.code[at] = detail >>> 5;
		this.cycle[at] = cycle;
		this.app[at] = this.history.appOfCycle(cycle);
		this.hidden[at] = status === skipped && (guards & 3) === 0 ? 1 : 0;
		this.name[at] = this.history.entry(tableNames[subject >>> 24]!, subject & 0xffffff, seq);
		this.n = at + 1;
	}

	#room(needed: number): void {
		this.seq = grown(this.seq, needed);
		this.at = grown(this.at, needed);
		this.subject = grown(this.subject, needed);
		this.action = grown(this.action, needed);
		this.status = grown(this.status, needed);
		this.code = grown(this.code, needed);
		this.cycle = grown(this.cycle, needed);
		this.app = grown(this.app, needed);
		this.hidden = grown(this.hidden, needed);
		this.name = grown(this.name, needed);
	}

	protected rewind(seq: number): void {
		this.n = this.before(seq);
	}

	/** How many rows were told before the fact `seq`. */
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

	actionAt(place: number) {
		return rowActions[this.action[place]!]!;
	}

	statusAt(place: number) {
		return rowStatuses[this.status[place]!]!;
	}

	kindAt(place: number): ObjectKind {
		return objectKinds[tableNames[this.subject[place]! >>> 24]!] ?? 'user';
	}

	slotAt(place: number): number {
		return this.subject[place]! & 0xffffff;
	}
}

export const logRowsOf = foldOf(() => new LogRows());
