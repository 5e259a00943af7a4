import { notFound, refusal } from '#lib/scim/errors';
import { bind } from '#lib/scim/filter/evaluate';
import { lookups, mentions, operatorsOf } from '#lib/scim/filter/lookup';
import { parseFilter } from '#lib/scim/filter/parse';
import type { Filter } from '#lib/scim/filter/tree';
import { member, namesSchema } from '#lib/scim/member';
import type { Model } from '#lib/scim/model';
import { select, type Selection } from '#lib/scim/projection';
import { sorted } from '#lib/scim/sort';
import type { Json, JsonObject, ScimResponse } from '#lib/scim/types';
import { MESSAGE } from '#lib/scim/urns';
import { indexKey } from '../accounts';
import type { Resource } from '../types';
import { MEMBER_OF, MEMBERSHIPS } from './member-plans';
import { isFresh } from './precondition';
import type { Provider } from './provider';
import { etag, placed, rendering, view, wholeView } from './render';
import { answered, empty, readBody, type Incoming, type Parameters } from './request';

const none: readonly string[] = [];

const names = (text: string | undefined): readonly string[] =>
	text === undefined
		? none
		: text
				.split(',')
				.map((name) => name.trim())
				.filter(Boolean);

/** S-247: a name with a filter on the values, as the vendor's own collection of requests has it, is a name too. */
const shownBy = (query: Parameters) => names(query.get('attributes')?.replace(/\[.*?\]/g, ''));

/** The attributes that a query names. */
export function selectionOf(model: Model, query: Parameters): Selection {
	return select(model, shownBy(query), names(query.get('excludedattributes')));
}

/** GET of one resource. */
export function read(provider: Provider, model: Model, id: string, request: Incoming): ScimResponse {
	const resource = provider.stored(model, id);
	if (!resource) throw notFound(id);
	if (isFresh(request, resource)) return empty(304, { ETag: etag(resource) });
	const selection = honoured(provider, selectionOf(model, request.query));
	const shown = rendering(resource, model, provider.store, request.base, selection);
	return answered(200, withId(provider, shown), () => placed(request.base, model, resource));
}

/** What a query asks for, from the address or from a search body. */
export interface Query {
	readonly filter: string | undefined;
	/** The same, where it has been read already. */
	readonly read?: Filter | undefined;
	readonly attributes: readonly string[];
	readonly excluded: readonly string[];
	readonly sortBy: string | undefined;
	readonly descending: boolean;
	readonly startIndex: number;
	readonly count: number | undefined;
}

/** GET of a collection (S-225 to S-253). */
export function list(provider: Provider, models: readonly Model[], request: Incoming): ScimResponse {
	return listed(provider, models, queryOf(request), request.base);
}

/** POST to `.search` (S-251). */
export function search(provider: Provider, models: readonly Model[], request: Incoming): ScimResponse {
	return listed(provider, models, searchOf(readBody(request)), request.base);
}

function queryOf({ query, filter }: Incoming): Query {
	return {
		filter: query.get('filter'),
		read: filter,
		attributes: shownBy(query),
		excluded: names(query.get('excludedattributes')),
		sortBy: query.get('sortby'),
		descending: query.get('sortorder')?.toLowerCase() === 'descending',
		startIndex: Math.max(1, whole('startIndex', query.get('startindex')) ?? 1),
		count: page(whole('count', query.get('count')))
	};
}

function searchOf(body: JsonObject): Query {
	const text = (name: string) => {
		const value = member(body, name);
		if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
		throw refusal('invalidSyntax', `${name} must be text`);
	};
	const list = (name: string) => {
		const value = member(body, name);
		if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string');
		return names(text(name));
	};
	if (!namesSchema(member(body, 'schemas'), MESSAGE.search)) {
		throw refusal('invalidSyntax', `"schemas" must name ${MESSAGE.search}`);
	}
	return {
		filter: text('filter'),
		attributes: list('attributes'),
		excluded: list('excludedattributes'),
		sortBy: text('sortby'),
		descending: text('sortorder')?.toLowerCase() === 'descending',
		startIndex: Math.max(1, whole('startIndex', member(body, 'startindex')) ?? 1),
		count: page(whole('count', member(body, 'count')))
	};
}

function whole(name: string, value: Json | undefined): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number === 'number' && Number.isInteger(number)) return number;
	throw refusal('invalidValue', `${name} must be an integer`);
}

/** S-242: a negative count means 0. */
const page = (count: number | undefined) => (count === undefined ? undefined : Math.max(0, count));

function listed(provider: Provider, models: readonly Model[], query: Query, base: string): ScimResponse {
	const filter = filterOf(provider, query);
	const selections = models.map((model) => honoured(provider, select(model, query.attributes, query.excluded)));
	let found: readonly Found[] = [];
	for (const model of models) found = found.concat(matching(provider, model, filter, base));
	if (query.sortBy !== undefined) {
		const whole = ({ resource, model }: Found) => view(resource, model, provider.store, base, wholeView);
		found = sorted(found, query.sortBy, query.descending, whole);
	}
	if (found.length > provider.limits.tooMany) throw refusal('tooMany', 'The query has too many results');
	if (!found.length && filter && provider.quirks.noMatch === 'notFound') throw notFound('by this filter');
	const isPaged = provider.quirks.paging === 'pages';
	const size = Math.min(query.count ?? provider.limits.maxResults, provider.limits.maxResults);
	const first = query.startIndex - 1;
	const shown = (isPaged ? found.slice(first, first + size) : found).map(({ resource, model }) => {
		const selection = selections[models.indexOf(model)] as Selection;
		return withId(provider, rendering(resource, model, provider.store, base, selection));
	});
	return answered(200, () => ({
		schemas: [MESSAGE.list],
		totalResults: found.length,
		...(isPaged && { startIndex: query.startIndex, itemsPerPage: shown.length }),
		Resources: shown.map((say) => say())
	}));
}

