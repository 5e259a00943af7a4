import type { Row, Slot, TableName } from '#lib/engine/base';
import type { LinkRow } from '#lib/engine/job/records';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import { nameOf } from '#lib/apps';
import type { World } from '#lib/world';
import type { Checkpoint } from '#lib/world';
import type { AccountRow, AppRow } from '#lib/world/tables/rows';
import { tablesAt, touchedBy, type Touched, type Way } from '#lib/world/ways';
import { accountName } from '../apps/account-names';

/** One of two ways that are held against each other, up to a moment. */
export interface Side {
	readonly way: Way;
	readonly end: Checkpoint;
	/** The text of a number: two worlds number theirs differently. */
	readonly text: (number: number) => string;
}

export type Which = 'a' | 'b';

export const comparedTables = [
	'users',
	'groups',
	'members',
	'assignments',
	'apps',
	'accounts',
	'jobs',
	'links',
	'adUsers',
	'workers'
] as const satisfies readonly TableName[];
export type ComparedTable = (typeof comparedTables)[number];

const wholeTables = ['users', 'groups', 'apps', 'jobs', 'links', 'accounts', 'adUsers', 'workers'] as const;
type WholeTable = (typeof wholeTables)[number];

/** The tables of both ways: what they shared where they parted, and what each has written since. */
export class Sides {
	readonly #shared: Record<WholeTable, (Row | null | undefined)[]>;
	readonly #since = { a: new Map<string, Row | null>(), b: new Map<string, Row | null>() };

	readonly #names: { a?: Map<string, string>; b?: Map<string, string> } = {};

	private constructor(
		readonly a: Side,
		readonly b: Side,
		readonly fork: Checkpoint,
		readonly touched: readonly Touched[],
		shared: Record<WholeTable, (Row | null | undefined)[]>
	) {
		this.#shared = shared;
	}

	/** In steps: of a large company there may be a million changes. */
	static *of(a: Side, b: Side, fork: Checkpoint): Steps<Sides> {
		const touched = yield* touchedBy(a.way, b.way, fork, { a: a.end, b: b.end }, new Set(comparedTables));
		const sides = new Sides(a, b, fork, touched, yield* tablesAt(a.way, fork.op, wholeTables));
		for (const [at, row] of touched.entries()) {
			if (at % STEP === 0) yield at;
			for (const which of ['a', 'b'] as const)
				if (row[which] !== undefined) sides.#since[which].set(`${row.table} ${row.slot}`, row[which]!);
		}
		return sides;
	}

	/** A row as one of the ways has it. */
	row<R extends Row>(which: Which, table: WholeTable, slot: Slot): R | null {
		const since = this.#since[which].get(`${table} ${slot}`);
		return ((since === undefined ? this.#shared[table][slot] : since) as R | null | undefined) ?? null;
	}

	/** Whether a record was there where the ways parted: then its place names it on both. */
	isShared(table: ComparedTable, slot: Slot): boolean {
		return table in this.#shared && this.#shared[table as WholeTable][slot] !== undefined;
	}

	shared(table: WholeTable): readonly (Row | null | undefined)[] {
		return this.#shared[table];
	}

	/** How many rows of a table each way has, by what `keyOf` says of a row; null: it does not count. */
	counts<R extends Row>(table: WholeTable, keyOf: (row: R, which: Which) => string | null) {
		const counts = { a: new Map<string, number>(), b: new Map<string, number>() };
		for (const which of ['a', 'b'] as const) {
			const add = (row: Row | null | undefined, by: number) => {
				const key = row ? keyOf(row as R, which) : null;
				if (key !== null) counts[which].set(key, (counts[which].get(key) ?? 0) + by);
			};
			for (const row of this.#shared[table]) add(row, 1);
			for (const one of this.touched) {
				if (one.table !== table) continue;
				add(this.#shared[table][one.slot], -1);
				add(one[which], 1);
			}
		}
		return counts;
	}

	/** What the accounts that are new on a way are called, by `accountKey`: two ways may have given one id to different people. */
	names(which: Which): ReadonlyMap<string, string> {
		let names = this.#names[which];
		if (names) return names;
		this.#names[which] = names = new Map();
		for (const { table, was, [which]: row } of this.touched) {
			if (table !== 'accounts' || was !== undefined || !row) continue;
			names.set(accountKey(row as AccountRow), this.login(which, row as AccountRow));
		}
		return names;
	}

	app(which: Which, slot: Slot): AppRow | null {
		return this.row<AppRow>(which, 'apps', slot);
	}

	/** What a person signs in with, under whatever attribute the application keeps it; of a group its name. */
	login(which: Which, account: AccountRow): string {
		const kind = this.app(which, account.app)?.kind;
		return kind === undefined ? account.resource.id : nameOf(kind, account.resource) || accountName(kind, account);
	}

	/** Whose the accounts are: by the link that each way has, else by any that there is or was. */
	*ownersOf(wanted: ReadonlySet<string>): Steps<Readonly<Record<Which, ReadonlyMap<string, LinkRow>>>> {
		const owners = { a: new Map<string, LinkRow>(), b: new Map<string, LinkRow>() };
		if (wanted.size === 0) return owners;
		const take = (which: Which, row: Row | null | undefined) => {
			if (!row) return;
			const link = row as LinkRow;
			const job = this.row<{ app: Slot } & Row>(which, 'jobs', link.job);
			const key = `${job?.app}/${link.targetId}`;
			if (wanted.has(key)) owners[which].set(key, link);
		};
		for (const which of ['a', 'b'] as const) {
			for (const [at, row] of this.#shared.links.entries()) {
				if (at % STEP === 0) yield at;
				take(which, row);
			}
			// The last one counts: a link that the way itself has.
			for (const side of ['was', which] as const)
				for (const [at, one] of this.touched.entries()) {
					if (at % STEP === 0) yield at;
					if (one.table === 'links') take(which, one[side]);
				}
		}
		return owners;
	}
}

export const accountKey = ({ app, resource }: AccountRow) => `${app}/${resource.id}`;

/** A side of a world that has only one way, or of one of its branches. */
export function sideOf(world: World, way: Way, at: number | null): Side {
	return { way, end: at === null ? way.end : way.pointAt(at), text: (number) => world.text(number) };
}
