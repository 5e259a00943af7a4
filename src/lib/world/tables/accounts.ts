import type { Slot } from '#lib/engine/base';
import { AccountIndex } from '#lib/apps/accounts';
import { numberOf } from '#lib/apps/identity';
import type { AppStore, Resource } from '#lib/apps';
import { planFor } from '#lib/apps/provider/plan';
import type { Ledger } from '../core/ledger';
import { LateIndex } from '../core/late-index';
import type { LazyIndex } from '../core/lazy-index';
import type { Table } from '../core/tables';
import type { AccountRow } from './rows';

const accountTypes: string[] = [];

/** An application's accounts of one type, in one number. */
export function accountTypeKey(app: Slot, type: string): number {
	let number = accountTypes.indexOf(type);
	if (number < 0) number = accountTypes.push(type) - 1;
	return app * 256 + number;
}

/** The look-ups of one application's accounts. */
class AppAccounts {
	/** Records that do not lie where their id tells. */
	readonly strays = new Map<string, Slot>();

	constructor(
		readonly index: AccountIndex,
		readonly seed: number
	) {}
}

/** Look-ups of all applications' accounts, by application; made when somebody asks. */
export class AccountIndexes extends LateIndex<AccountRow> {
	readonly #apps = new Map<Slot, AppAccounts>();

	constructor(
		readonly table: () => Table<AccountRow>,
		readonly app: (app: Slot) => { readonly kind: string; readonly seed: number }
	) {
		super(() => table().all());
	}

	of(app: Slot): AppAccounts {
		this.catchUp();
		return this.#of(app);
	}

	/**
	 * Where the record with this id lies. The id tells its number, and a record nearly always lies where its number says: a
	 * hundred thousand accounts need no map of texts.
	 */
	slotOf(app: Slot, id: string): Slot | undefined {
		const told = numberOf(this.#of(app).seed, id) - 1;
		const row = told >= 0 ? this.table().get(told) : null;
		if (row && row.app === app && row.resource.id === id) return told;
		return this.of(app).strays.get(id);
	}

	#of(app: Slot): AppAccounts {
		let found = this.#apps.get(app);
		if (!found) {
			const { kind, seed } = this.app(app);
			const index = new AccountIndex(planFor(kind).indexes, () => this.#resourcesOf(app));
			this.#apps.set(app, (found = new AppAccounts(index, seed)));
		}
		return found;
	}

	*#resourcesOf(app: Slot): Generator<Resource> {
		for (const row of this.rows()) if (row.app === app) yield row.resource;
	}

	protected clear(): void {
		this.#apps.clear();
	}

	protected learn(was: AccountRow | null | undefined, is: AccountRow | null | undefined): void {
		const { app, slot, resource } = (is ?? was)!;
		const { index, strays, seed } = this.#of(app);
		index.change(was?.resource, is?.resource);
		if (was && is && was.resource.id === resource.id) return;
		if (was) strays.delete(was.resource.id);
		if (is && numberOf(seed, resource.id) - 1 !== slot) strays.set(resource.id, slot);
	}
}

const none: readonly Resource[] = [];

/** An application's store on the world's tables: every account is a row, written through the one `put`. */
export class AccountStore implements AppStore {
	#given = 0;

	constructor(
		readonly app: Slot,
		readonly ledger: Ledger,
		readonly table: Table<AccountRow>,
		readonly indexes: AccountIndexes,
		readonly byType: LazyIndex<AccountRow, number>
	) {}

	/** Before each request: numbers that an earlier request asked for and did not use are free again. */
	begin(): void {
		this.#given = 0;
	}

	get(id: string): Resource | undefined {
		const slot = this.indexes.slotOf(this.app, id);
		return slot === undefined ? undefined : this.table.get(slot)?.resource;
	}

	put(id: string, resource: Resource | null): void {
		const known = this.indexes.slotOf(this.app, id);
		if (known === undefined && resource === null) return;
		const slot = known ?? this.table.next;
		const row: AccountRow | null = resource && { slot, app: this.app, resource };
		this.ledger.put('accounts', slot, row);
	}

	all(type: string): Iterable<Resource> {
		const slots = this.byType.get(accountTypeKey(this.app, type));
		return slots.map((slot) => this.table.get(slot)!.resource);
	}

	find(index: string, key: string): readonly Resource[] {
		const ids = this.indexes.of(this.app).index.find(index, key);
		if (ids.length === 0) return none;
		const found: Resource[] = [];
		for (const id of ids) {
			const resource = this.get(id);
			if (resource) found.push(resource);
		}
		return found.length > 1 ? found.sort((a, b) => a.n - b.n) : found;
	}

	count(index: string, key: string): number {
		return this.indexes.of(this.app).index.count(index, key);
	}

	next(): number {
		this.#given = Math.max(this.#given, this.table.next) + 1;
		return this.#given;
	}
}
