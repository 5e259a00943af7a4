import type { Instant } from '../values/value';
import { days, months } from './calendar';
import type { Token } from './pattern';
import { hourOfHalf, instantAt, offsetMinutes } from './read';
import type { Styles } from './styles';

interface Fields {
	year?: number;
	month?: number;
	day?: number;
	hour?: number;
	/** Hour on the 12-hour clock. */
	half?: number;
	minute?: number;
	second?: number;
	/** 100 ns steps within the second. */
	steps?: number;
	/** 0: AM, 1: PM. */
	afternoon?: number;
	/** Minutes east of UTC. */
	shift?: number;
}

/** Reads a text exactly as the format says (D-004). Undefined: it does not fit. */
export function readExact(text: string, tokens: readonly Token[], styles: Styles, now: number): Instant | undefined {
	const start = styles.leadingWhite ? text.length - text.trimStart().length : 0;
	const end = styles.trailingWhite ? text.trimEnd().length : text.length;
	const reader = new Reader(text.slice(start, Math.max(start, end)));
	for (let index = 0; index < tokens.length; index++) {
		if (!reader.read(tokens[index]!, tokens[index + 1])) return undefined;
	}
	return reader.isDone ? assemble(reader.fields, styles, now) : undefined;
}

/** D-006: what the format does not mention. */
function assemble(fields: Fields, styles: Styles, now: number): Instant | undefined {
	const hour = hourOf(fields);
	if (hour === undefined) return undefined;
	const today = new Date(now);
	const dateless = fields.year === undefined && fields.month === undefined && fields.day === undefined;
	const [year, month, day] = !dateless
		? [fields.year ?? today.getUTCFullYear(), fields.month ?? 1, fields.day ?? 1]
		: styles.currentDateDefault
			? [today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()]
			: [1, 1, 1];
	return instantAt(
		year,
		month,
		day,
		hour,
		fields.minute ?? 0,
		fields.second ?? 0,
		fields.steps ?? 0,
		fields.shift ?? 0,
		fields.shift !== undefined
	);
}

/** A 12-hour clock without its half means the morning; a 24-hour clock must agree with a half that is given. */
function hourOf({ hour, half, afternoon }: Fields): number | undefined {
	if (half !== undefined) {
		const converted = hourOfHalf(half, afternoon === 1 ? 'P' : 'A');
		return hour === undefined || hour === converted ? converted : undefined;
	}
	if (hour !== undefined && afternoon !== undefined && hour >= 12 !== (afternoon === 1)) return undefined;
	return hour ?? (afternoon === 1 ? 12 : 0);
}

class Reader {
	readonly fields: Fields = {};
	private readonly text: string;
	private at = 0;

	constructor(text: string) {
		this.text = text;
	}

	get isDone(): boolean {
		return this.at === this.text.length;
	}

	read(token: Token, next: Token | undefined): boolean {
		const { letter, count } = token;
		switch (letter) {
			case '':
				return this.literal(token, next);
			case 'd':
				return count > 2 ? this.name(days, count) !== undefined : this.put('day', this.number(count));
			case 'M':
				return this.put('month', count > 2 ? this.name(months, count) : this.number(count));
			case 'y':
				return this.put('year', this.year(count));
			case 'h':
				return this.put('half', this.number(count));
			case 'H':
				return this.put('hour', this.number(count));
			case 'm':
				return this.put('minute', this.number(count));
			case 's':
				return this.put('second', this.number(count));
			case 'f':
				return this.put('steps', this.fraction(count, count));
			case 'F':
				return this.put('steps', this.fraction(0, count));
			case 't':
				return this.put('afternoon', this.half(count));
			case 'z':
				return this.put('shift', this.zone(count));
			case 'K':
				return this.kind();
		}
	}

	/** A field that is named twice must have the same value twice. */
	private put(field: keyof Fields, value: number | undefined): boolean {
		if (value === undefined || (this.fields[field] ?? value) !== value) return false;
		this.fields[field] = value;
		return true;
	}

	private literal({ text, bare }: Token, next: Token | undefined): boolean {
		if (this.text.startsWith(text, this.at)) {
			this.at += text.length;
			return bare && text === 'Z' ? this.put('shift', 0) : true;
		}
		// The point before F may be missing together with the fraction.
		return bare && text === '.' && next?.letter === 'F';
	}

	private run(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.at += found.length;
		return found;
	}

	/** One letter takes one or two digits, more letters take exactly two. */
	private number(count: number): number | undefined {
		const found = this.run(count === 1 ? /[0-9]{1,2}/y : /[0-9]{2}/y);
		return found === undefined ? undefined : Number(found);
	}

	private year(count: number): number | undefined {
		if (count > 2) {
			const found = this.run(new RegExp(count === 3 ? '[0-9]{3,4}' : `[0-9]{${Math.min(count, 9)}}`, 'y'));
			return found === undefined ? undefined : Number(found);
		}
		const short = this.number(count);
		return short === undefined ? undefined : short + (short < 30 ? 2000 : 1900);
	}

	private name(names: readonly string[], count: number): number | undefined {
		const rest = this.text.slice(this.at, this.at + 9).toLowerCase();
		for (const [index, name] of names.entries()) {
			const wanted = count === 3 ? name.slice(0, 3) : name;
			if (rest.startsWith(wanted.toLowerCase())) {
				this.at += wanted.length;
				return index + 1;
			}
		}
		return undefined;
	}

	private fraction(least: number, most: number): number | undefined {
		const found = this.run(/[0-9]*/y) ?? '';
		this.at -= Math.max(0, found.length - most);
		return found.length < least ? undefined : Number(found.slice(0, most).padEnd(7, '0'));
	}

	private half(count: number): number | undefined {
		const found = this.run(count === 1 ? /[AaPp]/y : /[AaPp][Mm]/y)?.toUpperCase();
		return found === undefined ? undefined : found.startsWith('A') ? 0 : 1;
	}

	private zone(count: number): number | undefined {
		const pattern = count === 1 ? /[+-][0-9]{1,2}/y : count === 2 ? /[+-][0-9]{2}/y : /[+-][0-9]{2}:?[0-9]{2}/y;
		const found = this.run(pattern);
		if (found === undefined) return undefined;
		return offsetMinutes(count > 2 ? found : `${found[0]}${found.slice(1).padStart(2, '0')}00`);
	}

	private kind(): boolean {
		if (this.text[this.at] === 'Z') {
			this.at++;
			return this.put('shift', 0);
		}
		const sign = this.text[this.at];
		return sign === '+' || sign === '-' ? this.put('shift', this.zone(3)) : true;
	}
}
