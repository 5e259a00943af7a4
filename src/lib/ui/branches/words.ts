import type { ViewData } from '#lib/views';
import { dayWords, isSameDay, timeWords } from '#lib/views/timeline/words';

export type Comparison = NonNullable<ViewData<'branchComparison'>>;
export type Difference = Comparison['differences']['rows'][number];
export type Because = Difference['because'][number];

/** "09:41:07", with its day when the other moments are not all of it: a time alone beside a date would be read as its. */
export function whenWords(at: number, ...beside: number[]): string {
	return beside.every((one) => isSameDay(at, one)) ? timeWords(at) : `${dayWords(at, beside[0]!)}, ${timeWords(at)}`;
}

/** "department: IT, there Harbour": what is different, value by value. */
export function valueWords({ values }: Pick<Difference, 'values'>): string {
	return values.map(({ name, a, b }) => `${name}: ${a ?? 'nothing'} | ${b ?? 'nothing'}`).join('; ');
}

/** The commands that made a difference, each with its branch. */
export function becauseWords(
	because: readonly Because[],
	names: { readonly a: string; readonly b: string },
	now: number
): string {
	if (because.length === 0) return 'what both were doing';
	return because.map(({ side, text, at }) => `${names[side]}, ${whenWords(at, now)}: ${text}`).join('; ');
}
