import { commonAttributes } from './schema/common';
import type { Attribute, ResourceType, Schema } from './schema/types';

/** An attribute that can be looked up: names are compared without regard to case (S-188). */
export interface Field extends Attribute {
	/** The extension's URN; undefined for the core schema. */
	readonly urn: string | undefined;
	readonly parent: Field | undefined;
	readonly subs: Fields | undefined;
	/** As a refusal names it: `name.givenName`, `urn:...:User:department`. */
	readonly label: string;
}

/** Fields by name: exactly written names first, any case second. */
export class Fields {
	readonly list: readonly Field[];
	readonly required: readonly Field[];
	readonly #exact = new Map<string, Field>();
	readonly #folded = new Map<string, Field>();

	constructor(attributes: readonly Attribute[], urn?: string, parent?: Field) {
		this.list = attributes.map((attribute) => field(attribute, urn, parent));
		this.required = this.list.filter((f) => f.required);
		for (const f of this.list) {
			this.#exact.set(f.name, f);
			this.#folded.set(f.name.toLowerCase(), f);
		}
	}

	get(name: string): Field | undefined {
		return this.#exact.get(name) ?? this.#folded.get(name.toLowerCase());
	}
}

function field(attribute: Attribute, urn: string | undefined, parent: Field | undefined): Field {
	const own = parent ? `${parent.label}.${attribute.name}` : urn ? `${urn}:${attribute.name}` : attribute.name;
	const made = { ...attribute, urn, parent, label: own, subs: undefined as Fields | undefined };
	if (attribute.subAttributes) made.subs = new Fields(attribute.subAttributes, urn, made as Field);
	return made;
}

export interface Extension {
	readonly urn: string;
	readonly required: boolean;
	readonly fields: Fields;
}

/** A resource type, compiled for looking attributes up. */
export interface Model {
	readonly type: ResourceType;
	readonly fields: Fields;
	readonly extensions: readonly Extension[];
	/** The URNs of core schema and extensions, in lower case. */
	readonly urns: ReadonlyMap<string, Extension | 'core'>;
	/** Fields that must not have the value of another resource (S-197). */
	readonly unique: readonly Field[];
	/** Has fields that are returned on request only, or never: then the default set must be projected. */
	readonly hides: boolean;
}

export function compile(type: ResourceType): Model {
	const extensions = type.extensions.map(({ schema, required }) => ({
		urn: schema.id,
		required,
		fields: new Fields(schema.attributes, schema.id)
	}));
	const urns = new Map<string, Extension | 'core'>([[type.schema.id.toLowerCase(), 'core']]);
	for (const extension of extensions) urns.set(extension.urn.toLowerCase(), extension);
	// A password is left out of every view, so it alone asks for no projection.
	const hidden = (a: Attribute): boolean =>
		(a.returned === 'never' && a.name !== 'password') ||
		a.returned === 'request' ||
		(a.subAttributes ?? []).some(hidden);
	const fields = new Fields([...commonAttributes, ...type.schema.attributes]);
	return {
		type,
		fields,
		extensions,
		urns,
		unique: [...fields.list, ...extensions.flatMap((e) => e.fields.list)].filter(
			(f) => f.uniqueness !== 'none' && f.mutability !== 'readOnly'
		),
		hides: [type.schema, ...type.extensions.map((e): Schema => e.schema)].some((s) => s.attributes.some(hidden))
	};
}

/** An attribute's name as it is written: `[URN:]name[.sub]`. */
export interface AttrPath {
	readonly urn: string | undefined;
	readonly name: string;
	readonly sub: string | undefined;
}

/** Splits a written path; the version in a URN holds a dot and the name after it may too (S-009). */
export function splitPath(text: string): AttrPath {
	let urn: string | undefined;
	let rest = text;
	if (text.length > 4 && text.slice(0, 4).toLowerCase() === 'urn:') {
		const colon = text.lastIndexOf(':');
		urn = text.slice(0, colon);
		rest = text.slice(colon + 1);
	}
	const dot = rest.indexOf('.');
	return dot < 0 ? { urn, name: rest, sub: undefined } : { urn, name: rest.slice(0, dot), sub: rest.slice(dot + 1) };
}

/** The field that a path names, or undefined if the type does not define it. */
export function resolve(model: Model, path: AttrPath): Field | undefined {
	const top = topField(model, path);
	return path.sub === undefined ? top : top?.subs?.get(path.sub);
}

function topField(model: Model, path: AttrPath): Field | undefined {
	if (path.urn === undefined) return model.fields.get(path.name);
	const home = model.urns.get(path.urn.toLowerCase());
	return home === 'core' ? model.fields.get(path.name) : home?.fields.get(path.name);
}

/** The same, where an extension's attribute may be named without its URN: the client asks for `manager` (S-100, S-103). */
export function resolveLoosely(model: Model, path: AttrPath): Field | undefined {
	let known = loosely.get(model);
	if (!known) loosely.set(model, (known = new WeakMap()));
	let found = known.get(path);
	if (found === undefined) known.set(path, (found = resolvedLoosely(model, path) ?? null));
	return found ?? undefined;
}

/** The client's filters name an attribute by the same path each time; null: there is none. */
const loosely = new WeakMap<Model, WeakMap<AttrPath, Field | null>>();

function resolvedLoosely(model: Model, path: AttrPath): Field | undefined {
	const exact = resolve(model, path);
	if (exact || path.urn !== undefined) return exact;
	for (const { urn } of model.extensions) {
		const found = resolve(model, { ...path, urn });
		if (found) return found;
	}
	return undefined;
}

/** The extension whose URN the text is; a path may name an extension as a whole. */
export function extensionNamed(model: Model, text: string): Extension | undefined {
	const home = model.urns.get(text.toLowerCase());
	return home === 'core' ? undefined : home;
}
