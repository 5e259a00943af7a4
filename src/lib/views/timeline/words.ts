/** Times in words, always UTC, never by the machine's locale. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const two = (value: number) => String(value).padStart(2, '0');

/** "Tue" */
export function weekday(at: number): string {
	return new Date(at).toUTCString().slice(0, 3);
}

/** "Tue 3 Mar", with the year "Tue 3 Mar 2026" */
export function dateWords(at: number, year = false): string {
	const date = new Date(at);
	return `${weekday(at)} ${date.getUTCDate()} ${date.toUTCString().slice(8, year ? 16 : 11)}`;
}

/** "Tue 3 Mar", of another year than that of the other moment "3 Mar 2026" */
export function dayWords(at: number, beside: number): string {
	const words = dateWords(at, true);
	return words.endsWith(String(new Date(beside).getUTCFullYear())) ? words.slice(0, -5) : words.slice(4);
}

/** "09:41" */
export function minuteWords(at: number): string {
	const date = new Date(at);
	return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** "09:41", on another day than now "Wed 09:41" */
export function dueWords(at: number, now: number): string {
	return isSameDay(at, now) ? minuteWords(at) : `${weekday(at)} ${minuteWords(at)}`;
}

/** "Wed 09:41", where that day comes round again before "Wed 31 Mar 09:41" */
export function comingWords(at: number, now: number): string {
	return `${at - now < 6 * DAY ? weekday(at) : dayWords(at, now)} ${minuteWords(at)}`;
}

/** "09:41:12" */
export function timeWords(at: number): string {
	return `${minuteWords(at)}:${two(new Date(at).getUTCSeconds())}`;
}

/** Two moments beside each other: with seconds where minutes do not tell them apart, with a date where the day does not. */
export function apartWords(at: number, other: number): readonly [string, string] {
	const words = minuteWords(at) === minuteWords(other) ? timeWords : minuteWords;
	const day = (moment: number) => `${dateWords(moment)}, `;
	return [`${day(at)}${words(at)}`, `${day(at) === day(other) ? '' : day(other)}${words(other)}`];
}

/** "09:41:12.250" */
export function exactWords(at: number): string {
	return `${timeWords(at)}.${String(new Date(at).getUTCMilliseconds()).padStart(3, '0')}`;
}

/** "Tue 3 Mar 2026, 09:41:12" */
export function clockWords(at: number): string {
	return `${dateWords(at, true)}, ${timeWords(at)}`;
}

/** The length of a span in its two largest units: "38 min", "2 h 10 min", "3 d 4 h", "12 s". */
export function spanWords(ms: number): string {
	const units: [number, string][] = [
		[DAY, 'd'],
		[HOUR, 'h'],
		[MINUTE, 'min'],
		[SECOND, 's']
	];
	const at = units.findIndex(([size]) => ms >= size);
	if (at < 0) return `${Math.round(ms)} ms`;
	const [size, unit] = units[at]!;
	const below = units[at + 1];
	// Minutes and seconds stand alone: "38 min" says enough.
	if (!below || size <= MINUTE) return `${Math.round(ms / size)} ${unit}`;
	const rest = Math.round((ms % size) / below[0]);
	const whole = Math.floor(ms / size);
	if (rest * below[0] >= size) return `${whole + 1} ${unit}`;
	return rest ? `${whole} ${unit} ${rest} ${below[1]}` : `${whole} ${unit}`;
}

export function isSameDay(a: number, b: number): boolean {
	return Math.floor(a / DAY) === Math.floor(b / DAY);
}