function filterOf(provider: Provider, { filter: text, read }: Query): Filter | undefined {
	if (text === undefined || provider.quirks.filters === 'ignore') return undefined;
	if (provider.quirks.filters === 'refuse') throw refusal('invalidFilter', 'Filters are not supported');
	return read ?? parseFilter(text, { bareValues: provider.quirks.bareValues === 'accept' });
}

interface Found {
	readonly resource: Resource;
	readonly model: Model;
}

function matching(provider: Provider, model: Model, filter: Filter | undefined, base: string): readonly Found[] {
	const found: Found[] = [];
	if (!filter) {
		for (const resource of provider.store.all(model.type.name)) found.push({ resource, model });
	} else {
		refuseUnfilterable(provider, model, filter);
		const { candidates, rest } = narrowed(provider, model, filter);
		if (!rest) for (const resource of candidates) found.push({ resource, model });
		else passing(provider, model, candidates, rest, base, found);
	}
	return found;
}

function passing(
	provider: Provider,
	model: Model,
	candidates: Iterable<Resource>,
	filter: Filter,
	base: string,
	found: Found[]
) {
	const test = bind(filter, model, { textBooleans: provider.quirks.textBooleans === 'accept' });
	const named = mentions(filter);
	const want = { members: named.has('members'), groups: named.has('groups'), meta: named.has('meta') };
	const isStored = computed.every((name) => !named.has(name));
	for (const resource of candidates) {
		if (test(isStored ? resource.data : view(resource, model, provider.store, base, want)))
			found.push({ resource, model });
	}
}

/** What is not in a resource's record, and what is never shown of it. */
const computed = ['schemas', 'id', 'meta', 'members', 'groups', 'password'];

interface Candidates {
	readonly candidates: Iterable<Resource>;
	/** What is left to test; undefined: the index has answered the whole filter. */
	readonly rest: Filter | undefined;
}

/** Candidates from an index where the filter has an equality that one can answer; otherwise everything of the type. */
function narrowed(provider: Provider, model: Model, filter: Filter): Candidates {
	const type = model.type.name;
	for (const { field, value } of lookups(filter, model)) {
		const { label } = field;
		if (label === 'id') return { candidates: only(provider.stored(model, value)), rest: withoutId(filter) };
		const end = label === 'members.value' ? 'group' : label === 'groups.value' ? 'value' : undefined;
		if (end) {
			const candidates = edges(provider, end, value, type);
			// Ids compare without regard to case, and the index knows them as they are.
			if (candidates.length) return { candidates, rest: filter };
			continue;
		}
		const index = provider.plan.indexOf(type, label);
		if (index === undefined) continue;
		const candidates = provider.store.find(index, indexKey(field, value));
		return { candidates, rest: filter.kind === 'compare' ? undefined : filter };
	}
	return { candidates: provider.store.all(type), rest: filter };
}

/** A resource that was found by its id has it. */
function withoutId(filter: Filter): Filter {
	if (filter.kind !== 'and' || filter.terms.length !== 2) return filter;
	const [first, second] = filter.terms as [Filter, Filter];
	if (first.kind !== 'compare' || first.op !== 'eq' || typeof first.value !== 'string') return filter;
	return first.path.name === 'id' && !first.path.sub ? second : filter;
}

const only = (resource: Resource | undefined): Iterable<Resource> => (resource ? [resource] : []);

/** In the order of creation, as every list. */
function edges({ store }: Provider, end: 'group' | 'value', key: string, type: string) {
	const found = store
		.find(end === 'group' ? MEMBERSHIPS : MEMBER_OF, key)
		.map((edge) => store.get(edge.data[end] as string));
	return (found.filter((resource) => resource?.type === type) as Resource[]).sort((a, b) => a.n - b.n);
}

/** An application that filters on a few attributes only says so. */
function refuseUnfilterable(provider: Provider, model: Model, filter: Filter) {
	const { filterable, filterOperators } = provider.plan.definition;
	for (const op of filterOperators ? operatorsOf(filter) : []) {
		if (!filterOperators?.includes(op)) throw refusal('invalidFilter', `The operator ${op} is not supported`);
	}
	const allowed = filterable?.[model.type.name];
	if (!allowed) return;
	for (const name of mentions(filter)) {
		if (name === 'id' || allowed.some((one) => one.toLowerCase() === name)) continue;
		throw refusal('invalidFilter', `Filtering on ${name} is not supported`, { attribute: name });
	}
}

/** S-069 broken on purpose: members are returned although they were excluded. */
function honoured(provider: Provider, selection: Selection): Selection {
	if (provider.quirks.excludedMembers === 'leaveOut' || selection.not?.get('members') !== 'whole') return selection;
	const not = new Map(selection.not);
	not.delete('members');
	return { only: selection.only, not };
}

/** S-030, which can be broken on purpose. */
export function withId(provider: Provider, shown: () => JsonObject): () => JsonObject {
	if (provider.quirks.missingId === 'never') return shown;
	return () => {
		const { id: _, ...rest } = shown();
		return rest;
	};
}
