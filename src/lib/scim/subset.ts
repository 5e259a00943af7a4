import { isObject, type Json } from './types';

/**
 * How the shared vectors say what a body must contain: objects match as subsets, every expected element of a list must
 * match some actual one, and $any, $absent and $length mean what they say. Answers what is wrong, or nothing.
 */
export function mismatch(expected: Json, actual: Json | undefined, at = 'body'): string | undefined {
	if (expected === '$any') return actual === undefined || actual === null ? `${at} is missing` : undefined;
	if (expected === '$absent') return actual === undefined || actual === null ? undefined : `${at} is there`;
	if (Array.isArray(expected)) return listMismatch(expected, actual, at);
	if (!isObject(expected)) return expected === actual ? undefined : `${at} is ${JSON.stringify(actual)}`;
	if ('$length' in expected) {
		return Array.isArray(actual) && actual.length === expected.$length ? undefined : `${at} has another length`;
	}
	if (!isObject(actual as Json)) return `${at} is no object`;
	for (const key of Object.keys(expected)) {
		const problem = mismatch(expected[key] as Json, (actual as { [key: string]: Json })[key], `${at}.${key}`);
		if (problem) return problem;
	}
	return undefined;
}

function listMismatch(expected: readonly Json[], actual: Json | undefined, at: string): string | undefined {
	if (!Array.isArray(actual)) return `${at} is no list`;
	if (expected.length === 0) return actual.length === 0 ? undefined : `${at} is not empty`;
	for (const [i, element] of expected.entries()) {
		if (!actual.some((candidate: Json) => mismatch(element, candidate) === undefined))
			return `${at}[${i}] has no match`;
	}
	return undefined;
}
