import type { Slot } from '#lib/engine/base';
import { AccountIndex } from '#lib/apps/accounts';
import type { AppStore, Resource } from '#lib/apps';
import { planFor } from '#lib/apps/provider/plan';
import type { Ledger } from '../core/ledger';
import { LateIndex } from '../core/late-index';
import type { Table } from '../core/tables';
import type { AccountRow } from './rows';

/** The look-ups of one application's accounts. */
class AppAccounts {
	readonly slots = new Map<string, Slot>();
	readonly byType = new Map<string, Set<Slot>>();

	constructor(readonly index: AccountIndex) {}
}

/** Look-ups of all applications' accounts, by application; made when somebody asks. */
export class AccountIndexes extends LateIndex<AccountRow> {
	readonly #apps = new Map<Slot, AppAccounts>();

	constructor(
		rows: () => Iterable<AccountRow>,
		readonly kindOf: (app: Slot) => string
	) {
		super(rows);
	}

	of(app: Slot): AppAccounts {
		this.catchUp();
		return this.#of(app);
	}

	#of(app: Slot): AppAccounts {
		let found = this.#apps.get(app);
		if (!found) {
			const index = new AccountIndex(planFor(this.kindOf(app)).indexes, () => this.#resourcesOf(app));
			this.#apps.set(app, (found = new AppAccounts(index)));
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
		const row = (is ?? was)!;
		const app = this.#of(row.app);
		app.index.change(was?.resource, is?.resource);
		if (was && is && was.resource.id === is.resource.id) return;
		if (is) {
			app.slots.set(is.resource.id, is.slot);
			let ofType = app.byType.get(is.resource.type);
			if (!ofType) app.byType.set(is.resource.type, (ofType = new Set()));
			ofType.add(is.slot);
		} else {
			app.slots.delete(row.resource.id);
			app.byType.get(row.resource.type)?.delete(row.slot);
		}
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
		readonly indexes: AccountIndexes
	) {}

	/** Before each request: numbers that an earlier request asked for and did not use are free again. */
	begin(): void {
		this.#given = 0;
	}

	get(id: string): Resource | undefined {
		const slot = this.indexes.of(this.app).slots.get(id);
		return slot === undefined ? undefined : this.table.get(slot)?.resource;
	}

	put(id: string, resource: Resource | null): void {
		const known = this.indexes.of(this.app).slots.get(id);
		if (known === undefined && resource === null) return;
		const slot = known ?? this.table.next;
		const row: AccountRow | null = resource && { slot, app: this.app, resource };
		this.ledger.put('accounts', slot, row);
	}

	all(type: string): Iterable<Resource> {
		const slots = [...(this.indexes.of(this.app).byType.get(type) ?? [])].sort((a, b) => a - b);
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
