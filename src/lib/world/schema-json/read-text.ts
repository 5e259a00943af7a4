import { NoJson, readJson, type Node } from '#lib/scim/check/json';
import { pathText } from './report';

/** The largest real export is a seventh of it. */
export const MOST = 2_000_000;
/** A nested call takes three levels; nobody nests sixty of them. */
const DEPTH = 200;
const MARK = '\ufeff';

export interface TextError {
	readonly message: string;
	readonly path: string;
	/** Place in the text, from 0; line and column from 1. */
	readonly at: number;
	readonly line: number;
	readonly column: number;
}

/** The document of a text, or what keeps it from being JSON, and where. A byte order mark in front is no part of it. */
export function readText(text: string, most = MOST): { readonly value: unknown } | { readonly error: TextError } {
	if (text.length > most) return fault(text, most, `the file has ${text.length} characters; at most ${most} are read`);
	const body = text.startsWith(MARK) ? text.slice(1) : text;
	const shift = text.length - body.length;
	const deep = tooDeep(body);
	if (deep !== null) return fault(text, deep + shift, `it is nested more than ${DEPTH} deep`);
	try {
		return { value: JSON.parse(body) as unknown };
	} catch {
		const { at, message } = mistakeIn(body);
		return fault(text, at + shift, message);
	}
}

function fault(text: string, at: number, message: string): { readonly error: TextError } {
	return { error: { message: `This is not JSON: ${message}.`, path: '$', at, ...lineOf(text, at) } };
}

function lineOf(text: string, at: number): Place {
	return linesOf(text)(at);
}

export interface Place {
	readonly line: number;
	readonly column: number;
}

/** Line and column of any place of a text, both from 1. */
export function linesOf(text: string): (at: number) => Place {
	const starts = [0];
	for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) starts.push(next + 1);
	return (at) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: at - starts[low]! + 1 };
	};
}

/** Where the brackets outside of texts go too deep. */
function tooDeep(text: string): number | null {
	let depth = 0;
	let isText = false;
	for (let at = 0; at < text.length; at++) {
		const c = text.charCodeAt(at);
		if (isText) {
			if (c === 0x5c) at++;
			else if (c === 0x22) isText = false;
		} else if (c === 0x22) isText = true;
		else if ((c === 0x7b || c === 0x5b) && ++depth > DEPTH) return at;
		else if (c === 0x7d || c === 0x5d) depth--;
	}
	return null;
}

function mistakeIn(text: string): { readonly at: number; readonly message: string } {
	try {
		readJson(text);
	} catch (error) {
		if (error instanceof NoJson) {
			// Trailing commas are seen in the wild, and are named as such.
			const before = text.slice(0, error.at).trimEnd();
			const isTrailing = before.endsWith(',') && /[\]}]/.test(text[error.at] ?? '');
			return isTrailing
				? { at: before.length - 1, message: 'there is a comma before the closing bracket' }
				: { at: error.at, message: error.message };
		}
		throw error;
	}
	return { at: 0, message: 'it cannot be read' };
}

/** Where each path of a document stands in its text; nothing where the text is no JSON. */
export function placesIn(text: string): (path: string) => { readonly at: number; readonly end: number } {
	const whole = { at: 0, end: text.length };
	const shift = text.startsWith(MARK) ? 1 : 0;
	const found = new Map<string, { readonly at: number; readonly end: number }>();
	try {
		collect(readJson(shift ? text.slice(1) : text), [], found, shift);
	} catch (error) {
		if (!(error instanceof NoJson)) throw error;
	}
	return (path) => found.get(path) ?? whole;
}

function collect(
	node: Node,
	path: readonly (string | number)[],
	found: Map<string, { readonly at: number; readonly end: number }>,
	shift: number
): void {
	found.set(pathText(path), { at: node.at + shift, end: node.end + shift });
	if (node.kind === 'object')
		for (const { key, node: part } of node.members) collect(part, [...path, key], found, shift);
	else if (node.kind === 'array') node.items.forEach((part, index) => collect(part, [...path, index], found, shift));
}
