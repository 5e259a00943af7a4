import { ScimError } from '../errors';
import { bind } from '../filter/evaluate';
import { parseFilter } from '../filter/parse';
import type { Filter } from '../filter/tree';
import { namesSchema } from '../member';
import { resolve, splitPath, type AttrPath, type Model } from '../model';
import { MESSAGE } from '../urns';
import { memberOf, type Node } from './json';
import type { Told } from './problem';

const parameters: ReadonlySet<string> = new Set([
	'filter',
	'sortby',
	'sortorder',
	'startindex',
	'count',
	'attributes',
	'excludedattributes'
]);

/** The parameters of a query (RFC 7644 §3.4.2), by their places in the address. */
export function checkQuery(model: Model, path: string, told: Told): void {
	const mark = path.indexOf('?');
	if (mark < 0) return;
	let at = mark + 1;
	for (const pair of path.slice(mark + 1).split('&')) {
		const place = { at, end: at + pair.length };
		at += pair.length + 1;
		if (pair === '') continue;
		const equals = pair.indexOf('=');
		const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
		const value = equals < 0 ? '' : decoded(pair.slice(equals + 1));
		if (name === undefined || value === undefined) told(place, 'error', 'S-040', 'It is not correctly encoded');
		else checkParameter(model, name, value, (severity, rule, message) => told(place, severity, rule, message));
	}
}

/** The body of a search says in its members what an address says in its parameters (S-251). */
export function checkSearch(model: Model, body: Node, told: Told): void {
	const schemas = memberOf(body, 'schemas')?.node;
	if (!namesSchema(listed(schemas), MESSAGE.search))
		told(schemas ?? { at: body.at, end: body.at + 1 }, 'error', 'S-251', `"schemas" does not name ${MESSAGE.search}`);
	for (const { key, node } of body.kind === 'object' ? body.members : []) {
		if (node === schemas || node.kind === 'null') continue;
		checkParameter(model, key, listed(node).join(','), (severity, rule, message) =>
			told(node, severity, rule, message)
		);
	}
}

const listed = (node: Node | undefined): readonly string[] =>
	node?.kind === 'array' ? node.items.flatMap(listed) : node && 'value' in node ? [String(node.value)] : [];

type ToldHere = (severity: 'error' | 'note', rule: string | null, message: string) => void;

function checkParameter(model: Model, name: string, value: string, told: ToldHere): void {
	switch (name.toLowerCase()) {
		case 'filter':
			return checkFilter(model, value, told);
		case 'startindex':
		case 'count':
			if (!/^-?\d+$/.test(value))
				told('error', name.toLowerCase() === 'count' ? 'S-242' : 'S-241', `${name} is a whole number`);
			return;
		case 'sortorder':
			if (!/^(ascending|descending)$/i.test(value)) told('error', 'S-237', 'sortOrder is ascending or descending');
			return;
		case 'sortby':
		case 'attributes':
		case 'excludedattributes':
			for (const label of value.split(',').map((part) => part.trim()))
				if (!model.urns.has(label.toLowerCase()) && !resolve(model, splitPath(label)))
					told('note', 'S-247', `${model.type.name} has no ${JSON.stringify(label)}`);
			return;
		default:
			if (!parameters.has(name.toLowerCase())) told('note', null, `${name} is not a SCIM parameter: it is ignored`);
	}
}

function checkFilter(model: Model, text: string, told: ToldHere): void {
	let refused = 'S-236';
	try {
		const filter = parseFilter(text);
		if (goesOn(filter)) told('note', 'S-233', 'The RFC ends a filter at "]"; the Entra client goes on after it');
		for (const path of pathsOf(filter))
			if (!resolve(model, path))
				told('note', 'S-235', `${model.type.name} has no ${labelOf(path)}: the comparison is false`);
		refused = 'S-228';
		bind(filter, model);
	} catch (error) {
		if (!(error instanceof ScimError)) throw error;
		told('error', refused, error.message);
	}
}

/** `emails[type eq "work"].value eq "x"`: a comparison after the bracket. */
function goesOn(filter: Filter): boolean {
	if (filter.kind === 'values') return filter.then !== undefined;
	if (filter.kind === 'not') return goesOn(filter.term);
	return (filter.kind === 'and' || filter.kind === 'or') && filter.terms.some(goesOn);
}

function pathsOf(filter: Filter): readonly AttrPath[] {
	switch (filter.kind) {
		case 'and':
		case 'or':
			return filter.terms.flatMap(pathsOf);
		case 'not':
			return pathsOf(filter.term);
		case 'values':
			return [filter.path, ...pathsOf(filter.filter).map((inner) => ({ ...filter.path, sub: inner.name }))];
		default:
			return [filter.path];
	}
}

const labelOf = ({ urn, name, sub }: AttrPath) =>
	`${urn === undefined ? '' : `${urn}:`}${name}${sub === undefined ? '' : `.${sub}`}`;

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return undefined;
	}
}
