import { vendorErrorOf, type VendorError } from '../errors';
import { HandedResponse, jsonOf } from '../handed';
import { isObject, type Json, type JsonObject, type ScimResponse } from '../types';

/** What an application said when it refused: its own text is what the log's reason carries (C-555). */
export interface Refusal {
	readonly status: number;
	readonly scimType: string | undefined;
	readonly detail: string | undefined;
	/** The code that the application gave itself, and the attribute that it refused. */
	readonly vendor: VendorError;
}

/** A response, understood. `incompatible`: a success that cannot be read as what was asked for (S-030, S-031). */
export type Understood<T> =
	| ({ readonly ok: true } & T)
	| { readonly ok: false; readonly refusal: Refusal }
	| { readonly ok: false; readonly incompatible: string };

function read(response: ScimResponse): Json | undefined {
	try {
		return jsonOf(response);
	} catch {
		return undefined;
	}
}

const succeeded = ({ status }: ScimResponse) => status >= 200 && status < 300;

export function refusalOf(response: ScimResponse): Refusal {
	const { status } = response;
	const error = read(response);
	const text = (name: string) =>
		isObject(error) && typeof error[name] === 'string' ? (error[name] as string) : undefined;
	return { status, scimType: text('scimType'), detail: text('detail'), vendor: vendorErrorOf(response) };
}

/** A list of matches; `total` counts those that are not on this page too, `first` says where the page begins. */
export function listOf(response: ScimResponse): Understood<{
	readonly total: number;
	readonly first: number | undefined;
	readonly resources: readonly JsonObject[];
}> {
	if (!succeeded(response)) return { ok: false, refusal: refusalOf(response) };
	const body = read(response);
	if (!isObject(body) || typeof body.totalResults !== 'number') return { ok: false, incompatible: 'no ListResponse' };
	const resources = (Array.isArray(body.Resources) ? body.Resources : []).filter(isObject);
	if (resources.some((resource) => !hasId(resource))) return { ok: false, incompatible: 'a resource without an id' };
	const first = typeof body.startIndex === 'number' ? body.startIndex : undefined;
	return { ok: true, total: body.totalResults, first, resources };
}

/** One resource with its id: what a read or a create answers. */
export function resourceOf(response: ScimResponse): Understood<{ readonly id: string; readonly resource: JsonObject }> {
	if (!succeeded(response)) return { ok: false, refusal: refusalOf(response) };
	if (response instanceof HandedResponse && response.id !== undefined) return new OneHanded(response.id, response);
	const body = read(response);
	if (!isObject(body)) return { ok: false, incompatible: 'the body is not an object' };
	if (!hasId(body)) return { ok: false, incompatible: 'a resource without an id' };
	return { ok: true, id: body.id as string, resource: body };
}

/** A resource that was handed over: of one just created nobody reads more than its id. */
class OneHanded {
	readonly ok = true;

	constructor(
		readonly id: string,
		readonly response: HandedResponse
	) {}

	get resource(): JsonObject {
		return this.response.json as JsonObject;
	}
}

const hasId = (resource: JsonObject) => typeof resource.id === 'string' && resource.id !== '';

/** Seconds to wait, from `Retry-After`; undefined if the application does not say. */
export function retryAfter({ headers }: ScimResponse): number | undefined {
	const name = Object.keys(headers).find((key) => key.toLowerCase() === 'retry-after');
	const seconds = name === undefined ? NaN : Number(headers[name]);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
