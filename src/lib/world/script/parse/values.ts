import { after, ScriptError, type Place } from './error';
import { split } from './split';
import type { Argument, Time } from './tree';

const time = /^(?:(\d\d)-(\d\d) )?(\d\d):(\d\d)$/;
const keyed = /^([A-Za-z][\w.-]*)\s*=\s*/;

export function parseTime(text: string, place: Place): Time {
	const [, month, day, hour, minute] = time.exec(text) ?? [];
	if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
		throw new ScriptError(`${text || 'nothing'} is not a time: HH:MM or MM-DD HH:MM`, place);
	const date = month === undefined ? null : { month: Number(month), day: Number(day) };
	if (date && (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31))
		throw new ScriptError(`${text} is not a date`, place);
	return { text, date, hour: Number(hour), minute: Number(minute) };
}

export function readTime(text: string): Time | null {
	return time.test(text) ? parseTime(text, { line: 0, column: 0 }) : null;
}

/** The arguments between two parentheses. */
export function parseArguments(text: string, place: Place): Argument[] {
	if (text.trim() === '') return [];
	return split(text, ',').map(({ text: one, offset }) => parseArgument(one, after(place, offset)));
}

function parseArgument(text: string, place: Place): Argument {
	const key = keyed.exec(text);
	const value = parseValue(key ? text.slice(key[0].length) : text);
	return { place, text, key: key?.[1] ?? null, ...value };
}

/** A text in quotation marks, text(n), or the words as they stand. */
export function parseValue(text: string): { readonly value: string; readonly quoted: boolean } {
	if (/^"[^"]*"$/.test(text)) return { value: text.slice(1, -1), quoted: true };
	const long = /^text\((\d{1,6})\)$/.exec(text);
	if (long) return { value: 'x'.repeat(Number(long[1])), quoted: true };
	return { value: text, quoted: false };
}
