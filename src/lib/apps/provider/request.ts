import { refusal, ScimError } from '#lib/scim/errors';
import type { Filter } from '#lib/scim/filter/tree';
import { HandedRequest, HandedResponse, jsonOf, type Address } from '#lib/scim/handed';
import { isObject, type Json, type JsonObject, type ScimRequest, type ScimResponse } from '#lib/scim/types';

/** A request, taken apart. */
export interface Incoming {
	readonly method: string;
	/** The path's parts without the query: ['Users', '42']. */
	readonly parts: readonly string[];
	/** Query parameters by name in lower case. */
	readonly query: Parameters;
	/** The parameter `filter`, where it has been read already. */
	readonly filter?: Filter | undefined;
	readonly headers: Readonly<Record<string, string>>;
	/** What was sent; its body is read by whom it concerns. */
	readonly message: { readonly body?: string | undefined };
	/** Where the caller reached the application; locations begin with it. */
	readonly base: string;
}

export type Parameters = Pick<ReadonlyMap<string, string>, 'get'>;

export function incoming(request: Omit<ScimRequest, 'method'> & { method: string }, base: string): Incoming {
	const { method, headers } = request;
	if (request instanceof HandedRequest) {
		const { parts, query, filter } = request.address;
		return { method, parts, query: new Named(query ?? []), filter, headers, message: request, base };
	}
	const mark = request.path.indexOf('?');
	const path = mark < 0 ? request.path : request.path.slice(0, mark);
	const query = mark < 0 ? noQuery : parseQuery(request.path.slice(mark + 1));
	return { method, parts: partsOf(path), query, headers, message: request, base };
}

/** Parameters as they were handed over: they are two at most. */
class Named implements Parameters {
	constructor(readonly list: NonNullable<Address['query']>) {}

	get(wanted: string): string | undefined {
		for (const [name, value] of this.list) if (name === wanted || name.toLowerCase() === wanted) return value;
		return undefined;
	}
}

function partsOf(path: string): readonly string[] {
	const parts: string[] = [];
	for (const part of path.split('/')) if (part !== '') parts.push(decoded(part));
	return parts;
}

const noQuery: Parameters = new Map();

/** S-040: a plus sign or %20 for a blank. */
function parseQuery(text: string): ReadonlyMap<string, string> {
	const query = new Map<string, string>();
	for (const pair of text.split('&')) {
		if (!pair) continue;
		const equals = pair.indexOf('=');
		const name = equals < 0 ? pair : pair.slice(0, equals);
		const value = equals < 0 ? '' : pair.slice(equals + 1);
		query.set(decoded(name).toLowerCase(), decoded(value.includes('+') ? value.replaceAll('+', ' ') : value));
	}
	return query;
}

function decoded(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		throw refusal('invalidSyntax', 'The address is not correctly encoded');
	}
}

/** How the service's own client writes them. */
const usual: Readonly<Record<string, string>> = {
	authorization: 'Authorization',
	'content-type': 'Content-Type',
	accept: 'Accept'
};

/** Headers by their names in lower case: those of one connection are the same for all of its requests. */
const folded = new WeakMap<Incoming['headers'], Map<string, string>>();

/** A header by its name in lower case. */
export function header(headers: Incoming['headers'], name: string): string | undefined {
	const direct = headers[name] ?? headers[usual[name] ?? name];
	if (direct !== undefined) return direct;
	let names = folded.get(headers);
	if (!names) {
		folded.set(headers, (names = new Map()));
		for (const key in headers) names.set(key.toLowerCase(), headers[key] as string);
	}
	return names.get(name);
}

const jsonTypes: ReadonlySet<string> = new Set(['application/scim+json', 'application/json']);

const isJson = (type: string) =>
	jsonTypes.has(type) || jsonTypes.has((type.split(';', 1)[0] as string).trim().toLowerCase());

/** S-206: a body is SCIM's JSON or plain JSON. */
export function readBody({ headers, message }: Incoming): JsonObject {
	const type = header(headers, 'content-type');
	if (type !== undefined && !isJson(type)) {
		throw new ScimError(415, undefined, `The content type ${type} is not supported`);
	}
	let parsed: Json;
	try {
		parsed = jsonOf(message);
	} catch {
		throw refusal('invalidSyntax', 'The body is not JSON');
	}
	if (!isObject(parsed)) throw refusal('invalidSyntax', 'The body is not an object');
	return parsed;
}

const json = 'application/scim+json';

type Headers = Readonly<Record<string, string>>;

const noMore = (): Headers => ({});

/** An answer with a body. Its headers too are made when somebody asks; `id` is that of the one resource it says. */
export const answered = (status: number, say: () => Json, headers: () => Headers = noMore, id?: string): ScimResponse =>
	new HandedResponse(status, () => ({ 'Content-Type': json, ...headers() }), say, id);

export const empty = (status: number, headers: Headers = {}): ScimResponse => ({
	status,
	headers
});

export const failed = (error: ScimError): ScimResponse =>
	answered(
		error.status,
		() => error.body(),
		() => error.headers()
	);
