import { createApp, type App, type AppSettings } from '#lib/apps';
import type { Slot } from '#lib/engine/base';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Ledger } from '../core/ledger';
import { hashText } from '../core/hash';
import { AccountStore } from '../tables/accounts';
import type { AppRow } from '../tables/rows';
import type { Tables } from '../tables/tables';

/** The applications of the tenant, each a SCIM provider on the world's own tables. */
export class Applications {
	readonly #apps = new Map<string, { app: App; store: AccountStore }>();

	constructor(
		readonly ledger: Ledger,
		readonly tables: Tables
	) {}

	/** The direct door: one request, answered at once. */
	answer(request: ScimRequest): ScimResponse {
		const { app, store } = this.of(request.app!);
		store.begin();
		return app.answer(request);
	}

	of(slot: Slot): { readonly app: App; readonly store: AccountStore } {
		const row = this.#row(slot);
		const key = `${slot} ${row.kind} ${row.token}`;
		let found = this.#apps.get(key);
		if (!found) this.#apps.set(key, (found = this.#made(row)));
		return found;
	}

	#made(row: AppRow): { app: App; store: AccountStore } {
		const store = new AccountStore(row.slot, this.ledger, this.tables.accounts, this.tables.accountIndexes);
		const app = createApp(row.kind, {
			token: row.token,
			store,
			seed: hashText(row.key, this.ledger.seed),
			now: () => this.ledger.clock,
			settings: () => this.#row(row.slot).settings as AppSettings
		});
		return { app, store };
	}

	#row(slot: Slot): AppRow {
		return this.tables.apps.get(slot)!;
	}
}
