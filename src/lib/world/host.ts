import type { Edition } from '#lib/engine/edition';
import type { Ms, Slot } from '#lib/engine/base';
import { eraProfile } from '#lib/engine/eras';
import type { AppView, Host, SourceView, TenantView } from '#lib/engine/host';
import type { CycleRow, JobRow } from '#lib/engine/job/records';
import type { FeedRow, PrincipalKind } from '#lib/engine/source';
import { appView } from './apps/view';
import type { Ledger } from './core/ledger';
import type { Table } from './core/tables';
import { systems } from './parts';
import { Pins } from './source/pins';
import { hasLookahead, hrFeed, templateOfJob, uploadFeed } from './inbound/source';
import type { HrView } from './source/hr-view';
import { DirectoryView } from './source/view';
import type { AppRow, TenantRow } from './tables/rows';
import { jobKey, type Tables } from './tables/tables';

/** As many cycles as are likely to run at one time. */
const keptPins = 8;

/** The engine's eyes: everything it reads of the world, and nothing it could change. */
export class WorldHost implements Host {
	readonly #live: SourceView;
	readonly #views = new WeakMap<AppRow, AppView>();
	#pinned: DirectoryView | null = null;
	#tenant: { readonly row: TenantRow; readonly view: TenantView } | null = null;
	readonly #kept: Pins[] = [];
	#hr: { cycle: Slot; view: HrView } | null = null;

