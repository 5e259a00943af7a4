import { refusal } from '../errors';
import { equal } from '../equal';
import type { Field } from '../model';
import { isObject, type Json, type JsonObject } from '../types';

export const elementsOf = (value: Json | undefined): readonly Json[] =>
	Array.isArray(value) ? (value as readonly Json[]) : value === undefined || value === null ? [] : [value];

/** A list as it is stored: undefined when nothing is left. */
export const stored = (elements: readonly Json[]): Json | undefined =>
	elements.length ? Object.freeze([...elements]) : undefined;

/** S-270, S-271, S-194: appends what is not there yet; a value of the same type is the same entry, told anew. */
export function append(old: readonly Json[], added: readonly Json[]): readonly Json[] {
	const result = [...old];
	const told = new Set<number>();
	for (const element of added) {
		const i = result.findIndex((other) => isSame(other, element));
		if (i < 0) told.add(result.push(element) - 1);
		else {
			const other = result[i] as Json;
			if (isObject(other) && isObject(element)) {
				const merged = { ...other, ...element };
				if (!equal(merged, other)) result[i] = Object.freeze(merged);
			}
			told.add(i);
		}
	}
	return onePrimary(result, told);
}

function isSame(a: Json, b: Json): boolean {
	if (!isObject(a) || !isObject(b)) return equal(a, b);
	if (equal(a, b)) return true;
	return a.value !== undefined && a.value === b.value && a.type === b.type;
}

/** S-262: a value that was just made primary takes it from all others. */
export function onePrimary(elements: readonly Json[], told: ReadonlySet<number>): readonly Json[] {
	let chosen = -1;
	for (const i of told) {
		const element = elements[i];
		if (!isObject(element as Json) || (element as JsonObject).primary !== true) continue;
		if (chosen >= 0) throw refusal('invalidValue', 'At most one value can be primary');
		chosen = i;
	}
	if (chosen < 0) return elements;
	return elements.map((element, i) =>
		i !== chosen && isObject(element) && element.primary === true
			? Object.freeze({ ...element, primary: false })
			: element
	);
}

/** S-127: the elements that a `remove` with a value leaves. */
export function without(field: Field, old: readonly Json[], named: readonly Json[]): readonly Json[] {
	const value = (element: Json) => (isObject(element) ? element.value : element);
	return old.filter(
		(element) =>
			!named.some((n) => {
				const wanted = value(n);
				if (wanted !== undefined) return value(element) === wanted;
				return (
					isObject(n) && isObject(element) && Object.keys(n).every((key) => equal(member(field, element, key), n[key]))
				);
			})
	);
}

const member = (field: Field, element: JsonObject, key: string) => element[field.subs?.get(key)?.name ?? key];
