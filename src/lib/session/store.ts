import type { Entry, Piece } from '#lib/world';
import { Dispossessed } from './refusal';
import { seal } from './seal';
import { Database, emptyPlace, type ChunkRecord, type Place, type SessionRecord, type StoredEntry } from './database';

/** Rows in one chunk: what 100,000 users need 0.3 s for, where one record a row needs 5 to 21. */
const CHUNK = 500;

export interface LoadedSession {
	readonly session: SessionRecord;
	readonly entries: readonly Entry[];
}

/** So many chunks are handed over at once, in about 10 ms: the worker answers between them. */
const TURN = 8;

/** Sessions in IndexedDB. */
export class SessionStore {
	constructor(readonly db: Database = new Database()) {}

	async list(): Promise<readonly SessionRecord[]> {
		return this.db.sessions.orderBy('used').reverse().toArray();
	}

	/** All of what is written meanwhile, or nothing. */
	async atOnce(write: () => Promise<void>): Promise<void> {
		const { sessions, journal, chunks } = this.db;
		await this.db.transaction('rw', sessions, journal, chunks, write);
	}

	async create(session: Omit<SessionRecord, 'records' | 'place'>): Promise<void> {
		await this.db.sessions.add({ ...session, records: 0, place: emptyPlace });
	}

	async get(id: string): Promise<SessionRecord | undefined> {
		return this.db.sessions.get(id);
	}

	async rename(id: string, name: string): Promise<void> {
		await this.db.sessions.update(id, { name });
	}

	/** From now on only `owner` may write. */
	async own(id: string, owner: string, used: number): Promise<void> {
		await this.db.sessions.update(id, { owner, used });
	}

	/** One flush: all of it or nothing. */
	async append(id: string, owner: string, entries: readonly Entry[], place: Place): Promise<void> {
		const { sessions, journal, chunks } = this.db;
		await this.db.transaction('rw', sessions, journal, chunks, async () => {
			const session = await sessions.get(id);
			if (!session || session.owner !== owner) throw new Dispossessed('another tab has taken this session over');
			const n = session.records;
			if (entries.length > 0) {
				const rows: ChunkRecord[] = [];
				const stored = entries.map((entry, number) => cut(entry, id, n, number, rows));
				await journal.add({ session: id, n, entries: stored });
				await addInTurns(chunks, rows);
			}
			await sessions.put({ ...session, place, records: entries.length > 0 ? n + 1 : n });
		});
	}

	/**
	 * At the end of a long while, merges the small records of many flushes into one with its rows in chunks, so that a
	 * session that was watched for hours opens as quickly as one that ran at once. Returns the first record not sealed.
	 */
	async seal(id: string, owner: string, from: number): Promise<number> {
		const { sessions, journal, chunks } = this.db;
		return this.db.transaction('rw', sessions, journal, chunks, async () => {
			const session = await sessions.get(id);
			if (!session || session.owner !== owner) throw new Dispossessed('another tab has taken this session over');
			const entries = seal(await this.#entries(id, from));
			await journal.where('[session+n]').between([id, from], [id, Infinity]).delete();
			await chunks.where('[session+n+entry+chunk]').between([id, from], [id, Infinity]).delete();
			const rows: ChunkRecord[] = [];
			const stored = entries.map((entry, number) => cut(entry, id, from, number, rows));
			await journal.add({ session: id, n: from, entries: stored });
			await addInTurns(chunks, rows);
			await sessions.put({ ...session, records: from + 1 });
			return from + 1;
		});
	}

	async load(id: string): Promise<LoadedSession | undefined> {
		const { sessions, journal, chunks } = this.db;
		return this.db.transaction('r', sessions, journal, chunks, async () => {
			const session = await sessions.get(id);
			if (!session) return undefined;
			const entries = await this.#entries(id, 0);
			return { session, entries };
		});
	}

	async #entries(id: string, from: number): Promise<Entry[]> {
		const { journal, chunks } = this.db;
		const records = await journal.where('[session+n]').between([id, from], [id, Infinity]).toArray();
		const rows = await chunks.where('[session+n+entry+chunk]').between([id, from], [id, Infinity]).toArray();
		let next = 0;
		return records.flatMap((record) =>
			record.entries.map((entry): Entry => {
				if ('move' in entry || entry.chunks === 0) return entry;
				const after = rows.slice(next, next + entry.chunks).flatMap((chunk) => chunk.rows);
				next += entry.chunks;
				return { ...entry, after };
			})
		);
	}

	async remove(id: string): Promise<void> {
		const { sessions, journal, chunks } = this.db;
		await this.db.transaction('rw', sessions, journal, chunks, async () => {
			await sessions.delete(id);
			await journal.where('[session+n]').between([id, 0], [id, Infinity]).delete();
			await chunks.where('[session+n+entry+chunk]').between([id, 0], [id, Infinity]).delete();
		});
	}

	async setting<T>(key: string): Promise<T | undefined> {
		return (await this.db.settings.get(key))?.value as T | undefined;
	}

	async set(key: string, value: unknown): Promise<void> {
		await this.db.settings.put({ key, value });
	}
}

/** Puts the rows of a large piece into chunks beside it. */
function cut(entry: Entry, session: string, n: number, number: number, into: ChunkRecord[]): StoredEntry {
	if ('move' in entry) return entry;
	const { after }: Piece = entry;
	if (after.length <= CHUNK) return { ...entry, chunks: 0 };
	let chunk = 0;
	for (let from = 0; from < after.length; from += CHUNK)
		into.push({ session, n, entry: number, chunk: chunk++, rows: after.slice(from, from + CHUNK) });
	return { ...entry, after: [], chunks: chunk };
}

async function addInTurns(chunks: Database['chunks'], rows: readonly ChunkRecord[]): Promise<void> {
	for (let from = 0; from < rows.length; from += TURN) await chunks.bulkAdd(rows.slice(from, from + TURN));
}
