import { frozen } from '#lib/scim/frozen';
import { equal } from '#lib/scim/equal';
import { notFound, refusal, ScimError } from '#lib/scim/errors';
import { member } from '#lib/scim/member';
import type { Model } from '#lib/scim/model';
import type { Json, JsonObject, ScimResponse } from '#lib/scim/types';
import { CORE_GROUP, CORE_USER } from '#lib/scim/urns';
import { readResource, requireAll } from '#lib/scim/values';
import type { Verdict } from '../definition';
import { idOf } from '../identity';
import type { Resource } from '../types';
import { forget, Members } from './members';
import { prefers } from './precondition';
import type { Provider } from './provider';
import { selectionOf, withId } from './read';
import { etag, placed, rendering } from './render';
import { answered, empty, readBody, type Incoming } from './request';

/** POST to a collection (S-216 to S-219). */
export function create(provider: Provider, model: Model, request: Incoming): ScimResponse {
	const resource = createFrom(provider, model, readBody(request));
	return shown(provider, model, resource, request, 201);
}

export function createFrom(provider: Provider, model: Model, body: JsonObject): Resource {
	const options = provider.patchOptions;
	requireSchemas(provider, model, body);
	const { data, members } = split(provider, model, readResource(model, body, options), undefined);
	requireAll(model, data);
	const verdict = judged(provider, model, 'create', undefined, data);
	const kept = styled(provider, verdict?.data ?? data);
	provider.refuseDuplicates(model, kept, undefined);
	const n = provider.store.next();
	const now = provider.now();
	const id = idOf(provider.seed, n);
	const resource: Resource = frozen({
		id,
		type: model.type.name,
		n,
		version: 1,
		created: now,
		modified: now,
		data: frozen(kept),
		...(verdict?.aside && { aside: verdict.aside })
	});
	provider.store.put(id, resource);
	members?.commit(id, now);
	return resource;
}

/** PUT (S-220 to S-222): what is left out is cleared; read-only values are ignored; immutable ones must not change. */
export function replace(provider: Provider, model: Model, id: string, request: Incoming): ScimResponse {
	const before = provider.stored(model, id);
	if (!before) throw notFound(id);
	prefers(request, before);
	const body = readBody(request);
	requireSchemas(provider, model, body);
	const { data, members } = split(provider, model, readResource(model, body, provider.patchOptions), id);
	if (!members && before.type === 'Group') {
		const none = new Members(provider.store, id);
		none.set([]);
		return shown(provider, model, update(provider, model, before, kept(model, before, data), none), request, 200);
	}
	return shown(provider, model, update(provider, model, before, kept(model, before, data), members), request, 200);
}

/** S-220: an immutable attribute keeps its value; another one is refused. A password is kept when it is not given. */
function kept(model: Model, before: Resource, data: JsonObject): JsonObject {
	const result: Record<string, Json> = { ...data };
	for (const field of model.fields.list) {
		const old = before.data[field.name];
		if (old === undefined) continue;
		if (field.mutability === 'writeOnly' && result[field.name] === undefined) result[field.name] = old;
		if (field.mutability !== 'immutable' || equal(old, result[field.name])) continue;
		if (result[field.name] !== undefined) throw refusal('mutability', `${field.label} cannot be changed`);
		result[field.name] = old;
	}
	return result;
}

/** DELETE (S-223, S-224). */
export function remove(provider: Provider, model: Model, id: string, request: Incoming): ScimResponse {
	const before = provider.stored(model, id);
	if (!before) throw notFound(id);
	prefers(request, before);
	const verdict = judged(provider, model, 'delete', before, before.data);
	if (verdict?.instead === 'keep')
		written(provider, before, verdict.data ?? before.data, verdict.aside ?? before.aside);
	else drop(provider, id);
	return empty(204);
}

function drop(provider: Provider, id: string) {
	forget(provider.store, id);
	provider.store.put(id, null);
}

