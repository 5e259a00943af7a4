import { isObject, type Json } from './types';

/** Are two JSON values the same, whatever the order of members? */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
	if (a === b) return true;
	if (Array.isArray(a)) {
		if (!Array.isArray(b) || a.length !== b.length) return false;
		for (let i = 0; i < a.length; i++) if (!equal(a[i] as Json, b[i] as Json)) return false;
		return true;
	}
	if (!isObject(a) || !isObject(b)) return false;
	let left = 0;
	for (const key in a) {
		if (!Object.hasOwn(b, key) || !equal(a[key], b[key])) return false;
		left++;
	}
	for (const _ in b) left--;
	return left === 0;
}
