import type { Seq } from '#lib/engine/base';
import type { Trace } from '#lib/engine/trace';
import { VIRTUAL_START } from '#lib/content/company/tenant';
import { Applications } from './apps/applications';
import { hashText } from './core/hash';
import { Ledger } from './core/ledger';
import { templateOf } from '#lib/hr/templates';
import { WorldHost } from './host';
import { systems } from './parts';
import { populate, tenantRow, type Made, type WorldOptions } from './setup';
import type { TenantRow } from './tables/rows';
import { Tables } from './tables/tables';
import { Writer } from './writer';

/** The parts of one world, put together: what commands and events act on. */
export class Simulation {
	readonly tables: Tables;
	readonly ledger: Ledger;
	readonly host: WorldHost;
	readonly writer: Writer;
	readonly apps: Applications;
	/** Set while a unit is run again to see its operands. */
	trace: Trace | undefined;

	readonly #tenant: TenantRow;

	/** Before anything is in it. */
	constructor(readonly options: WorldOptions) {
		const start = options.start ?? VIRTUAL_START;
		const tenant = tenantRow(options, start);
		this.#tenant = tenant;
		const seed = hashText(tenant.seedText);
		this.tables = new Tables(seed);
		this.ledger = new Ledger(seed, start, this.tables.list());
		this.host = new WorldHost(this.ledger, this.tables);
		this.writer = new Writer(this.ledger);
		this.apps = new Applications(this.ledger, this.tables);
		this.apps.inbound = (app, request) =>
			templateOf(app.kind) ? systems.here.answerInbound(this, app, request) : null;
	}

	/** Puts in all that is there before the first instant. */
	*fill(): Generator<Made, void, void> {
		this.ledger.tell('world.began', 'O-01', 0, 'tenant', 0);
		this.ledger.put('tenant', 0, this.#tenant);
		const from = this.ledger.tape.n;
		yield* populate(this.ledger, this.#tenant, this.options);
		this.ledger.give(from);
		if (this.#tenant.hr !== 'none') systems.here.addHrJobs(this);
	}

	/** The fact that everything at the beginning goes back to. */
	get began(): Seq {
		return 0;
	}
}
