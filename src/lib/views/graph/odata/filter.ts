import { GraphError } from '../answer';

/** C-530: what a list can be filtered by. */
export type Operator = 'eq' | 'gt' | 'lt' | 'contains' | 'startswith';

export interface Clause {
	readonly field: string;
	readonly operator: Operator;
	readonly value: string;
}

const word = /^\s*([A-Za-z][\w/.]*)/;
const comparison = /^\s+(eq|gt|lt|ge|le|ne)\s+/;
const text = /^\s*'((?:[^']|'')*)'/;
/** A date, a number, a GUID, true or null stand without quotation marks. */
const bare = /^\s*([\w.:+-]+)/;
const call = /^\s*(contains|startswith)\s*\(\s*([A-Za-z][\w/.]*)\s*,/;

/** Reads clauses that are joined with `and`; what cannot be read is named with its place. */
export function parsedFilter(filter: string): Clause[] {
	const clauses: Clause[] = [];
	let at = 0;
	const wrong = (expected: string) =>
		new GraphError(
			400,
			'BadRequest',
			`Invalid filter clause: at position ${at} there should be ${expected}, in '${filter}'. The list takes eq, gt, lt and contains, joined with and.`
		);
	const take = (pattern: RegExp): RegExpExecArray | null => {
		const found = pattern.exec(filter.slice(at));
		if (found) at += found[0].length;
		return found;
	};
	const value = (): string => {
		const quoted = take(text);
		if (quoted) return quoted[1]!.replaceAll("''", "'");
		const found = take(bare);
		if (!found) throw wrong('a value');
		return found[1]!;
	};
	for (;;) {
		const called = take(call);
		if (called) {
			const needle = value();
			if (!take(/^\s*\)/)) throw wrong('a closing parenthesis');
			clauses.push({ field: called[2]!, operator: called[1] as Operator, value: needle });
		} else {
			const field = take(word);
			if (!field) throw wrong('the name of a property');
			const operator = take(comparison)?.[1];
			if (operator !== 'eq' && operator !== 'gt' && operator !== 'lt') throw wrong('eq, gt or lt');
			clauses.push({ field: field[1]!, operator, value: value() });
		}
		if (at >= filter.trimEnd().length) return clauses;
		if (!take(/^\s+and\s+/)) throw wrong('and');
	}
}

/** Values are compared letter by letter (C-530); moments by time, numbers by size. */
export function holds({ operator, value }: Clause, found: string | number): boolean {
	if (typeof found === 'number') {
		const wanted = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
		if (Number.isNaN(wanted))
			throw new GraphError(400, 'BadRequest', `Invalid filter clause: '${value}' is neither a date nor a number.`);
		return operator === 'gt' ? found > wanted : operator === 'lt' ? found < wanted : found === wanted;
	}
	switch (operator) {
		case 'eq':
			return found === value;
		case 'contains':
			return found.includes(value);
		case 'startswith':
			return found.toLowerCase().startsWith(value.toLowerCase());
		case 'gt':
			return found > value;
		case 'lt':
			return found < value;
	}
}
