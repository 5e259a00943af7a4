import type { Ms, Row, Seq, Slot } from '#lib/engine/base';
import type { Attributes } from '#lib/engine/source';
import type { Worker } from '#lib/hr/worker';
import { LazyIndex } from '../core/lazy-index';
import { SortedIndex } from '../core/sorted-index';
import { Table } from '../core/tables';
import { HybridTables } from './hybrid';

/** A worker of the human-resources system. */
export interface WorkerRow extends Row, Worker {}

/** One entry of what HR answers to a query for changes: entered, or become effective (H-054). */
export interface HrFeedRow extends Row {
	readonly at: Ms;
	readonly worker: Slot;
	/** H-125: only who asks with the lookahead sees it. */
	readonly lookahead: boolean;
	readonly cause: Seq;
}

/** A record that was uploaded to an API-driven job: the newest of each externalId (H-412). */
export interface UploadRow extends Row {
	readonly app: Slot;
	readonly externalId: string;
	readonly attrs: Attributes;
	readonly at: Ms;
	/** Not processed yet. */
	readonly pending: boolean;
	/** H-414: thrown away by a restart. */
	readonly purged: boolean;
	readonly cause: Seq;
}

/** Calls of the upload endpoint that came together, and how they were answered. */
export interface UploadCallRow extends Row {
	readonly at: Ms;
	readonly app: Slot;
	readonly calls: number;
	readonly accepted: number;
	readonly records: number;
	/** "202", or "40 × 202, 1 × 429". */
	readonly answers: string;
}

/** An attribute that was added to Active Directory's schema (H-110). */
export interface AdSchemaRow extends Row {
	readonly name: string;
	readonly at: Ms;
}

export function uploadKey(app: Slot, externalId: string): string {
	return `${app}/${externalId.toLowerCase()}`;
}

/** The tables of human resources. */
export class HrTables extends HybridTables {
	readonly workersById = new LazyIndex<WorkerRow, string>(
		() => this.workers.all(),
		(row) => row.workerId.toLowerCase()
	);
	readonly workersByWid = new LazyIndex<WorkerRow, string>(
		() => this.workers.all(),
		(row) => row.wid
	);
	/** By application and externalId. */
	readonly uploadsById = new SortedIndex<UploadRow, string>((row) => uploadKey(row.app, row.externalId));
	readonly pendingUploads = new SortedIndex<UploadRow, number>((row) => (row.pending ? row.app : null));
	readonly adSchemaByName = new SortedIndex<AdSchemaRow, string>((row) => row.name.toLowerCase());

	readonly workers = new Table<WorkerRow>();
	readonly hrFeed = new Table<HrFeedRow>();
	readonly adSchema = new Table<AdSchemaRow>();
	readonly uploads = new Table<UploadRow>();
	readonly uploadCalls = new Table<UploadCallRow>();

	constructor() {
		super();
		this.workers.indexes.push(this.workersById, this.workersByWid);
		this.uploads.indexes.push(this.uploadsById, this.pendingUploads);
		this.adSchema.indexes.push(this.adSchemaByName);
	}
}
