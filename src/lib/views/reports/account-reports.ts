import * as z from 'zod/mini';
import type { Seq } from '#lib/engine/base';
import type { JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import { idOf, nameOf } from '../folds/history';
import { logRowsOf, type ObjectKind } from '../folds/rows';
import { appName, appNamed, jobOf, type AppName } from '../names';
import { appKey, defineView, pageOf, search, window, type Page } from '../view';
import { sentenceOf } from '../why/sentences';
import { activities, eventsOf, type Activity, type ReportEvent } from './events';
import { needleOf, searchable } from '../search-text';

export interface ReportRow {
	readonly key: string;
	readonly seq: Seq;
	readonly at: number;
	readonly activity: Activity;
	readonly status: 'Success' | 'Failure';
	readonly target: string;
	readonly object: { readonly kind: ObjectKind; readonly slot: number };
	/** Status Reason: a summary of what happened. */
	readonly reason: string;
}

/** The provisioning summary report, under Synchronization Details (C-011). */
export interface SummaryReport {
	readonly users: number;
	readonly groups: number;
	readonly firstRun: number | null;
	readonly lastRun: number | null;
	/** Whether an initial full synchronization has been completed. */
	readonly isInitialDone: boolean;
	readonly errors: number;
}

export interface AccountReports extends Page<ReportRow> {
	readonly app: AppName;
	/** null: the mode is Manual. */
	readonly summary: SummaryReport | null;
	readonly activities: readonly Activity[];
}

const args = z.object({
	app: appKey,
	report: z._default(z.enum(['activity', 'errors']), 'activity'),
	activity: z.optional(z.enum(activities)),
	search,
	...window
});

/** The reports of 2017: a summary, what was done for each object, and what failed of it; newest first (C-011, C-473). */
export const accountReports = defineView(args, (world, asked): AccountReports => {
	const app = appNamed(world, asked.app);
	const job = jobOf(world, app);
	const rows = logRowsOf(world.sim);
	const every = eventsOf(world, app.slot);
	const needle = needleOf(asked.search);
	const isFound = ({ place }: ReportEvent) => {
		const row = rows.history.rows[rows.name[place]!];
		return row !== undefined && (searchable(nameOf(row)).includes(needle) || idOf(row).includes(needle));
	};
	const of = asked.report === 'errors' ? every.filter(({ failed }) => failed) : every;
	const found = of.filter(
		(event) => (!asked.activity || event.activity === asked.activity) && (!needle || isFound(event))
	);
	return {
		...pageOf(found.toReversed(), of.length, asked, (event) => reportRow(world, event)),
		app: appName(app),
		summary: job && summaryOf(world, job, every),
		activities
	};
});

function reportRow(world: World, { seq, activity, failed, place }: ReportEvent): ReportRow {
	const rows = logRowsOf(world.sim);
	const fact = world.sim.ledger.facts.fact(seq);
	const object = rows.history.rows[rows.name[place]!];
	return {
		key: `${seq} ${activity}`,
		seq,
		at: fact.at,
		activity,
		status: failed ? 'Failure' : 'Success',
		target: object ? nameOf(object) : '',
		object: { kind: rows.kindAt(place), slot: rows.slotAt(place) },
		reason:
			activity === 'Process escrow'
				? `Tried again after an earlier failure. ${sentenceOf(world, fact)}`
				: sentenceOf(world, fact, rows.cycle[place])
	};
}

function summaryOf(world: World, job: JobRow, events: readonly ReportEvent[]): SummaryReport {
	const { tables, sim } = world;
	const links = sim.host.linksOf(job.slot).filter(({ managed }) => managed);
	const first = tables.cyclesByJob.get(job.slot).find((slot) => tables.cycles.get(slot)!.kind !== 'demand');
	return {
		users: links.filter(({ kind }) => kind === 'user').length,
		groups: links.filter(({ kind }) => kind === 'group').length,
		firstRun: first === undefined ? null : tables.cycles.get(first)!.startedAt,
		lastRun: job.last?.ended ?? null,
		isInitialDone: job.everCompleted,
		errors: events.filter(({ failed, activity }) => failed && activity === 'Export').length
	};
}
