import type { Instant } from '../values/value';
import { days, months } from './calendar';
import type { Token } from './pattern';
import { digits, two } from './write';

/** The output side of a .NET custom format, invariant culture, always in UTC (D-004). */
export function formatInstant(instant: Instant, tokens: readonly Token[]): string {
	const date = new Date(instant.ms);
	let out = '';
	for (const token of tokens) {
		const part = writeToken(token, date, instant);
		// The point before an empty F disappears with it.
		if (part === '' && token.letter === 'F' && out.endsWith('.')) out = out.slice(0, -1);
		else out += part;
	}
	return out;
}

function writeToken({ letter, count, text }: Token, date: Date, instant: Instant): string {
	switch (letter) {
		case '':
			return text;
		case 'd':
			if (count > 2) return named(days[date.getUTCDay()]!, count);
			return padded(date.getUTCDate(), count);
		case 'M':
			if (count > 2) return named(months[date.getUTCMonth()]!, count);
			return padded(date.getUTCMonth() + 1, count);
		case 'y': {
			const year = date.getUTCFullYear();
			return count < 3 ? padded(year % 100, count) : digits(year, count);
		}
		case 'h':
			return padded(date.getUTCHours() % 12 || 12, count);
		case 'H':
			return padded(date.getUTCHours(), count);
		case 'm':
			return padded(date.getUTCMinutes(), count);
		case 's':
			return padded(date.getUTCSeconds(), count);
		case 'f':
			return fraction(date, instant).slice(0, count);
		case 'F':
			return fraction(date, instant).slice(0, count).replace(/0+$/, '');
		case 't':
			return (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, count);
		case 'z':
			return count === 1 ? '+0' : count === 2 ? '+00' : '+00:00';
		case 'K':
			return instant.zoned ? 'Z' : '';
	}
}

function padded(value: number, count: number): string {
	return count === 1 ? String(value) : two(value);
}

function named(name: string, count: number): string {
	return count === 3 ? name.slice(0, 3) : name;
}

function fraction(date: Date, instant: Instant): string {
	return digits(date.getUTCMilliseconds(), 3) + digits(instant.ticks, 4);
}
