import type { Json } from '#lib/engine/base';
import { equal } from '#lib/scim/equal';

const PRIME = 0x01000193;

/** One step of a 32-bit chain. */
export function mix(hash: number, value: number): number {
	hash = Math.imul(hash ^ (value | 0), PRIME);
	return (hash ^ (hash >>> 15)) >>> 0;
}

export function hashText(text: string, hash = 0x811c9dc5): number {
	const { length } = text;
	let i = 0;
	// Two characters a step: hashing is a tenth of a cycle's cost.
	for (; i + 1 < length; i += 2) hash = Math.imul(hash ^ (text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)), PRIME);
	if (i < length) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
	return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The chain's own step. It stays within 32 signed bits, so that no number has to be boxed on its way; what ids and
 * chances are made of goes through `mix` and keeps its values for ever.
 */
function step(hash: number, value: number): number {
	hash = Math.imul(hash ^ value, PRIME);
	return hash ^ (hash >>> 15);
}

/** Two lanes of two characters each: the multiplications of one do not wait for those of the other. */
function chainText(text: string, hash: number): number {
	const { length } = text;
	let one = hash ^ length;
	let other = 0x2c1b3c6d;
	let i = 0;
	for (; i + 3 < length; i += 4) {
		one = Math.imul(one ^ (text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)), PRIME);
		other = Math.imul(other ^ (text.charCodeAt(i + 2) | (text.charCodeAt(i + 3) << 16)), 0x5bd1e995);
	}
	for (; i < length; i++) one = Math.imul(one ^ text.charCodeAt(i), PRIME);
	return step(one ^ (one >>> 13), other ^ (other >>> 11));
}

const doubleView = new DataView(new ArrayBuffer(8));

function chainNumber(value: number, hash: number): number {
	if ((value | 0) === value) return step(hash, value);
	doubleView.setFloat64(0, value);
	return step(step(hash, doubleView.getInt32(0)), doubleView.getInt32(4));
}

/** Names are few and known, and their values are mixed in whole: their length and both ends tell them apart. */
function nameMark(name: string): number {
	const { length } = name;
	return length === 0 ? 0 : (length << 16) ^ (name.charCodeAt(0) << 8) ^ name.charCodeAt(length - 1);
}

/** A structural hash: the order of keys counts, as rows are always built in one order. */
function chainValue(value: Json | undefined, hash: number): number {
	switch (typeof value) {
		case 'string':
			return chainText(value, step(hash, 3));
		case 'number':
			return chainNumber(value, step(hash, 5));
		case 'boolean':
			return step(hash, value ? 7 : 11);
		case 'undefined':
			return step(hash, 13);
	}
	if (value === null) return step(hash, 17);
	if (Array.isArray(value)) {
		hash = step(hash, 19 + value.length);
		for (const item of value as readonly Json[]) hash = chainValue(item, hash);
		return hash;
	}
	hash = step(hash, 23);
	for (const key in value as Record<string, Json>)
		hash = chainValue((value as Record<string, Json>)[key], step(hash, nameMark(key)));
	return hash;
}

type Members = { readonly [name: string]: Json | undefined };

function isMembers(value: Json | undefined): value is { readonly [name: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What has changed of an object: most of a row is as it was. Values are compared, never references: a replay has others.
 * An object that has other names than before counts as a whole.
 */
function chainChange(before: Members, after: Members, start: number): number {
	let hash = start;
	let added = 0;
	for (const name in after) {
		const was = before[name];
		if (was === undefined) return chainValue(after as Json, start);
		added++;
		const is = after[name];
		if (was === is) continue;
		if (isMembers(was) && isMembers(is)) {
			const changed = chainChange(was, is, hash);
			if (changed !== hash) hash = step(changed, nameMark(name));
		} else if (!equal(was, is)) hash = chainValue(is, step(hash, nameMark(name)));
	}
	for (const _ in before) added--;
	return added === 0 ? hash : chainValue(after as Json, start);
}

/** One step of the chain for one change of a row. */
export function hashChange(before: object | null | undefined, after: object | null, hash: number): number {
	if (after === null) return step(hash, 17) >>> 0;
	if (!before) return chainValue(after as Json, hash) >>> 0;
	return chainChange(before as Members, after as Members, hash) >>> 0;
}
