import type { JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Quirks } from './quirks';

/** What an application keeps: a frozen record. Every change is a new object written through the store's one `put`. */
export interface Resource {
	readonly id: string;
	/** 'User', 'Group', or 'Member': a membership is a record of its own, so that a large group is never copied. */
	readonly type: string;
	/** Its place in the order of creation: the number that `store.next()` gave. */
	readonly n: number;
	/** How often it was written; the ETag is made from it. */
	readonly version: number;
	readonly created: number;
	readonly modified: number;
	/** The attributes under their canonical names, without schemas, id and meta, which are computed. */
	readonly data: JsonObject;
	/** What the vendor keeps and SCIM does not show: an invitation, a pending change, a derived login. */
	readonly aside?: JsonObject;
}

/**
 * Where an application's state lives. Alone it has one in memory; in the simulation the accounts are rows of the world.
 * Whoever implements it keeps an `AccountIndex` (accounts.ts) up to date inside `put`, and nowhere else.
 */
export interface AppStore {
	get(id: string): Resource | undefined;
	put(id: string, resource: Resource | null): void;
	/** In the order of creation (`n`). */
	all(type: string): Iterable<Resource>;
	/** Resources whose indexed attribute has this key, in the order of creation. */
	find(index: string, key: string): readonly Resource[];
	/** How many `find` would return, without collecting them: seats are counted with it. */
	count(index: string, key: string): number;
	/** The number of the next record, above 0 and never given twice; derivable from what was ever written, so that replays agree. */
	next(): number;
}

export interface App {
	readonly kind: string;
	/** The tenant URL: where `handle` expects its requests. */
	readonly baseUrl: string;
	/** Its path alone. */
	readonly basePath: string;
	readonly store: AppStore;
	/** The switches in force. */
	readonly quirks: Readonly<Quirks>;
	/**
	 * Turns one switch of this instance. It is not part of the store: where time can go back, switches are settings
	 * (`AppOptions.settings`), which travel with the rest.
	 */
	turn<Name extends keyof Quirks>(name: Name, position: Quirks[Name]): void;
	/** The door for real requests. */
	handle(request: Request): Promise<Response>;
	/** Its synchronous twin; the path is relative to the tenant URL. */
	answer(request: ScimRequest): ScimResponse;
	/** The same within one process: what it says becomes text when somebody looks at the body (scim/handed.ts). */
	hand(request: ScimRequest): ScimResponse;
}
