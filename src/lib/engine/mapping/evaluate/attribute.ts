import { fromJson, type Source, type Value } from '../values/value';
import { computedNames, type Thunk } from './context';

/**
 * Reads an attribute of the source object (G-008): by its exact name, or, unless it is a directory extension, by the
 * same name in other letter case.
 */
export function attributeThunk(name: string): Thunk {
	// A name that every object inherits is only an attribute when the source has it itself.
	if (name in Object.prototype) return ({ source }) => (Object.hasOwn(source, name) ? fromJson(source[name]) : null);
	if (name.startsWith('extension_')) return ({ source }) => fromJson(source[name]);
	const lower = name.toLowerCase();
	const stored: Thunk = ({ source }) => {
		const value = source[name];
		return value === undefined ? inOtherCase(source, name, lower) : (value as Value);
	};
	const own = computedNames.get(lower);
	if (!own) return stored;
	return (context) => {
		const value = context.computed[own] as Value | undefined;
		return value === undefined ? stored(context) : value;
	};
}

function inOtherCase(source: Source, name: string, lower: string): Value {
	for (const key in source) {
		if (key.length === name.length && key.toLowerCase() === lower) return fromJson(source[key]);
	}
	return null;
}

/** The same for one reading outside of an expression. */
export function readAttribute(source: Source, name: string): Value {
	if (Object.hasOwn(source, name)) return fromJson(source[name]);
	return name.startsWith('extension_') ? null : inOtherCase(source, name, name.toLowerCase());
}
