import type { Instant } from '../values/value';

/** V-004: `M/d/yyyy h:mm:ss tt` in UTC, the only way the service prints a date value. */
export function instantText(instant: Instant): string {
	const date = new Date(instant.ms);
	const hour = date.getUTCHours();
	const clock = `${hour % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
	const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${digits(date.getUTCFullYear(), 4)}`;
	return `${day} ${clock} ${hour < 12 ? 'AM' : 'PM'}`;
}

export function two(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}

export function digits(value: number, width: number): string {
	return String(value).padStart(width, '0');
}
