import { readShared, Unreadable, type Shared } from './shared';

/** A session as a file: the same as a link, readable. */
export function exportSession(shared: Shared): string {
	return `${JSON.stringify(shared, null, '\t')}\n`;
}

const LIMIT = 20_000_000;

export function importSession(text: string): Shared {
	if (text.length > LIMIT) throw new Unreadable(`This file is too large: ${text.length} characters, at most ${LIMIT}.`);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new Unreadable(`This is not a session file: ${error instanceof Error ? error.message : 'no JSON'}`);
	}
	return readShared(value);
}
