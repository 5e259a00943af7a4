import type { Slot } from '#lib/engine/base';
import type { ConfigRow, JobRow } from '#lib/engine/job/records';
import type { FeedRow } from '#lib/engine/source';
import { templateOf, type JobTemplate } from '#lib/hr/templates';
import type { Tables } from '../tables/tables';

/** The template of a job's application; undefined: an application that the directory is provisioned to. */
export function templateOfJob(tables: Tables, job: Pick<JobRow, 'app'>): JobTemplate | undefined {
	return templateOf(tables.apps.get(job.app)!.kind);
}

/** H-128: the lookahead is one of the connection's settings. */
export function hasLookahead({ secrets }: ConfigRow): boolean {
	return ['on', 'true'].includes(secrets.TerminationLookahead?.toLowerCase() ?? '');
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
