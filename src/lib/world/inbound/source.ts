import type { Slot } from '#lib/engine/base';
import type { ConfigRow, JobRow } from '#lib/engine/job/records';
import type { FeedRow } from '#lib/engine/source';
import { templateOf, type JobTemplate } from '#lib/hr/templates';
import { employmentPaths, type EmploymentPath } from '#lib/hr/employments';
import { readingKeys, unreadOf } from '#lib/hr/workday-api';
import type { Reading } from '#lib/hr/worker';
import type { AppRow } from '../tables/rows';
import type { Tables } from '../tables/tables';

/** The template of a job's application; undefined: an application that the directory is provisioned to. */
export function templateOfJob(tables: Tables, job: Pick<JobRow, 'app'>): JobTemplate | undefined {
	return templateOf(tables.apps.get(job.app)!.kind);
}

/** H-128: the lookahead is one of the connection's settings. */
export function hasLookahead({ secrets }: ConfigRow): boolean {
	return ['on', 'true'].includes(secrets.TerminationLookahead?.toLowerCase() ?? '');
}

/** What the integration account and the connection's settings let a job see, at a moment. */
export function readingOf(template: JobTemplate, config: ConfigRow, app: AppRow, at: number): Reading {
	const base = { system: template.system ?? 'workday', at, lookahead: hasLookahead(config) };
	if (base.system === 'successfactors') return { ...base, ...pathsOf(config) };
	const { settings } = app;
	const only = typeof settings.constrainedTo === 'string' ? { only: settings.constrainedTo } : {};
	return { ...base, ...only, unread: unreadOf(config.secrets, missingDomains(app)) };
}

/** H-028, H-029: domains of Workday that the integration account is not in. */
export function missingDomains({ settings }: AppRow): readonly string[] {
	return Array.isArray(settings.missingDomains) ? (settings.missingDomains as string[]) : [];
}

function pathsOf({ secrets, users }: ConfigRow): Pick<Reading, 'employment' | 'startDate' | 'preHires'> {
	const path = (key: string) => employmentPaths.find((one) => one === secrets[key]);
	const employment: EmploymentPath = path(readingKeys.employment) ?? 'first';
	const startDate = path(readingKeys.startDate) ?? 'first';
	// H-090: the primary matching attribute, and an index in the path of the start date.
	const [primary] = users.attributes
		.filter(({ matchingPrecedence }) => matchingPrecedence)
		.sort((a, b) => a.matchingPrecedence! - b.matchingPrecedence!);
	const isById = primary !== undefined && readsPersonId(primary.source);
	return { employment, startDate, preHires: isById && (startDate === 'first' || startDate === 'last') };
}

function readsPersonId(source: ConfigRow['users']['attributes'][number]['source']): boolean {
	const name = 'PerPerson.personIdExternal';
	return source.type === 'Direct'
		? source.attribute === name
		: source.type === 'Expression' && source.expression.includes(name);
}

/** What HR answers to the queries of an incremental cycle (H-054). */
export function hrFeed(tables: Tables, from: number, to: number, lookahead: boolean): readonly FeedRow[] {
	const rows: FeedRow[] = [];
	for (let slot = tables.hrFeed.next - 1; slot >= 0; slot--) {
		const row = tables.hrFeed.get(slot)!;
		if (row.at <= from) break;
		if (row.at <= to && (lookahead || !row.lookahead)) rows.push(feedRow(slot, row));
	}
	return rows.reverse();
}

function feedRow(slot: Slot, { at, worker, cause }: { at: number; worker: Slot; cause: number }): FeedRow {
	return { slot, at, visibleAt: at, kind: 'user', object: worker, app: null, via: null, cause, deleted: null };
}

/** What was uploaded and is not processed yet. */
export function uploadFeed(tables: Tables, app: Slot): readonly FeedRow[] {
	return tables.pendingUploads.get(app).map((slot) => {
		const { at, cause } = tables.uploads.get(slot)!;
		return feedRow(slot, { at, worker: slot, cause });
	});
}

/** H-175: whether an earlier record of the source has the same matching value. */
export function isDuplicateWorker(tables: Tables, slot: Slot): boolean {
	const worker = tables.workers.get(slot);
	return worker !== null && tables.workersById.first(worker.workerId.toLowerCase())! < slot;
}
