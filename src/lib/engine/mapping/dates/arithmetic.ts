import { Instant } from '../values/value';
import { daysInMonth, earliest, latest, utc } from './calendar';

/** The interval codes of DateAdd and DateDiff; their case counts (G-007). */
export type Interval = 'yyyy' | 'm' | 'd' | 'ww' | 'h' | 'n' | 's';

const day = 86_400_000;
const lengths: { readonly [code: string]: number } = { d: day, ww: 7 * day, h: 3_600_000, n: 60_000, s: 1000 };

export function isInterval(code: string): code is Interval {
	return code === 'yyyy' || code === 'm' || Object.hasOwn(lengths, code);
}

/** Months and years keep the day and are clamped to the end of the month. Undefined: outside the years 1 to 9999. */
export function addInterval(code: Interval, count: number, to: Instant): Instant | undefined {
	const length = lengths[code];
	const ms = length === undefined ? addMonths(to.ms, code === 'yyyy' ? count * 12 : count) : to.ms + count * length;
	return ms >= earliest && ms <= latest ? new Instant(ms, to.ticks, to.zoned) : undefined;
}

function addMonths(ms: number, count: number): number {
	const from = new Date(ms);
	const months = from.getUTCFullYear() * 12 + from.getUTCMonth() + count;
	const year = Math.floor(months / 12);
	const month = months - year * 12 + 1;
	if (!(year >= 1 && year <= 9999)) return NaN;
	const date = Math.min(from.getUTCDate(), daysInMonth(year, month));
	const inDay = ((ms % day) + day) % day;
	return utc(year, month, date, 0, 0, 0, 0) + inDay;
}

/**
 * Days and shorter are elapsed time, cut towards zero; months and years are differences on the calendar; weeks are
 * counted between the Sundays of both dates. That is Visual Basic's definition, and it gives all documented rows.
 */
export function difference(code: Interval, from: Instant, to: Instant): number {
	const length = lengths[code];
	if (length === undefined) {
		const months = monthNumber(to) - monthNumber(from);
		return code === 'm' ? months : new Date(to.ms).getUTCFullYear() - new Date(from.ms).getUTCFullYear();
	}
	if (code === 'ww') return Math.trunc(Math.trunc(elapsed(sunday(from), sunday(to), day)) / 7) + 0;
	return Math.trunc(elapsed(from, to, length)) + 0;
}

function monthNumber(instant: Instant): number {
	const date = new Date(instant.ms);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function sunday(instant: Instant): Instant {
	return new Instant(instant.ms - new Date(instant.ms).getUTCDay() * day, instant.ticks);
}

function elapsed(from: Instant, to: Instant, length: number): number {
	return (to.ms - from.ms + (to.ticks - from.ticks) / 10_000) / length;
}

const epoch = 11_644_473_600_000n;

/** D-003: 100 ns steps since 1601. */
export function directoryNumber(instant: Instant): bigint {
	return (BigInt(instant.ms) + epoch) * 10_000n + BigInt(instant.ticks);
}

export function fromDirectoryNumber(steps: bigint): Instant | undefined {
	if (steps < 0n) return undefined;
	const ms = steps / 10_000n - epoch;
	return ms > BigInt(latest) ? undefined : new Instant(Number(ms), Number(steps % 10_000n));
}
