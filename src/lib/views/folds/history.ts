import { tableNames, type Row, type Seq, type Slot, type TableName } from '#lib/engine/base';
import type { DiscoveryRow } from '#lib/engine/discovery/records';
import type { CycleRow, JobRow } from '#lib/engine/job/records';
import { displayName, type UserRow } from '#lib/engine/source';
import type { Checkpoint } from '#lib/world';
import type { Simulation } from '#lib/world/simulation';
import type { UploadRow, WorkerRow } from '#lib/world/tables/hr';
import type { AppRow } from '#lib/world/tables/rows';
import { Fold, foldOf } from './fold';

/** Tables whose rows have a display name. */
export type NamedTable = 'users' | 'groups' | 'adUsers' | 'adGroups' | 'workers' | 'uploads';

export function isNamed(table: TableName): table is NamedTable {
	return differs[table] === renamed;
}

/** A worker's name stands under whatever name the HR system gives it. */
export function nameOf(row: Row): string {
	const { fields, workerId } = row as Partial<WorkerRow>;
	if (!fields) return displayName(row as UserRow) ?? idOf(row);
	const name = fields.PreferredNameData ?? fields['PerPersonal.displayName'];
	return typeof name === 'string' && name !== '' ? name : (workerId ?? '');
}

/** The source object's id: of a worker, the WID; of what was uploaded, what the client calls it. */
export function idOf(row: Row): string {
	const { id, wid, externalId } = row as Partial<UserRow & WorkerRow & UploadRow>;
	return id ?? wid ?? externalId ?? '';
}

function renamed(before: Row, after: Row): boolean {
	return nameOf(before) !== nameOf(after);
}

/** When two states of a row differ in what the history keeps of it. */
const differs: { readonly [table in TableName]?: (before: Row, after: Row) => boolean } = {
	users: renamed,
	groups: renamed,
	adUsers: renamed,
	adGroups: renamed,
	workers: renamed,
	uploads: renamed,
	apps: (before, after) => (before as AppRow).name !== (after as AppRow).name,
	jobs: () => false,
	cycles: () => false,
	discoveries: () => false
};

/** What things were called at any moment, also those that are gone: entries of the tape in which a name changed. */
export class History extends Fold {
	readonly rows: Row[] = [];
	readonly #seqs: number[] = [];
	readonly #ops: number[] = [];
	readonly #before: number[] = [];
	readonly #heads: (number[] | undefined)[];
	readonly #differs: (((before: Row, after: Row) => boolean) | undefined)[];

	constructor() {
		super();
		this.#heads = tableNames.map((name) => (differs[name] ? [] : undefined));
		this.#differs = tableNames.map((name) => differs[name]);
	}

	protected take({ ledger }: Simulation, from: { op: number }, to: Checkpoint): void {
		const { tape } = ledger;
		for (let op = from.op; op < to.op; op++) {
			const head = this.#heads[tape.table[op]!];
			const after = tape.after[op];
			if (!head || !after) continue;
			const slot = tape.slot[op]!;
			const before = head[slot] ?? -1;
			if (before >= 0 && !this.#differs[tape.table[op]!]!(this.rows[before]!, after)) continue;
			head[slot] = this.rows.length;
			this.#before.push(before);
			this.#seqs.push(tape.seq[op]!);
			this.#ops.push(op);
			this.rows.push(after);
		}
	}

	protected rewind(_seq: number, op: number): void {
		let keep = this.rows.length;
		while (keep > 0 && this.#ops[keep - 1]! >= op) keep--;
		for (const head of this.#heads)
			head?.forEach((entry, slot) => {
				let at = entry;
				while (at >= keep) at = this.#before[at]!;
				head[slot] = at;
			});
		for (const list of [this.rows, this.#seqs, this.#ops, this.#before]) list.length = keep;
	}

	/** The entry that held when the fact `seq` was told; -1: there was none. */
	entry(table: TableName, slot: Slot, seq: Seq): number {
		let at = this.#heads[tableNames.indexOf(table)]?.[slot] ?? -1;
		while (at >= 0 && this.#seqs[at]! > seq) {
			const before = this.#before[at]!;
			if (before < 0) return at; // what began within the same event
			at = before;
		}
		return at;
	}

	#row<R extends Row>(table: TableName, slot: Slot, seq: Seq): R | null {
		return (this.rows[this.entry(table, slot, seq)] as R | undefined) ?? null;
	}

	principal(table: NamedTable, slot: Slot, seq: Seq = Infinity): Row | null {
		return this.#row(table, slot, seq);
	}

	/** What a user, a group or an account of Active Directory was called at that time. */
	name(table: NamedTable, slot: Slot, seq: Seq = Infinity): string {
		const row = this.principal(table, slot, seq);
		return row ? nameOf(row) : '';
	}

	app(slot: Slot, seq: Seq = Infinity): AppRow | null {
		return this.#row('apps', slot, seq);
	}

	jobOfCycle(cycle: Slot): Slot {
		return this.#row<CycleRow>('cycles', cycle, Infinity)?.job ?? -1;
	}

	/** As it was when it began: its kind, start and job never change. */
	cycle(slot: Slot): CycleRow | null {
		return this.#row('cycles', slot, Infinity);
	}

	/** The id of the job that ran it, also of one that was deleted since. */
	jobIdOfCycle(cycle: Slot): string {
		return this.#row<JobRow>('jobs', this.jobOfCycle(cycle), Infinity)?.id ?? '';
	}

	appOfJob(job: Slot): Slot {
		return this.#row<JobRow>('jobs', job, Infinity)?.app ?? -1;
	}

	appOfDiscovery(slot: Slot): Slot {
		return this.#row<DiscoveryRow>('discoveries', slot, Infinity)?.app ?? -1;
	}

	appOfCycle(cycle: Slot): Slot {
		return this.appOfJob(this.jobOfCycle(cycle));
	}
}

export const historyOf = foldOf(() => new History());
