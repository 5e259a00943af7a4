import { refusal, ScimError } from '#lib/scim/errors';
import { jsonOf } from '#lib/scim/handed';
import { member, namesSchema } from '#lib/scim/member';
import { isObject, type Json, type JsonObject, type ScimResponse } from '#lib/scim/types';
import { MESSAGE } from '#lib/scim/urns';
import { bulkOrder, idsIn, partsOf, withIds } from './bulk-order';
import { together } from './bulk-together';
import type { Provider } from './provider';
import { answered, failed, header, readBody, type Incoming } from './request';

export interface BulkOperation {
	readonly method: string;
	readonly path: string;
	readonly bulkId: string | undefined;
	readonly version: string | undefined;
	readonly data: Json | undefined;
}

type Send = (request: Incoming) => ScimResponse;

/** POST to /Bulk (S-296 to S-304); each operation is sent through the same door as a request of its own. */
export function bulk(provider: Provider, request: Incoming, send: Send): ScimResponse {
	refuseTooLarge(provider, request);
	const body = readBody(request);
	const operations = readBulk(provider, body);
	const accepted = member(body, 'failonerrors');
	const limit = typeof accepted === 'number' && accepted > 0 ? accepted : Infinity;
	const ids = new Map<string, string>();
	const answers = new Map<number, Json>();
	let errors = 0;
	for (const places of bulkOrder(operations)) {
		if (errors >= limit) break;
		const step = places.map((i) => operations[i] as BulkOperation);
		const responses = together(step, ids, (operation) => perform(operation, ids, request, send));
		responses.forEach((response, i) => {
			if (response.status >= 400) errors++;
			answers.set(places[i] as number, report(step[i] as BulkOperation, ids, response, request.base));
		});
	}
	const inOrder = [...answers.entries()].sort(([a], [b]) => a - b).map(([, answer]) => answer);
	return answered(200, () => ({ schemas: [MESSAGE.bulkAnswer], Operations: inOrder }));
}

/** S-302 */
function refuseTooLarge(provider: Provider, request: Incoming) {
	const { maxPayloadSize } = provider.limits;
	if (new TextEncoder().encode(request.message.body).length <= maxPayloadSize) return;
	throw new ScimError(413, undefined, `The size of the bulk operation exceeds maxPayloadSize (${maxPayloadSize})`);
}

function readBulk(provider: Provider, body: JsonObject): readonly BulkOperation[] {
	if (!namesSchema(member(body, 'schemas'), MESSAGE.bulk)) {
		throw refusal('invalidSyntax', `"schemas" must name ${MESSAGE.bulk}`);
	}
	const list = member(body, 'operations');
	if (!Array.isArray(list)) throw refusal('invalidSyntax', '"Operations" must be a list');
	const { maxOperations } = provider.limits;
	if (list.length > maxOperations) {
		throw new ScimError(413, undefined, `The bulk request has more operations than maxOperations (${maxOperations})`);
	}
	return list.map((operation: Json) => {
		if (!isObject(operation)) throw refusal('invalidSyntax', 'An operation must be an object');
		const text = (name: string) => {
			const value = member(operation, name);
			return typeof value === 'string' ? value : undefined;
		};
		return {
			method: text('method')?.toUpperCase() ?? '',
			path: text('path') ?? '',
			bulkId: text('bulkid'),
			version: text('version'),
			data: member(operation, 'data')
		};
	});
}

function perform(operation: BulkOperation, ids: Map<string, string>, request: Incoming, send: Send): ScimResponse {
	try {
		const { method, bulkId } = operation;
		const problem = wrongForm(operation);
		if (problem) throw refusal('invalidSyntax', problem);
		const open = [...idsIn(operation)].filter((id) => !ids.has(id));
		if (open.length) throw new ScimError(409, undefined, `bulkId ${open.join(', ')} could not be resolved`);
		const response = send({
			method,
			parts: partsOf(withIds(operation.path, ids)),
			query: new Map(),
			headers: versioned(request, operation.version),
			message: method === 'DELETE' ? {} : { body: JSON.stringify(dataOf(operation, ids)) },
			base: request.base
		});
		const created = response.headers.Location;
		if (bulkId && created) ids.set(bulkId, created.slice(created.lastIndexOf('/') + 1));
		return response;
	} catch (error) {
		if (error instanceof ScimError) return failed(error);
		throw error;
	}
}

/** S-297 */
function wrongForm({ method, path, bulkId }: BulkOperation): string | undefined {
	if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) return 'method must be POST, PUT, PATCH or DELETE';
	const parts = partsOf(path).length;
	if (method === 'POST') {
		if (!bulkId) return 'POST needs a bulkId';
		return parts === 1 && !/^\W*(bulk|search)\W*$/i.test(path) ? undefined : 'the path of POST is a collection';
	}
	return parts === 2 ? undefined : `the path of ${method} is a resource`;
}

const versioned = (request: Incoming, version: string | undefined): Readonly<Record<string, string>> => ({
	authorization: header(request.headers, 'authorization') ?? '',
	'content-type': 'application/scim+json',
	...(version !== undefined && { 'if-match': version })
});

/** S-304: a bare list of operations stands for a PatchOp. */
function dataOf({ method, data }: BulkOperation, ids: ReadonlyMap<string, string>): Json {
	const resolved = JSON.parse(withIds(JSON.stringify(data ?? null), ids)) as Json;
	return method === 'PATCH' && Array.isArray(resolved)
		? { schemas: [MESSAGE.patch], Operations: resolved as readonly Json[] }
		: resolved;
}

/** S-298 */
function report(operation: BulkOperation, ids: Map<string, string>, response: ScimResponse, base: string): Json {
	const { method, bulkId, path } = operation;
	const named = [base, ...partsOf(withIds(path, ids))].join('/');
	const place = response.headers.Location ?? (method === 'POST' ? undefined : named);
	const ok = response.status < 400;
	return {
		method,
		...(bulkId !== undefined && { bulkId }),
		...(response.headers.ETag !== undefined && { version: response.headers.ETag }),
		...(place !== undefined && { location: place }),
		status: String(response.status),
		...(!ok && response.body !== undefined && { response: jsonOf(response) })
	};
}
