import { project, type Selection } from '#lib/scim/projection';
import type { Model } from '#lib/scim/model';
import { isObject, type Json, type JsonObject } from '#lib/scim/types';
import type { AppStore, Resource } from '../types';
import { MEMBER_OF, MEMBERSHIPS } from './member-plans';

/** S-305: a weak tag; the version grows with every change and only then (S-308). */
export const etag = (resource: Resource) => `W/"${resource.version}"`;

export const location = (base: string, model: Model, id: string) => `${base}${model.type.endpoint}/${id}`;

/** S-187: where the resource of an answer is, by both names: the RFC tells the one and shows the other. */
export function placed(base: string, model: Model, resource: Resource): Readonly<Record<string, string>> {
	const at = location(base, model, resource.id);
	return { Location: at, 'Content-Location': at, ETag: etag(resource) };
}

/** What a resource is shown with beside what is stored: making it costs, so nobody makes what nobody is shown. */
export interface Wanted {
	readonly members: boolean;
	readonly groups: boolean;
	readonly meta: boolean;
}

export const wholeView: Wanted = { members: true, groups: true, meta: true };

/** What a selection asks for. */
function wanted(model: Model, { only, not }: Selection): Wanted {
	if (!only && !not) return wholeView;
	const wants = (name: string) =>
		model.fields.get(name) !== undefined && not?.get(name) !== 'whole' && (!only || only.has(name));
	return { members: wants('members'), groups: wants('groups'), meta: wants('meta') };
}

/** The lists that the store knows of a resource; undefined: none, or not wanted. */
interface Lists {
	readonly members: readonly JsonObject[] | undefined;
	readonly groups: readonly JsonObject[] | undefined;
}

function listsOf({ id, type }: Resource, store: AppStore, base: string, want: Wanted): Lists {
	const members = want.members && type === 'Group' ? membersOf(id, store, base) : [];
	const groups = want.groups && type === 'User' ? groupsOf(id, store, base) : [];
	return { members: members.length ? members : undefined, groups: groups.length ? groups : undefined };
}

/** A resource in full, as a client would see it with everything selected. */
export function view(resource: Resource, model: Model, store: AppStore, base: string, want: Wanted): JsonObject {
	return viewWith(resource, model, base, listsOf(resource, store, base, want), want);
}

function viewWith(resource: Resource, model: Model, base: string, lists: Lists, want: Wanted): JsonObject {
	const { members, groups } = lists;
	const { id, data } = resource;
	const shown: Record<string, Json> = { schemas: schemasOf(model, data), id };
	for (const key in data) if (key !== 'password') shown[key] = data[key] as Json;
	if (members) shown.members = members;
	if (groups) shown.groups = groups;
	if (want.meta) shown.meta = metaOf(resource, model, base);
	return shown;
}

function metaOf(resource: Resource, model: Model, base: string): JsonObject {
	const created = isoText(resource.created);
	return {
		resourceType: resource.type,
		created,
		lastModified: resource.modified === resource.created ? created : isoText(resource.modified),
		location: location(base, model, resource.id),
		version: etag(resource)
	};
}

const day = 86_400_000;
let lastDay = NaN;
let lastText = '';
const digits = (number: number, width: number) => String(number).padStart(width, '0');

/** As Date writes it. Its day is spelt once: every answer shows two times, most of them of one day. */
export function isoText(at: number): string {
	const number = Math.floor(at / day);
	if (number !== lastDay) {
		lastText = new Date(number * day).toISOString().slice(0, 11);
		lastDay = number;
	}
	const ms = at - number * day;
	const minutes = Math.floor(ms / 60_000);
	const seconds = Math.floor(ms / 1000) % 60;
	return `${lastText}${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}:${digits(seconds, 2)}.${digits(Math.floor(ms) % 1000, 3)}Z`;
}

/** A resource as it goes out: what the store knows of it is read now, and put together when somebody asks. */
export function rendering(
	resource: Resource,
	model: Model,
	store: AppStore,
	base: string,
	selection: Selection
): () => JsonObject {
	const want = wanted(model, selection);
	const lists = listsOf(resource, store, base, want);
	return () => project(viewWith(resource, model, base, lists, want), model, selection);
}

/** S-198: an extension's URN is listed exactly when the extension is there. */
function schemasOf(model: Model, data: JsonObject): readonly string[] {
	const schemas = [model.type.schema.id];
	for (const { urn } of model.extensions) if (data[urn] !== undefined) schemas.push(urn);
	return schemas;
}

function membersOf(group: string, store: AppStore, base: string): readonly JsonObject[] {
	return store.find(MEMBER_OF, group).map(({ data: { group: _, ...element } }) => ({
		$ref: `${base}/${element.type === 'Group' ? 'Groups' : 'Users'}/${element.value as string}`,
		...element
	}));
}

/** S-201: derived from the groups. */
function groupsOf(user: string, store: AppStore, base: string): readonly JsonObject[] {
	return store.find(MEMBERSHIPS, user).map(({ data }) => {
		const value = data.group as string;
		const display = displayOf(store.get(value));
		return { value, $ref: `${base}/Groups/${value}`, ...(display !== undefined && { display }), type: 'direct' };
	});
}

const displayOf = (resource: Resource | undefined): string | undefined => {
	const { displayName, userName, name } = resource?.data ?? {};
	const shown = displayName ?? userName ?? (isObject(name as Json) ? undefined : name);
	return typeof shown === 'string' ? shown : undefined;
};
