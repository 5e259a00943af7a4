import type { Column } from './columns';

export interface Cell {
	readonly column: Column;
	/** Text of a file, or any value of a document. */
	readonly value: unknown;
}

export interface RowProblem {
	/** Line of a file, or place in a list, from 1. */
	readonly row: number;
	readonly message: string;
}

export interface Person {
	/** The userPrincipalName. */
	readonly name: string;
	readonly attributes: { readonly [name: string]: string | boolean | readonly string[] };
	readonly manager: string | null;
	readonly groups: readonly string[];
}

const yes = new Set(['true', 'yes', '1', 'enabled', 'active']);
const no = new Set(['false', 'no', '0', 'disabled', 'inactive']);
const longest = 4000;
/** What the directory accepts in front of the sign and behind it. */
const signIn = /^[^\s@]{1,64}@[^\s@]{1,200}$/;

/** One person, or what is wrong with the row, as a part of a sentence. */
export function readPerson(cells: readonly Cell[]): Person | { readonly problem: string } {
	const attributes: { [name: string]: string | boolean | readonly string[] } = {};
	let manager: string | null = null;
	let groups: readonly string[] = [];
	for (const { column, value } of cells) {
		if (column.kind === 'manager') manager = textOf(value) || null;
		else if (column.kind === 'groups') groups = listOf(value);
		else {
			const read = attribute(column, value);
			if ('problem' in read) return { problem: `${read.problem} in ${column.attribute}` };
			if (read.value !== null) attributes[column.attribute] = read.value;
		}
	}
	const name = attributes.userPrincipalName ?? attributes.mail;
	if (typeof name !== 'string') return { problem: 'has no userPrincipalName' };
	if (!signIn.test(name))
		return { problem: `has a userPrincipalName that is not a name with a domain: ${name.slice(0, 60)}` };
	return { name, attributes: { ...attributes, userPrincipalName: name }, manager, groups };
}

type Read = { readonly value: string | boolean | readonly string[] | null } | { readonly problem: string };

function attribute(column: Exclude<Column, { kind: 'manager' | 'groups' }>, value: unknown): Read {
	if (column.kind === 'list') {
		const list = listOf(value);
		return list.length > 100 ? { problem: `has ${list.length} values` } : { value: list.length > 0 ? list : null };
	}
	const text = textOf(value);
	if (text.length > longest) return { problem: `has ${text.length} characters, at most ${longest},` };
	if (text === '') return { value: null };
	if (column.kind === 'text') return { value: text };
	const word = text.toLowerCase();
	if (!yes.has(word) && !no.has(word)) return { problem: `has "${text.slice(0, 40)}", which is neither yes nor no,` };
	return { value: yes.has(word) !== column.isInverted };
}

function textOf(value: unknown): string {
	if (Array.isArray(value)) return textOf(value[0]);
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value).trim()
		: '';
}

function listOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : textOf(value).split(/[;|]/);
	return parts.map(textOf).filter((part) => part !== '' && part.length <= 256);
}
