import { parseTarget } from '#lib/scim/client';
import type { Json } from '#lib/scim/types';
import { textOf } from '../logs/flat';
import { EXISTENCE } from './fold';

/** "department" of urn:...:User:department, "work email" of emails[type eq "work"].value. */
export function pathWords(path: string): string {
	if (path === EXISTENCE) return 'the account itself';
	const { name, sub, where } = parseTarget(path);
	const type = where[0]?.value;
	if (type === undefined) return sub ?? name;
	return sub === undefined || sub === 'value' ? `${name} (${type})` : `${sub} (${type})`;
}

export function valueWords(path: string, value: Json | undefined): string {
	if (path === EXISTENCE) return value === undefined ? 'no account' : 'exists';
	return value === undefined ? '' : textOf(value);
}