export function update(
	provider: Provider,
	model: Model,
	before: Resource,
	data: JsonObject,
	members: Members | undefined
): Resource {
	requireAll(model, data);
	const verdict = judged(provider, model, 'update', before, data);
	const kept = styled(provider, verdict?.data ?? data);
	const aside = verdict?.aside ?? before.aside;
	// S-271: a change that changes nothing leaves lastModified and version alone.
	if (!members?.changed && equal(kept, before.data) && equal(aside, before.aside)) return before;
	provider.refuseDuplicates(model, kept, before);
	if (verdict?.instead === 'remove') {
		drop(provider, before.id);
		return before;
	}
	const after = written(provider, before, kept, aside);
	members?.commit(before.id, after.modified);
	return after;
}

function written(provider: Provider, before: Resource, data: JsonObject, aside: JsonObject | undefined): Resource {
	const after: Resource = frozen({
		...before,
		version: before.version + 1,
		modified: provider.now(),
		data: frozen(data),
		...(aside && { aside })
	});
	provider.store.put(before.id, after);
	return after;
}

/** The application's own check, and the switch that refuses to deactivate. */
function judged(
	provider: Provider,
	model: Model,
	op: 'create' | 'update' | 'delete',
	before: Resource | undefined,
	data: JsonObject
): Verdict | undefined {
	if (
		provider.quirks.deactivation === 'refuse' &&
		op === 'update' &&
		data.active === false &&
		before?.data.active !== false
	) {
		throw new ScimError(422, undefined, 'Accounts cannot be deactivated', { attribute: 'active', value: 'false' });
	}
	// An account that the application's administrators keep for themselves.
	if (before?.aside?.protected === true) throw new ScimError(403, undefined, 'The account is protected');
	const { check } = provider.plan.definition;
	if (!check) return undefined;
	return check({ op, type: model.type.name, before, data, aside: before?.aside }, provider.surroundings);
}

/** S-033 broken on purpose. */
function styled(provider: Provider, data: JsonObject): JsonObject {
	if (provider.quirks.storedCase === 'asSent') return data;
	return JSON.parse(JSON.stringify(data), (key, value: Json) =>
		typeof value === 'string' && key !== 'externalId' ? value.toLowerCase() : value
	) as JsonObject;
}

/** Takes a group's members out of its attributes: they are records of their own. */
function split(
	{ store }: Provider,
	model: Model,
	data: JsonObject,
	group: string | undefined
): { data: JsonObject; members: Members | undefined } {
	if (model.type.name !== 'Group' || !Array.isArray(data.members)) return { data, members: undefined };
	const { members: list, ...rest } = data;
	const members = new Members(store, group);
	members.set(list as readonly Json[]);
	return { data: rest, members };
}

const userUrn = CORE_USER.toLowerCase();
const groupUrn = CORE_GROUP.toLowerCase();

/** S-182: a resource names its schemas, its own among them; unknown ones are tolerated (S-077). */
function requireSchemas(provider: Provider, model: Model, body: JsonObject) {
	const schemas = member(body, 'schemas');
	if (schemas === undefined && provider.quirks.missingSchemas === 'assume') return;
	if (!Array.isArray(schemas) || !schemas.length) {
		throw refusal('invalidSyntax', '"schemas" must be a list that names the schema of the resource');
	}
	if (schemas.includes(model.type.schema.id)) return;
	// The generic client names the core schema, also to an application whose own attributes are served over SCIM.
	const accepted = [model.type.schema.id.toLowerCase(), model.type.name === 'Group' ? groupUrn : userUrn];
	if (!schemas.some((urn: Json) => typeof urn === 'string' && accepted.includes(urn.toLowerCase()))) {
		throw refusal('invalidSyntax', `"schemas" must name ${model.type.schema.id}`);
	}
}

export function shown(
	provider: Provider,
	model: Model,
	resource: Resource,
	request: Incoming,
	status: number
): ScimResponse {
	const body = rendering(resource, model, provider.store, request.base, selectionOf(model, request.query));
	if (provider.quirks.missingId === 'always')
		return answered(status, withId(provider, body), () => ({ ETag: etag(resource) }));
	return answered(status, body, () => placed(request.base, model, resource), resource.id);
}
