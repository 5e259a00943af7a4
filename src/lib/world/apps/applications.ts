import type { App, AppSettings, Fault } from '#lib/apps';
import type { Slot } from '#lib/engine/base';
import { written } from '#lib/scim/handed';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Ledger } from '../core/ledger';
import { hashText } from '../core/hash';
import { providers } from '../parts';
import { momentOf } from './moment';
import { AccountStore } from '../tables/accounts';
import type { AppRow } from '../tables/rows';
import type { Tables } from '../tables/tables';

/** The applications of the tenant, each a SCIM provider on the world's own tables. */
export class Applications {
	readonly #apps = new Map<string, { app: App; store: AccountStore }>();
	/** The same by the row as it stands: asked several times for each request. */
	readonly #byRow = new WeakMap<AppRow, { app: App; store: AccountStore }>();
	/** Answers for targets that are no applications: Active Directory, the tenant, human resources. */
	inbound: (app: AppRow, request: ScimRequest) => ScimResponse | null = () => null;

	constructor(
		readonly ledger: Ledger,
		readonly tables: Tables
	) {}

	/** The direct door: one request, answered at once, by what is handed over. */
	answer(request: ScimRequest): ScimResponse {
		const struck = this.open(request);
		return this.slowed(request, struck ?? this.of(request.app!).app.hand(request));
	}

	/** Before any door is used: what strikes the request on its way, or null if the application may answer it. */
	open(request: ScimRequest): ScimResponse | null {
		const row = this.#row(request.app!);
		const inbound = this.inbound(row, request);
		if (inbound) return inbound;
		this.of(row.slot).store.begin();
		const faults = faultsOf(row);
		if (faults.length === 0) return null;
		const struck = providers.here.faulted(faults, request, momentOf(this.ledger, row));
		if (struck === 'timeout') return { status: 0, headers: {}, took: Infinity };
		return struck ?? null;
	}

	/** Every answer passes here too, whatever the door: a slow application takes its time. */
	slowed(request: ScimRequest, response: ScimResponse): ScimResponse {
		const row = this.#row(request.app!);
		const faults = faultsOf(row);
		if (faults.length === 0) return response;
		const took = providers.here.delayOf(faults, request, momentOf(this.ledger, row));
		return took > 0 ? { ...written(response), took } : response;
	}

	of(slot: Slot): { readonly app: App; readonly store: AccountStore } {
		const row = this.#row(slot);
		let found = this.#byRow.get(row);
		if (found) return found;
		const key = `${slot} ${row.kind} ${row.token}`;
		found = this.#apps.get(key);
		if (!found) this.#apps.set(key, (found = this.#made(row)));
		this.#byRow.set(row, found);
		return found;
	}

	#made(row: AppRow): { app: App; store: AccountStore } {
		const { accounts, accountIndexes, accountsByType } = this.tables;
		const store = new AccountStore(row.slot, this.ledger, accounts, accountIndexes, accountsByType);
		const app = providers.here.createApp(row.kind, {
			token: row.token,
			store,
			seed: hashText(row.key, this.ledger.seed),
			now: () => this.ledger.clock,
			settings: () => settingsAt(this.#row(row.slot), this.ledger.clock)
		});
		return { app, store };
	}

	#row(slot: Slot): AppRow {
		return this.tables.apps.get(slot)!;
	}
}

const noFaults: readonly Fault[] = [];

function faultsOf({ settings }: AppRow): readonly Fault[] {
	return (settings.faults as readonly Fault[] | undefined) ?? noFaults;
}

/** The administrator's settings, with the switches that a lasting fault throws. */
function settingsAt(row: AppRow, now: number): AppSettings {
	const settings = row.settings as AppSettings;
	const faults = faultsOf(row);
	if (faults.length === 0) return settings;
	return { ...settings, quirks: { ...settings.quirks, ...providers.here.faultyQuirks(faults, now) } };
}
