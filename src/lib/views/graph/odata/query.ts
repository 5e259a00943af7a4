import type { Json } from '#lib/engine/base';
import { GraphError } from '../answer';

export type Entity = { readonly [name: string]: Json };

/** The options of a query by name; `$` may be left out, as on Graph. */
export function parsedQuery(search: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const part of search.split('&')) {
		if (part === '') continue;
		const at = part.indexOf('=');
		const name = decoded(at < 0 ? part : part.slice(0, at));
		found.set(name.replace(/^\$/, '').toLowerCase(), decoded(at < 0 ? '' : part.slice(at + 1)));
	}
	return found;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		throw new GraphError(400, 'BadRequest', `The query part ${text} is not encoded properly.`);
	}
}

/** A list that is not narrowed although somebody asked for it would be taken for the whole answer. */
export function refuseOthers(query: ReadonlyMap<string, string>, known: readonly string[]): void {
	for (const name of query.keys())
		if (!known.includes(name))
			throw new GraphError(
				400,
				'BadRequest',
				`The query option $${name} is not supported here; ${known.length > 0 ? `use ${known.map((each) => `$${each}`).join(', ')}` : 'this call takes none'}.`
			);
}

/** `$select`: the properties that are named, and no other. */
export function selected(entity: Entity, select: string | undefined, type: string): Entity {
	const names = (select ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) return entity;
	for (const name of names)
		if (!(name in entity))
			throw new GraphError(
				400,
				'BadRequest',
				`Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`
			);
	return Object.fromEntries(Object.entries(entity).filter(([name]) => names.includes(name)));
}

/** `$top`: from 1 to the longest page. */
export function topOf(query: ReadonlyMap<string, string>, usual: number, longest: number): number {
	const text = query.get('top');
	if (text === undefined) return usual;
	const top = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	if (top < 1 || top > longest)
		throw new GraphError(400, 'BadRequest', `Invalid value for $top: ${text}. It goes from 1 to ${longest}.`);
	return top;
}
