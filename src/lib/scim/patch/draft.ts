import { frozen } from '../frozen';
import type { Field } from '../model';
import { isObject, type Json, type JsonObject } from '../types';

/**
 * A list that the resource's record does not hold because it may be very large: the members of a group. Adding and
 * removing go straight to it; everything else reads the whole list and sets it.
 */
export interface SeparateList {
	readonly name: string;
	list(): readonly Json[];
	set(elements: readonly Json[]): void;
	/** Adds elements that are not there yet, told apart by `value`. */
	add(elements: readonly Json[]): void;
	/** Removes by `value`; answers how many were there. */
	remove(values: readonly string[]): number;
}

/** The attributes while operations work on them: nothing is seen outside until all have succeeded (S-258). */
export class Draft {
	readonly #data: Record<string, Json>;

	constructor(
		data: JsonObject,
		readonly separate?: SeparateList
	) {
		this.#data = { ...data };
	}

	get data(): JsonObject {
		return this.#data;
	}

	isSeparate(field: Field): boolean {
		return this.separate !== undefined && field.urn === undefined && field.name === this.separate.name;
	}

	read(field: Field): Json | undefined {
		if (this.isSeparate(field)) {
			const list = this.separate?.list() ?? [];
			return list.length ? list : undefined;
		}
		if (field.urn === undefined) return this.#data[field.name];
		const extension = this.#data[field.urn];
		return isObject(extension) ? extension[field.name] : undefined;
	}

	/** undefined unassigns; an extension without attributes disappears (S-198). */
	write(field: Field, value: Json | undefined) {
		if (this.isSeparate(field)) {
			this.separate?.set(Array.isArray(value) ? value : []);
			return;
		}
		if (field.urn === undefined) {
			put(this.#data, field.name, value);
			return;
		}
		const old = this.#data[field.urn];
		const extension = copyOf(old);
		put(extension, field.name, value);
		put(this.#data, field.urn, Object.keys(extension).length ? frozen(extension) : undefined);
	}

	removeExtension(urn: string) {
		delete this.#data[urn];
	}
}

/**
 * A copy that a member may be added to; of what is no object, an empty one. Member by member: V8 gives each spread copy that
 * is added to a hidden class of its own, which takes more memory than the copy.
 */
export function copyOf(object: Json | undefined): Record<string, Json> {
	const copy: Record<string, Json> = {};
	if (isObject(object)) for (const key of Object.keys(object)) copy[key] = object[key] as Json;
	return copy;
}

function put(object: Record<string, Json>, name: string, value: Json | undefined) {
	if (value === undefined) delete object[name];
	else object[name] = value;
}
