import type { Ms, Row, Seq, Slot } from '#lib/engine/base';
import type { Worker } from '#lib/hr/worker';
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

/** An attribute that was added to Active Directory's schema (H-110). */
export interface AdSchemaRow extends Row {
	readonly name: string;
	readonly at: Ms;
}

/** The tables of human resources. */
export class HrTables extends HybridTables {
	readonly workersById = new SortedIndex<WorkerRow, string>((row) => row.workerId.toLowerCase());
	readonly workersByWid = new SortedIndex<WorkerRow, string>((row) => row.wid);
	readonly adSchemaByName = new SortedIndex<AdSchemaRow, string>((row) => row.name.toLowerCase());

	readonly workers = new Table<WorkerRow>();
	readonly hrFeed = new Table<HrFeedRow>();
	readonly adSchema = new Table<AdSchemaRow>();

	constructor() {
		super();
		this.workers.indexes.push(this.workersById, this.workersByWid);
		this.adSchema.indexes.push(this.adSchemaByName);
	}
}
