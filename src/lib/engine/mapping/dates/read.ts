import { Instant } from '../values/value';
import { earliest, isDay, latest, utc } from './calendar';

const date = '([0-9]{4})([-/])([0-9]{2})\\2([0-9]{2})';
const offset = '(Z|[+-][0-9]{2}:?[0-9]{2})?';
const fraction = '(?:\\.([0-9]+))?';
const yearFirst = new RegExp(`^${date}(?:[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})${fraction})?)?${offset}$`);
const monthFirst =
	/^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})(?: ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ([AaPp])[Mm])?)?$/;
const iso = new RegExp(
	`^${date.replaceAll('[-/]', '-')}(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})${fraction})?)?${offset}$`
);

/** Everything that CDate reads (D-001). No offset means UTC (D-002). */
export function readDate(text: string): Instant | undefined {
	return readYearFirst(yearFirst.exec(text)) ?? readMonthFirst(monthFirst.exec(text));
}

/** ISO 8601, which is all that NumFromDate reads. */
export function readIso(text: string): Instant | undefined {
	return readYearFirst(iso.exec(text));
}

function readYearFirst(match: RegExpExecArray | null): Instant | undefined {
	if (!match) return undefined;
	const [, year, , month, day, hour = '0', minute = '0', second = '0', part = '', zone] = match;
	const shift = zone === undefined ? 0 : offsetMinutes(zone);
	if (shift === undefined) return undefined;
	const steps = Number(part.slice(0, 7).padEnd(7, '0'));
	return instantAt(
		Number(year),
		Number(month),
		Number(day),
		Number(hour),
		Number(minute),
		Number(second),
		steps,
		shift,
		zone !== undefined
	);
}

function readMonthFirst(match: RegExpExecArray | null): Instant | undefined {
	if (!match) return undefined;
	const [, month, day, year, written = '0', minute = '0', second = '0', half] = match;
	const hour = half === undefined ? Number(written) : hourOfHalf(Number(written), half);
	if (hour === undefined) return undefined;
	return instantAt(Number(year), Number(month), Number(day), hour, Number(minute), Number(second), 0, 0, false);
}

/** 12 AM is midnight, 12 PM is noon; there is no hour 0 and no hour 13 on that clock. */
export function hourOfHalf(hour: number, half: string): number | undefined {
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (half === 'P' || half === 'p' ? 12 : 0);
}

/** Minutes east of UTC; a zone is at most 14 hours away. */
export function offsetMinutes(zone: string): number | undefined {
	if (zone === 'Z') return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(-2));
	if (minutes > 59 || hours * 60 + minutes > 840) return undefined;
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The UTC instant of a local date and time, or undefined when there is no such day, time or year. */
export function instantAt(
	year: number,
	month: number,
	day: number,
	hour: number,
	minute: number,
	second: number,
	steps: number,
	shift: number,
	zoned: boolean
): Instant | undefined {
	if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
	const ms = utc(year, month, day, hour, minute, second, Math.floor(steps / 10_000)) - shift * 60_000;
	return ms < earliest || ms > latest ? undefined : new Instant(ms, steps % 10_000, zoned);
}
