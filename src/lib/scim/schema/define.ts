import type { Attribute } from './types';

type Traits = Partial<Omit<Attribute, 'name' | 'subAttributes'>>;

const attribute = (name: string, traits: Traits, subAttributes?: readonly Attribute[]): Attribute => ({
	name,
	type: 'string',
	multiValued: false,
	description: '',
	required: false,
	caseExact: false,
	mutability: 'readWrite',
	returned: 'default',
	uniqueness: 'none',
	...traits,
	...(subAttributes && { subAttributes })
});

export const text = (name: string, description: string, traits: Traits = {}) =>
	attribute(name, { description, ...traits });

export const flag = (name: string, description: string, traits: Traits = {}) =>
	attribute(name, { type: 'boolean', description, ...traits });

export const integer = (name: string, description: string, traits: Traits = {}) =>
	attribute(name, { type: 'integer', description, ...traits });

export const reference = (name: string, description: string, referenceTypes: readonly string[], traits: Traits = {}) =>
	attribute(name, { type: 'reference', description, caseExact: true, referenceTypes, ...traits });

export const complex = (name: string, description: string, subs: readonly Attribute[], traits: Traits = {}) =>
	attribute(name, { type: 'complex', description, ...traits }, subs);

/** A list of typed values, the way e-mail addresses and telephone numbers are kept (RFC 7643 §2.4). */
export const values = (
	name: string,
	description: string,
	types: readonly string[],
	value: Attribute = text('value', `The ${name} value.`)
) =>
	complex(
		name,
		description,
		[
			value,
			text('display', 'A human-readable name.'),
			text('type', 'A label for the value.', types.length ? { canonicalValues: types } : {}),
			flag('primary', 'Whether this is the preferred value; true for one value at most.')
		],
		{ multiValued: true }
	);
