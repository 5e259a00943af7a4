import { after, ScriptError, type Place } from './error';
import { scan } from './split';
import { parseArguments } from './values';
import type { Part } from './tree';

const name = /^[A-Za-z][\w-]*/;

/** app(slack, 7).title: names with arguments, between points. */
export function parseExpression(text: string, place: Place): Part[] {
	const parts: Part[] = [];
	let at = 0;
	for (;;) {
		const found = name.exec(text.slice(at))?.[0];
		if (!found) throw new ScriptError(`A name is expected here, not ${text.slice(at) || 'the end'}`, after(place, at));
		const start = after(place, at);
		at += found.length;
		let args: Part['args'] = null;
		if (text[at] === '(') {
			const end = closing(text, at);
			if (end < 0) throw new ScriptError('The parenthesis is not closed', after(place, at));
			args = parseArguments(text.slice(at + 1, end), after(place, at + 1));
			at = end + 1;
		}
		parts.push({ place: start, name: found, args });
		if (at === text.length) return parts;
		if (text[at] !== '.')
			throw new ScriptError(`A point or the end is expected here, not ${text[at]}`, after(place, at));
		at++;
	}
}

/** The parenthesis that closes the one at `open`. */
export function closing(text: string, open: number): number {
	const rest = text.slice(open + 1);
	let depth = 0;
	for (let at = 0; at < rest.length; at++) {
		const character = rest[at]!;
		if (character === '"') {
			const end = rest.indexOf('"', at + 1);
			if (end < 0) return -1;
			at = end;
		} else if ('([{'.includes(character)) depth++;
		else if (')]}'.includes(character) && depth-- === 0) return open + 1 + at;
	}
	return -1;
}

/** Where the expression ends and what it is compared with begins. */
export function relationAt(text: string): { at: number; relation: '=' | 'lacks'; length: number } | null {
	const at = scan(text, (place) => text.startsWith(' = ', place) || text.startsWith(' lacks ', place));
	if (at < 0) return null;
	return text.startsWith(' = ', at) ? { at, relation: '=', length: 3 } : { at, relation: 'lacks', length: 7 };
}
