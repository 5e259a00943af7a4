import { notFound } from '#lib/scim/errors';
import type { Model } from '#lib/scim/model';
import { applyPatch } from '#lib/scim/patch/apply';
import { readOperations } from '#lib/scim/patch/request';
import type { JsonObject, ScimResponse } from '#lib/scim/types';
import type { Resource } from '../types';
import { Members } from './members';
import { prefers } from './precondition';
import type { Provider } from './provider';
import { etag } from './render';
import { empty, header, readBody, type Incoming } from './request';
import { shown, update } from './write';

/** PATCH (S-254 to S-294); atomic, because nothing is stored before the last operation has succeeded. */
export function patch(provider: Provider, model: Model, id: string, request: Incoming): ScimResponse {
	const before = provider.stored(model, id);
	if (!before) throw notFound(id);
	prefers(request, before);
	const after = patchWith(provider, model, before, readBody(request));
	const answers = model.type.name === 'Group' ? provider.quirks.groupPatch : provider.quirks.userPatch;
	if (answers !== 'body' && !asksForBody(request, answers)) return empty(204, { ETag: etag(after) });
	return shown(provider, model, after, request, 200);
}

/** S-250: a selection of attributes needs a body to be shown in. */
function asksForBody(request: Incoming, answers: 'empty' | 'asked'): boolean {
	if ((request.query.get('attributes') ?? request.query.get('excludedattributes')) !== undefined) return true;
	return answers === 'asked' && (header(request.headers, 'accept') ?? '').includes('json');
}

function patchWith(provider: Provider, model: Model, before: Resource, body: JsonObject): Resource {
	const members = before.type === 'Group' ? new Members(provider.store, before.id) : undefined;
	const operations = readOperations(body, provider.quirks.opCase);
	if (members) provider.plan.definition.refusesOfGroup?.(operations);
	const data = applyPatch(model, before.data, operations, provider.patchOptions, members, before.id);
	return update(provider, model, before, data, members);
}
