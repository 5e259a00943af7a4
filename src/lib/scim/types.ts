/** A request as plain data: what the engine yields, what every door of an application takes. */
export interface ScimRequest {
	/** The application's slot in the world; an application on its own needs none. */
	readonly app?: number;
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Relative to the tenant URL, the query already encoded: `/Users?filter=userName%20eq%20%22a%22`. */
	readonly path: string;
	/** Names in any case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | undefined;
}

export interface ScimResponse {
	readonly status: number;
	/** Names as an application writes them: `Content-Type`, `ETag`, `Location`, `Retry-After`. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Virtual milliseconds that the answer took; a slow application takes some. */
	readonly took?: number;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
