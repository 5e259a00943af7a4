import type { Token } from './lex';
import type { PatternCompiler } from './pattern';
import type { Property } from './properties';
import { refuse } from './refusal';
import type { Operator, Value } from './syntax';

/** What the reader of a value needs of the parser. */
export interface Reader {
	readonly patterns: PatternCompiler;
	readonly token: Token;
	next(): Token;
	isMark(mark: string): boolean;
	expectMark(mark: string): Token;
}

const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/** Reads the value of a comparison and refuses what the property or the operator cannot take. */
export function readValue(reader: Reader, property: Property, operator: Operator): Value {
	if (operator === 'in' || operator === 'notIn') return readList(reader);
	if (reader.isMark('[')) refuse('G-010', reader.token, `one value; only -in and -notIn take a list`);
	const token = reader.next();
	const word = token.kind === 'word' ? token.value.toLowerCase() : '';
	const span = { at: token.at, end: token.end };
	if (word === 'null') {
		if (operator !== 'eq' && operator !== 'ne') refuse('G-011', token, 'a value in quotes');
		return { kind: 'null', ...span };
	}
	if (property.type === 'flag') {
		if (word !== 'true' && word !== 'false') refuse('G-010', token, 'true or false, without quotes');
		return { kind: 'boolean', flag: word === 'true', ...span };
	}
	if (property.type === 'date') return readInstant(reader, token);
	if (token.kind !== 'text' && token.kind !== 'number') refuse('G-010', token, 'a value in quotes, or null');
	if ((operator === 'match' || operator === 'notMatch') && !reader.patterns(token.value)) {
		refuse('G-010', token, 'a valid regular expression');
	}
	return { kind: 'text', text: token.value, ...span };
}

/** G-014. */
function readList(reader: Reader): Value {
	const { at } = reader.expectMark('[');
	const items: string[] = [];
	while (!reader.isMark(']')) {
		if (items.length) reader.expectMark(',');
		const token = reader.next();
		if (token.kind === 'word' && token.value.toLowerCase() === 'null') refuse('G-011', token, 'a value in quotes');
		if (token.kind !== 'text' && token.kind !== 'number') refuse('G-010', token, 'a value in quotes, or ]');
		items.push(token.value);
	}
	return { kind: 'list', items, at, end: reader.next().end };
}

/** G-015: an ISO date, or system.now with so many days added or taken away. */
function readInstant(reader: Reader, token: Token): Value {
	if (token.kind === 'word' && token.value.toLowerCase() === 'system.now') {
		const sign = { plus: 1, minus: -1 }[reader.token.value.replace(/^-/, '').toLowerCase()];
		if (reader.token.kind !== 'word' || sign === undefined) {
			return { kind: 'now', plusDays: 0, at: token.at, end: token.end };
		}
		reader.next();
		const period = reader.next();
		const days = /^p(\d+)d$/i.exec(period.value)?.[1];
		if (days === undefined) refuse('G-010', period, 'a number of days such as p1d');
		return { kind: 'now', plusDays: sign * Number(days), at: token.at, end: period.end };
	}
	const ms = DATE.test(token.value) ? parseDate(token.value) : NaN;
	if (Number.isNaN(ms)) refuse('G-010', token, 'a date such as 2026-03-02T08:00:00Z, or system.now');
	return { kind: 'instant', ms, at: token.at, end: token.end };
}

/** A date without a zone is in UTC. */
export const parseDate = (text: string): number =>
	Date.parse(/T/i.test(text) && !/(Z|[+-]\d\d:\d\d)$/i.test(text) ? `${text}Z` : text);
