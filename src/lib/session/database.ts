import Dexie, { type Table } from 'dexie';
import type { Row } from '#lib/engine/base';
import type { BranchMove, Checkpoint, Piece, WorldOptions } from '#lib/world';

/** Where the person stood: it is no part of the simulation, and restored all the same. */
export interface Place {
	/** The boundary at which the tables stand; null: at the end. */
	readonly here: number | null;
	readonly shown: number | null;
	/** The last boundary, when nothing but the clock has moved since the journal was last written. */
	readonly end: Checkpoint | null;
	readonly pace: number | null;
	readonly stops: readonly string[];
}

export interface SessionRecord {
	readonly id: string;
	readonly name: string;
	readonly options: WorldOptions;
	/** Real time, for the list of sessions only. */
	readonly created: number;
	readonly used: number;
	/** The number of journal records: the next one's number. */
	readonly records: number;
	/** Who may write: a tab that was dispossessed finds another name here. */
	readonly owner: string;
	readonly place: Place;
}

/** A piece whose many rows lie in chunks beside it. */
export type StoredPiece = Piece & { readonly chunks: number };
export type StoredEntry = StoredPiece | BranchMove;

/** What one flush wrote: it ends at a boundary. */
export interface JournalRecord {
	readonly session: string;
	readonly n: number;
	readonly entries: readonly StoredEntry[];
}

/** Up to 500 rows of a piece: one record each would cost twenty times as much. */
export interface ChunkRecord {
	readonly session: string;
	readonly n: number;
	readonly entry: number;
	readonly chunk: number;
	readonly rows: readonly (Row | null)[];
}

export interface SettingRecord {
	readonly key: string;
	readonly value: unknown;
}

export const emptyPlace: Place = { here: null, shown: null, end: null, pace: null, stops: [] };

/** The browser's database. Every version stays here, so that what an older page stored is brought up to date. */
export class Database extends Dexie {
	declare readonly sessions: Table<SessionRecord, string>;
	declare readonly journal: Table<JournalRecord, [string, number]>;
	declare readonly chunks: Table<ChunkRecord, [string, number, number, number]>;
	declare readonly settings: Table<SettingRecord, string>;

	constructor(name = 'provlab') {
		super(name, { chromeTransactionDurability: 'relaxed' });
		this.version(1).stores({
			sessions: 'id, used',
			journal: '[session+n]',
			settings: 'key'
		});
		// Version 1 kept every row inside its journal record, and forgot where the person stood.
		this.version(2)
			.stores({ chunks: '[session+n+entry+chunk]' })
			.upgrade(async (transaction) => {
				await transaction
					.table('sessions')
					.toCollection()
					.modify((session: { place?: Place; owner?: string }) => {
						session.place ??= emptyPlace;
						session.owner ??= '';
					});
				await transaction
					.table('journal')
					.toCollection()
					.modify((record: { entries: { chunks?: number; move?: string }[] }) => {
						for (const entry of record.entries) if (!entry.move) entry.chunks ??= 0;
					});
			});
	}
}
