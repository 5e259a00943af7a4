import { member } from '../member';
import { isObject, type Json, type JsonObject } from '../types';

interface Clause {
	readonly sub: string;
	readonly value: string;
	/** The value in lower case: letter case does not count. */
	readonly folded: string;
}

/** A target attribute as a mapping names it: `emails[type eq "work"].value`, `name.givenName`, `<URN>:department`. */
export interface TargetPath {
	readonly text: string;
	readonly urn: string | undefined;
	readonly name: string;
	/** What the element of a list must have: `type` work, `primary` True. */
	readonly where: readonly Clause[];
	readonly sub: string | undefined;
	/** It leads into a list of values. */
	readonly isList: boolean;
	/** `active` and `primary` are booleans everywhere. */
	readonly isFlag: boolean;
}

const shape = /^(?:(urn:[^[\]"]*):)?([^.[\]:"]+)(?:\[([^\]]*)\])?(?:\.([^.[\]]+))?$/i;
const flags = /(?<![\w$-])(active|primary)$/i;
const clause = /^\s*([\w$]+)\s+eq\s+(?:"([^"]*)"|(\S+))\s*$/i;

/** A mapping has few targets and uses them for every object: each is read once. The texts alone decide the result. */
const known = new Map<string, TargetPath>();

export function parseTarget(text: string): TargetPath {
	let path = known.get(text);
	if (!path) {
		path = readTarget(text);
		if (known.size < 2000) known.set(text, path);
	}
	return path;
}

function readTarget(text: string): TargetPath {
	const [, urn, name = text, filter, sub] = shape.exec(text) ?? [];
	const where = (filter ?? '')
		.split(/\s+and\s+/i)
		.map((part) => clause.exec(part))
		.filter((match) => match !== null)
		.map((match) => clauseOf(match[1] as string, match[2] ?? match[3] ?? ''));
	const isList = where.length > 0 || lists.has(name.toLowerCase());
	return { text, urn, name, where, sub, isList, isFlag: flags.test(text) };
}

function clauseOf(sub: string, value: string): Clause {
	return { sub, value, folded: value.toLowerCase() };
}

const lists: ReadonlySet<string> = new Set([
	'emails',
	'phonenumbers',
	'ims',
	'photos',
	'addresses',
	'entitlements',
	'roles',
	'x509certificates',
	'members'
]);

const textOf = (value: Json | undefined) => String(value ?? '').toLowerCase();

/** Does an element of a list have what the path's filter asks for? "True" stands for true there. */
export function fits(element: Json, { where }: TargetPath): boolean {
	for (const { sub, folded } of where) if (textOf(member(element, sub)) !== folded) return false;
	return true;
}

/** The value that a resource has at a target, or undefined. A complex value is asked for its `value`. */
export function valueAt(resource: JsonObject, target: string | TargetPath): Json | undefined {
	const path = typeof target === 'string' ? parseTarget(target) : target;
	const home = path.urn === undefined ? resource : member(resource, path.urn);
	let value = member(home, path.name);
	if (Array.isArray(value) && (path.where.length || path.sub))
		value = value.find((element: Json) => fits(element, path));
	if (path.sub !== undefined) return member(value, path.sub);
	return isObject(value) ? (value.value ?? value) : value;
}
