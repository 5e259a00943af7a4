/** Which human-resources system a worker lives in. */
export type HrSystem = 'workday' | 'successfactors';

const hour = 3_600_000;
const day = 24 * hour;

/** YYYY-MM-DD as midnight UTC; NaN for a day that no calendar has. */
export function dayOf(date: string): number {
	const [, year, month, number] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
	if (!year) return NaN;
	const at = Date.UTC(Number(year), Number(month) - 1, Number(number));
	return new Date(at).toISOString().slice(0, 10) === date ? at : NaN;
}

/** Human resources keep days of these years; another one is a slip of the keyboard. */
const years = [1900, 2199] as const;

/** Why a text is no day of human resources, or null. */
export function dayFault(date: string): string | null {
	if (Number.isNaN(dayOf(date))) return 'There is no such day. Write dates like 2026-03-16.';
	const year = Number(date.slice(0, 4));
	return year < years[0] || year > years[1] ? `Choose a day between ${years[0]} and ${years[1]}.` : null;
}

export function dateAt(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}

export function nextDay(date: string): string {
	return dateAt(dayOf(date) + day);
}

/** The nth Sunday of a month, as midnight UTC. */
function sunday(year: number, month: number, nth: number): number {
	const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
	return Date.UTC(year, month, 1 + ((7 - first) % 7) + (nth - 1) * 7);
}

/** Hours that Pacific Time is behind UTC at the midnight that begins a day: daylight saving begins and ends at two. */
function pacificHours(midnight: number): number {
	const year = new Date(midnight).getUTCFullYear();
	return midnight > sunday(year, 2, 2) && midnight <= sunday(year, 10, 1) ? 7 : 8;
}

/** H-123: Workday's integration account reads in Pacific Time; SuccessFactors is read in UTC. */
export function visibleFrom(system: HrSystem, date: string): number {
	const midnight = dayOf(date);
	return system === 'workday' ? midnight + pacificHours(midnight) * hour : midnight;
}

/** A Workday date with its offset: 2026-03-16-07:00 (H-243). */
export function workdayDate(date: string): string {
	return `${date}-0${pacificHours(dayOf(date))}:00`;
}
