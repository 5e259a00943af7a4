import { refusal, ScimError, unknownAttribute } from '../errors';
import { parseBracket } from '../filter/parse';
import type { Filter } from '../filter/tree';
import { extensionNamed, resolve, resolveLoosely, splitPath, type Extension, type Field, type Model } from '../model';

/** What an operation addresses (S-256). */
export type Target =
	| { readonly kind: 'resource' }
	| { readonly kind: 'extension'; readonly extension: Extension }
	| {
			readonly kind: 'attribute';
			/** The top-level attribute, of the core schema or of an extension. */
			readonly field: Field;
			readonly filter: Filter | undefined;
			readonly sub: Field | undefined;
	  };

const attrPath = /^(?:urn:[^\s"()[\]]+:)?[a-z$][\w$-]*(?:\.[$a-z][\w$-]*)?$/i;
const subPath = /^\.[$a-z][\w$-]*$/i;

/** A client writes the same few paths again and again: each is read once for a model. */
const known = new WeakMap<Model, { readonly loose: Map<string, Target>; readonly strict: Map<string, Target> }>();

/**
 * Reads a PATCH path; a malformed one, or one that names nothing the type has, is invalidPath (S-264, S-265). Loosely
 * read, an extension's attribute may stand without its URN and a filter's value without quotation marks.
 */
export function parsePath(text: string, model: Model, loose: boolean): Target {
	let targets = known.get(model);
	if (!targets) known.set(model, (targets = { loose: new Map(), strict: new Map() }));
	const paths = loose ? targets.loose : targets.strict;
	let target = paths.get(text);
	if (!target) {
		target = readPath(text, model, loose);
		// Paths that name a member by its id are as many as there are members.
		if (paths.size < 500) paths.set(text, target);
	}
	return target;
}

function readPath(text: string, model: Model, loose: boolean): Target {
	const whole = model.urns.get(text.toLowerCase());
	if (whole === 'core') return { kind: 'resource' };
	const extension = extensionNamed(model, text);
	if (extension) return { kind: 'extension', extension };

	const bracket = text.indexOf('[');
	if (bracket < 0) return attribute(text, model, loose);
	const { field, sub } = attribute(text.slice(0, bracket), model, loose);
	// Only the values of a list can be told apart by a filter.
	if (sub || !field.multiValued || !field.subs) throw invalid(text, `${field.label} is not a list of objects`);
	const { filter, end } = inBrackets(text, bracket, loose);
	const rest = text.slice(end + 1);
	if (rest === '') return { kind: 'attribute', field, filter, sub: undefined };
	if (!subPath.test(rest)) throw invalid(text, 'it continues after the bracket');
	const named = field.subs.get(rest.slice(1));
	if (!named) throw invalid(text, `${field.label} has no ${rest.slice(1)}`);
	return { kind: 'attribute', field, filter, sub: named };
}

function attribute(text: string, model: Model, loose: boolean): Target & { kind: 'attribute' } {
	if (!attrPath.test(text)) throw invalid(text, 'it is malformed');
	const found = (loose ? resolveLoosely : resolve)(model, splitPath(text));
	if (!found) throw unknownAttribute('invalidPath', text);
	return found.parent
		? { kind: 'attribute', field: found.parent, filter: undefined, sub: found }
		: { kind: 'attribute', field: found, filter: undefined, sub: undefined };
}

function inBrackets(text: string, bracket: number, bareValues: boolean) {
	try {
		return parseBracket(text, bracket + 1, { bareValues });
	} catch (error) {
		throw error instanceof ScimError ? invalid(text, error.message) : error;
	}
}

const invalid = (path: string, why: string) =>
	refusal('invalidPath', `The path ${JSON.stringify(path.length > 200 ? `${path.slice(0, 200)}...` : path)}: ${why}`);
