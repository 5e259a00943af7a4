import { MESSAGE } from '#lib/scim/urns';
import { ScimError } from '#lib/scim/errors';
import type { Json, JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';

const headers = { 'Content-Type': 'application/scim+json' };

export function resource(body: JsonObject, status = 200): ScimResponse {
	return { status, headers, body: JSON.stringify(body) };
}

export function list(resources: readonly JsonObject[]): ScimResponse {
	return resource({ schemas: [MESSAGE.list], totalResults: resources.length, Resources: resources });
}

export const done: ScimResponse = { status: 204, headers: {} };

export function refusal(status: number, code: string, detail: string): ScimResponse {
	const error = new ScimError(status, undefined, detail, { code });
	return { ...resource(error.body(), status), headers: { ...headers, ...error.headers() } };
}

export const notFound = refusal(404, 'InvalidAnchor', 'There is no such object.');

/** One condition of a query: attribute and value. */
export interface Condition {
	readonly attribute: string;
	readonly value: string;
}

/** What a request of the plain target asks for. */
export interface Asked {
	readonly isProbe: boolean;
	readonly id: string | null;
	readonly conditions: readonly Condition[];
	readonly values: { readonly [name: string]: Json };
}

export function readRequest({ path, body }: ScimRequest): Asked {
	const [place = '', query = ''] = path.split('?');
	const conditions = query.split('&').flatMap((part) => {
		const [, attribute, value] = /^(\S+) eq "(.*)"$/.exec(decodeURIComponent(part.replace(/^filter=/, ''))) ?? [];
		return attribute === undefined ? [] : [{ attribute, value: value! }];
	});
	return {
		isProbe: place === '/probe',
		id: /^\/objects\/(.+)$/.exec(place)?.[1] ?? null,
		conditions,
		values: body === undefined ? {} : (JSON.parse(body) as { [name: string]: Json })
	};
}
