import type { Filter } from './filter/tree';
import type { Json, ScimRequest, ScimResponse } from './types';

/*
 * Messages between two parts of one process. What one says is handed over as it is, and is put together or written out
 * when somebody looks: on the direct door hardly anybody does. Sender and receiver keep or freeze what was handed over;
 * neither changes it.
 */

/** Where a request goes: the parts of its path and the parameters of its query, as they are before they are encoded. */
export interface Address {
	readonly parts: readonly string[];
	readonly query?: readonly (readonly [name: string, value: string])[];
	/** The parameter `filter` as it is read, where the sender knows. */
	readonly filter?: Filter | undefined;
}

export class HandedRequest implements ScimRequest {
	#path: string | undefined;
	#text: string | undefined;

	constructor(
		readonly app: number | undefined,
		readonly method: ScimRequest['method'],
		readonly address: Address,
		readonly headers: ScimRequest['headers'],
		readonly json?: Json
	) {}

	get path(): string {
		return (this.#path ??= encoded(this.address));
	}

	get body(): string | undefined {
		return this.json === undefined ? undefined : (this.#text ??= JSON.stringify(this.json));
	}
}

function encoded({ parts, query }: Address): string {
	const path = `/${parts.map(encodeURIComponent).join('/')}`;
	return query ? `${path}?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}` : path;
}

export class HandedResponse implements ScimResponse {
	#json: Json | undefined;
	#text: string | undefined;

	constructor(
		readonly status: number,
		readonly tell: () => ScimResponse['headers'],
		readonly say: () => Json,
		/** Of the one resource that it says. */
		readonly id?: string
	) {}

	get headers(): ScimResponse['headers'] {
		return this.tell();
	}

	get json(): Json {
		return (this.#json ??= this.say());
	}

	get body(): string {
		return (this.#text ??= JSON.stringify(this.json));
	}
}

/** What a message says; throws where its text is no JSON. */
export function jsonOf(message: { readonly body?: string | undefined }): Json {
	if (message instanceof HandedResponse) return message.json;
	if (message instanceof HandedRequest && message.json !== undefined) return message.json;
	return JSON.parse(message.body ?? '') as Json;
}

/** The same answer with its text: to be copied, kept or sent on. */
export function written({ status, headers, body, took }: ScimResponse): ScimResponse {
	return {
		status,
		headers,
		...(body !== undefined && { body }),
		...(took !== undefined && { took })
	};
}
