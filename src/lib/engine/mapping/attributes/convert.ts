import type { Json } from '../../base';
import { integerFromText } from '../values/numbers';
import { textOf } from '../values/render';
import { type Complex, isComplex, isList, type List, type Single } from '../values/value';
import type { TargetAttribute } from './types';

/** A value as the target's type wants it (M-040), or undefined when it cannot be. */
export function convert(value: Single | List, attribute: TargetAttribute | undefined): Json | undefined {
	if (isList(value)) {
		if (attribute && !attribute.multivalued && value.length > 0 && !value.some(isComplex)) {
			return value.length === 1 ? convertSingle(value[0]!, attribute) : undefined;
		}
		const converted: Json[] = [];
		for (const element of value) {
			const json = convertSingle(element, attribute);
			if (json === undefined) return undefined;
			if (json !== null) converted.push(json);
		}
		return converted;
	}
	const json = convertSingle(value, attribute);
	return attribute?.multivalued && json !== undefined ? [json] : json;
}

function convertSingle(value: Single, attribute: TargetAttribute | undefined): Json | undefined {
	if (value === null) return null;
	if (isComplex(value)) return value as Complex;
	switch (attribute?.type) {
		case 'Boolean':
			return toBoolean(textOf(value as Exclude<Single, null | Complex>));
		case 'Integer':
			return toInteger(textOf(value as Exclude<Single, null | Complex>));
		default:
			return textOf(value as Exclude<Single, null | Complex>);
	}
}

function toBoolean(text: string): boolean | undefined {
	const word = text.toLowerCase();
	return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** Beyond 2^53 the digits stay text: JSON has no integer of that size. */
function toInteger(text: string): number | string | undefined {
	const number = /^-?[0-9]+$/.test(text) ? integerFromText(text) : undefined;
	return typeof number === 'bigint' ? text : number;
}

/** Whether a target has what a mapping wants; letter case counts only where the attribute says so (M-023), order never. */
export function isSame(wanted: Json, present: Json | undefined, attribute: TargetAttribute | undefined): boolean {
	if (Array.isArray(wanted)) {
		if (!Array.isArray(present)) return present === undefined || present === null ? wanted.length === 0 : false;
		return missing(wanted, present, attribute).length === 0 && missing(present, wanted, attribute).length === 0;
	}
	return keyOf(wanted, attribute) === keyOf(present ?? null, attribute);
}

/** The elements of a list that the present list has not. */
export function missing(
	wanted: readonly Json[],
	present: readonly Json[],
	attribute: TargetAttribute | undefined
): Json[] {
	const has = new Set(present.map((element) => keyOf(element, attribute)));
	return wanted.filter((element) => !has.has(keyOf(element, attribute)));
}

function keyOf(value: Json, attribute: TargetAttribute | undefined): string {
	// "True" and true, "5" and 5 are the same to a target that keeps its own types.
	const text =
		value !== null && typeof value === 'object' ? JSON.stringify(value) : value === null ? '\0' : String(value);
	const isWord = typeof value === 'boolean' || text === 'True' || text === 'False';
	return isWord || !attribute?.caseExact ? text.toLowerCase() : text;
}

export function isEmptyTarget(present: Json | undefined): boolean {
	return (
		present === undefined || present === null || present === '' || (Array.isArray(present) && present.length === 0)
	);
}
