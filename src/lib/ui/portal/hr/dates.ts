import { dayFault, nextDay, visibleFrom, type HrSystem } from '#lib/hr/dates';
import { dateWords, minuteWords } from '#lib/views/timeline/words';

/** Why a text is no date; undefined: it is one. */
export function dateProblem(text: string): string | undefined {
	if (!text) return 'Choose a day.';
	return dayFault(text) ?? undefined;
}

const zone = (system: HrSystem) => (system === 'workday' ? 'midnight Pacific Time' : 'midnight UTC');

/** "The worker is employed from midnight Pacific Time of this day: Mon 16 Mar 2026, 07:00 UTC." */
export function beginsWords({ system }: { readonly system: HrSystem }, date: string, what: string): string {
	const at = visibleFrom(system, date);
	return `${what} from ${zone(system)} of this day: ${dateWords(at, true)}, ${minuteWords(at)} UTC.`;
}

/** H-123: a last day is over at the midnight after it. */
export function endsWords({ system }: { readonly system: HrSystem }, lastDay: string): string {
	const at = visibleFrom(system, nextDay(lastDay));
	return `The worker is active until ${zone(system)} after this day: ${dateWords(at, true)}, ${minuteWords(at)} UTC.`;
}
