import type { Ms, Row, Seq, Slot } from '../base';

/** One report of Account Discovery, from the first request up to its result. */
export interface DiscoveryRow extends Row {
	readonly job: Slot;
	readonly app: Slot;
	/** What was saved when the report began: it stays with that. */
	readonly config: Slot;
	/** C-419: the first matching attribute, and the source attribute that is mapped to it directly. */
	readonly target: string;
	readonly source: string;
	readonly startedAt: Ms;
	/** C-420: known as soon as the application has said how many accounts it has. */
	readonly readyAt: Ms | null;
	readonly due: Ms;
	/** Where the next page begins; null: all pages are read. */
	readonly startIndex: number | null;
	/** The first account of the first page: who shows it again does not page. */
	readonly firstId: string | null;
	readonly total: number;
	/** C-423. */
	readonly pages: boolean;
	/** C-313: how often the application has asked to wait for this page. */
	readonly waits: number;
	readonly endedAt: Ms | null;
	readonly error: { readonly code: string; readonly message: string } | null;
	readonly counts: DiscoveryCounts;
	/** The facts that tell of its beginning and of its end. */
	readonly fact: Seq;
	readonly endFact: Seq | null;
}

/** C-418. */
export interface DiscoveryCounts {
	readonly local: number;
	readonly unassigned: number;
	readonly assigned: number;
}

export const nothing: DiscoveryCounts = { local: 0, unassigned: 0, assigned: 0 };

export type Category = keyof DiscoveryCounts;

/** An account as a page of the target showed it; who it belongs to is known when the report is ready. */
export interface FoundAccount {
	readonly id: string;
	readonly name: string;
	readonly userName: string;
	readonly active: boolean;
	/** The value of the matching attribute; empty: it has none. */
	readonly value: string;
	/** The user of the directory; null: nobody. */
	readonly user: Slot | null;
	readonly assigned: boolean;
}

/** The accounts of one page, and the fact that told of it. */
export interface DiscoveredRow extends Row {
	readonly discovery: Slot;
	readonly accounts: readonly FoundAccount[];
	readonly fact: Seq;
}

export function categoryOf({ user, assigned }: FoundAccount): Category {
	if (user === null) return 'local';
	return assigned ? 'assigned' : 'unassigned';
}

/** So many accounts are asked for at once; the documentation gives no number. */
export const pageSize = 100;

/** How many pages of how many have been read. */
export function pagesOf({ startIndex, total, readyAt }: DiscoveryRow): { readonly done: number; readonly of: number } {
	const of = Math.max(1, Math.ceil(total / pageSize));
	return { of, done: readyAt === null ? 0 : startIndex === null ? of : Math.floor((startIndex - 1) / pageSize) };
}
