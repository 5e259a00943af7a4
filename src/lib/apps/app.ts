import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Quirks } from './quirks';
import type { App, AppStore } from './types';

export interface AppOptions {
	/** The bearer token that may do everything. */
	readonly token?: string;
	/** A bearer token that may only read (S-145: 403 on a write). */
	readonly readOnlyToken?: string;
	/** Default `/scim/v2`. */
	readonly basePath?: string;
	/** The virtual clock, in milliseconds. */
	readonly now?: () => number;
	readonly store?: AppStore;
	/** Ids are a function of this seed and the record's number. */
	readonly seed?: number;
	readonly quirks?: Partial<Quirks>;
}

/** An application of the catalogue, as a provider that answers SCIM requests. */
export function createApp(kind: string, options: AppOptions = {}): App {
	const answer = (_request: ScimRequest): ScimResponse => ({ status: 501, headers: {} });
	return {
		kind,
		baseUrl: `https://${kind}.example${options.basePath ?? '/scim/v2'}`,
		store: options.store as AppStore,
		answer,
		handle: async () => new Response(null, { status: 501 })
	};
}