	constructor(
		readonly ledger: Ledger,
		readonly tables: Tables
	) {
		this.#live = new DirectoryView(tables);
		ledger.tape.watcher = (from) => {
			for (const pins of this.#kept) pins.forget(from);
			this.#hr = null;
		};
	}

	get now(): Ms {
		return this.ledger.clock;
	}

	get tenantRow(): TenantRow {
		return this.tables.tenant.get(0)!;
	}

	get edition(): Edition {
		return this.tenantRow.edition ?? 'P2';
	}

	get tenant(): TenantView {
		const row = this.tenantRow;
		if (this.#tenant?.row === row) return this.#tenant.view;
		const { era, replicationMs, cycleMinutes, staleLink, thresholdScale, domain } = row;
		const view = {
			era: eraProfile(era),
			replicationMs,
			cycleMinutes,
			staleLink,
			thresholdScale,
			defaultDomain: domain
		};
		this.#tenant = { row, view };
		return view;
	}

	app(slot: Slot): AppView {
		const row = this.tables.apps.get(slot)!;
		let view = this.#views.get(row);
		if (!view) this.#views.set(row, (view = appView(row)));
		return view;
	}

	job(slot: Slot) {
		return there(this.tables.jobs, slot);
	}
	config(slot: Slot) {
		return there(this.tables.configs, slot);
	}
	plan(slot: Slot) {
		return there(this.tables.plans, slot);
	}
	cycle(slot: Slot) {
		return there(this.tables.cycles, slot);
	}

	/** What the job reads: the directory, or a human-resources system. */
	sourceOf(job: JobRow, cycle?: CycleRow): SourceView {
		const template = templateOfJob(this.tables, job);
		if (template?.source === 'api')
			return new systems.here.UploadView(this.tables, job.app, cycle ? this.#pinsAt(this.plan(cycle.plan).op) : null);
		if (template?.source !== 'hr') return this.source(cycle && this.plan(cycle.plan).op);
		const config = this.config(cycle ? cycle.config : job.config);
		const reading = systems.here.readingOf(
			template,
			config,
			this.tables.apps.get(job.app)!,
			cycle ? cycle.startedAt : this.now
		);
		const { filter } = config.users;
		if (!cycle) return new systems.here.HrView(this.tables, reading, filter, null);
		const kept = this.#hr;
		const pins = this.#pinsAt(this.plan(cycle.plan).op);
		if (kept?.cycle === cycle.slot && kept.view.pins === pins) return kept.view;
		const view = new systems.here.HrView(this.tables, reading, filter, pins);
		this.#hr = { cycle: cycle.slot, view };
		return view;
	}

	/** The last places asked for are kept: a cycle asks for the same one thousands of times, and some run side by side. */
	#pinsAt(op: number): Pins {
		let pins = this.#kept.find((kept) => kept.op === op);
		if (!pins) {
			this.#kept.unshift((pins = new Pins(this.ledger.tape, op)));
			if (this.#kept.length > keptPins) this.#kept.pop();
		}
		pins.follow();
		return pins;
	}

	source(op?: number): SourceView {
		if (op === undefined) return this.#live;
		const pins = this.#pinsAt(op);
		if (pins.empty) return this.#live;
		if (this.#pinned?.pins !== pins) this.#pinned = new DirectoryView(this.tables, pins);
		return this.#pinned;
	}

	/** H-032, H-090, H-134: whom HR does not return is not read; nothing is concluded from it. */
	#hrFeed(job: JobRow, from: Ms, to: Ms): readonly FeedRow[] {
		const source = this.sourceOf(job);
		const rows = hrFeed(this.tables, from, to, hasLookahead(this.config(job.config)));
		return rows.filter(({ object }) => source.user(object) !== null);
	}

	feed(from: Ms, to: Ms, job?: JobRow): readonly FeedRow[] {
		const source = job && templateOfJob(this.tables, job)?.source;
		if (job && source === 'hr') return this.#hrFeed(job, from, to);
		if (job && source === 'api') return uploadFeed(this.tables, job.app);
		const { feed } = this.tables;
		const rows = [];
		// Visibility lags behind the change by at most the replication delay.
		const oldest = from - Math.max(this.tenantRow.replicationMs, 10 * 60_000);
		for (let slot = feed.next - 1; slot >= 0; slot--) {
			const row = feed.rows[slot]!;
			if (row.at < oldest) break;
			if (row.visibleAt > from && row.visibleAt <= to) rows.push(row);
		}
		return rows.reverse();
	}

	link(job: Slot, kind: PrincipalKind, source: Slot) {
		return rowAt(this.tables.links, this.tables.linksBySource.first(jobKey(job, kind, source)));
	}
	linksTo(job: Slot, targetId: string) {
		return all(this.tables.links, this.tables.linksByTarget.get(`${job}/${targetId}`));
	}
	linksOf(job: Slot) {
		return all(this.tables.links, this.tables.linksByJob.get(job));
	}
	linkCount(job: Slot) {
		return this.tables.linksByJob.count(job);
	}
	everyLinkOf(job: Slot) {
		return all(this.tables.links, this.tables.everyLinkByJob.get(job));
	}
	escrow(job: Slot, kind: PrincipalKind, source: Slot) {
		return rowAt(this.tables.escrows, this.tables.escrowsBySource.first(jobKey(job, kind, source)));
	}
	escrowsOf(job: Slot) {
		return all(this.tables.escrows, this.tables.escrowsByJob.get(job));
	}
	removalsOf(job: Slot) {
		return all(this.tables.removals, this.tables.removalsByJob.get(job));
	}
	pendingRemoval(cycle: Slot) {
		return rowAt(this.tables.removals, this.tables.pendingRemovals.first(cycle));
	}
	writtenMembers(job: Slot, group: Slot) {
		return all(this.tables.written, this.tables.writtenByGroup.get(jobKey(job, 'group', group)));
	}
	mailedSince(job: Slot, at: Ms): boolean {
		const { mails } = this.tables;
		for (let slot = mails.next - 1; slot >= 0; slot--) {
			const mail = mails.get(slot)!;
			if (mail.at < at) return false;
			if (mail.job === job) return true;
		}
		return false;
	}
}

function there<R extends { slot: Slot }>(table: Table<R>, slot: Slot): R {
	const row = table.get(slot);
	if (!row) throw new Error(`there is no row ${slot}`);
	return row;
}

function rowAt<R extends { slot: Slot }>(table: Table<R>, slot: Slot | undefined): R | null {
	return slot === undefined ? null : table.get(slot);
}

function all<R extends { slot: Slot }>(table: Table<R>, slots: readonly Slot[]): readonly R[] {
	return slots.map((slot) => table.get(slot)!);
}
