import type { Ms } from '#lib/engine/base';
import type { Time } from '../parse/tree';

const minute = 60_000;
const two = (number: number) => String(number).padStart(2, '0');

/** The moment that a script means: without a date on the day on which the sandbox begins. */
export function momentOf(time: Time, start: Ms): Ms {
	const began = new Date(start);
	const date = time.date ?? { month: began.getUTCMonth() + 1, day: began.getUTCDate() };
	const at = (year: number) => Date.UTC(year, date.month - 1, date.day, time.hour, time.minute);
	const moment = at(began.getUTCFullYear());
	// Without a year, a date before the beginning is one of the next year.
	return time.date && moment < start - 24 * 60 * minute ? at(began.getUTCFullYear() + 1) : moment;
}

/** 09:40, or 03-05 08:20 on a later day. */
export function clockText(at: Ms, start: Ms): string {
	const date = new Date(at);
	const began = new Date(start);
	const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
	const sameDay =
		date.getUTCDate() === began.getUTCDate() &&
		date.getUTCMonth() === began.getUTCMonth() &&
		date.getUTCFullYear() === began.getUTCFullYear();
	return sameDay ? time : `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${time}`;
}

/** The same minute: an action of an instant in which something else happened is stamped a millisecond later. */
export function sameMinute(one: Ms, other: Ms): boolean {
	return Math.floor(one / minute) === Math.floor(other / minute);
}
