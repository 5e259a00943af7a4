import { frozen } from '../frozen';
import { refusal } from '../errors';
import { equal } from '../equal';
import type { Field } from '../model';
import { isObject, type Json, type JsonObject } from '../types';

export const elementsOf = (value: Json | undefined): readonly Json[] =>
	Array.isArray(value) ? (value as readonly Json[]) : value === undefined || value === null ? [] : [value];

/** A list as it is stored: undefined when nothing is left. */
export const stored = (elements: readonly Json[]): Json | undefined =>
	elements.length ? frozen([...elements]) : undefined;

/** S-270, S-271, S-194: appends what is not there yet; a value of the same type is the same entry, told anew. */
export function append(old: readonly Json[], added: readonly Json[]): readonly Json[] {
	const result = [...old];
	const places = new Map(old.map((element, i) => [identity(element), i]));
	const told = new Set<number>();
	for (const element of added) {
		const key = identity(element);
		const i = places.get(key);
		if (i === undefined) {
			const end = result.push(element) - 1;
			places.set(key, end);
			told.add(end);
			continue;
		}
		const other = result[i] as Json;
		if (isObject(other) && isObject(element)) {
			const merged = { ...other, ...element };
			if (!equal(merged, other)) result[i] = frozen(merged);
		}
		told.add(i);
	}
	return onePrimary(result, told);
}

/** What makes an element itself: `value` and `type`, or everything where there is no value. */
function identity(element: Json): string {
	if (!isObject(element)) return `=${JSON.stringify(element)}`;
	if (element.value !== undefined) return `v${JSON.stringify([element.value, element.type ?? null])}`;
	return `o${JSON.stringify(
		Object.keys(element)
			.sort()
			.map((key) => [key, element[key] as Json])
	)}`;
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
		i !== chosen && isObject(element) && element.primary === true ? frozen({ ...element, primary: false }) : element
	);
}

/** S-127: the elements that a `remove` with a value leaves. Elements are named by `value`, or by what they hold. */
export function without(field: Field, old: readonly Json[], named: readonly Json[]): readonly Json[] {
	const value = (element: Json) => (isObject(element) ? element.value : element);
	const values = new Set(named.map(value).filter((v) => v !== undefined));
	const shapes = named.filter(isObject).filter((n) => n.value === undefined && Object.keys(n).length > 0);
	const key = (name: string) => field.subs?.get(name)?.name ?? name;
	const hasShape = (element: Json, shape: JsonObject) =>
		isObject(element) && Object.keys(shape).every((name) => equal(element[key(name)], shape[name]));
	return old.filter((element) => {
		const own = value(element);
		if (own !== undefined && values.has(own)) return false;
		return !shapes.slice(0, SHAPES).some((shape) => hasShape(element, shape));
	});
}

/** Nobody names more elements by their shape; a bound keeps a hostile list from taking minutes. */
const SHAPES = 100;
