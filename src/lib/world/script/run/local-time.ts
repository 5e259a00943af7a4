import type { Ms } from '#lib/engine/base';

const hour = 3_600_000;
type Summer = 'US' | 'EU' | null;

/** Hours ahead of UTC in winter, and whose daylight saving time a city of the sample company keeps. */
const cities: Readonly<Record<string, readonly [hours: number, summer: Summer]>> = {
	Seattle: [-8, 'US'],
	LA: [-8, 'US'],
	'Los Angeles': [-8, 'US'],
	Austin: [-6, 'US'],
	Dallas: [-6, 'US'],
	Chicago: [-6, 'US'],
	London: [0, 'EU'],
	Dublin: [0, 'EU'],
	Berlin: [1, 'EU'],
	Madrid: [1, 'EU'],
	Paris: [1, 'EU'],
	Oslo: [1, 'EU'],
	Milan: [1, 'EU'],
	Warsaw: [1, 'EU'],
	Lagos: [1, null],
	Accra: [0, null],
	Riga: [2, 'EU'],
	Sofia: [2, 'EU'],
	'Tel Aviv': [2, 'EU'],
	Dubai: [4, null],
	Bengaluru: [5.5, null],
	Jakarta: [7, null],
	Singapore: [8, null],
	Tokyo: [9, null]
};

/** The n-th Sunday of a month; the last one where n is 0. */
function sunday(year: number, month: number, n: number): number {
	const first = new Date(Date.UTC(year, n === 0 ? month + 1 : month, 1)).getUTCDay();
	const day = 1 + ((7 - first) % 7) + (n === 0 ? -7 : (n - 1) * 7);
	return Date.UTC(year, n === 0 ? month + 1 : month, day);
}

function isSummer(rule: Summer, at: Ms, offset: number): boolean {
	const year = new Date(at).getUTCFullYear();
	if (rule === 'EU') return at >= sunday(year, 2, 0) + hour && at < sunday(year, 9, 0) + hour;
	if (rule === 'US')
		return at >= sunday(year, 2, 2) + (2 - offset) * hour && at < sunday(year, 10, 1) + (1 - offset) * hour;
	return false;
}

/** What the clocks of a city show: YYYY-MM-DD HH:MM; null: nobody of the company is there. */
export function localTime(city: string, at: Ms): string | null {
	const zone = cities[city];
	if (!zone) return null;
	const [offset, rule] = zone;
	const local = new Date(at + (offset + (isSummer(rule, at, offset) ? 1 : 0)) * hour);
	return local.toISOString().slice(0, 16).replace('T', ' ');
}
