import type { ViewData } from '#lib/views';
import { dateWords, isSameDay, timeWords } from '#lib/views/timeline/words';

export type Comparison = NonNullable<ViewData<'branchComparison'>>;
export type Difference = Comparison['differences']['rows'][number];
export type Because = Difference['because'][number];

/** "09:41:07", with its day when it is not the other moment's. */
export function whenWords(at: number, beside: number): string {
	return isSameDay(at, beside) ? timeWords(at) : `${dateWords(at)}, ${timeWords(at)}`;
}

/** "department: IT, there Harbour": what is different, value by value. */
export function valueWords({ values }: Pick<Difference, 'values'>): string {
	return values.map(({ name, a, b }) => `${name}: ${a ?? 'nothing'} | ${b ?? 'nothing'}`).join('; ');
}

/** The commands that made a difference, each with its branch. */
export function becauseWords(because: readonly Because[], names: { readonly a: string; readonly b: string }): string {
	if (because.length === 0) return 'what both were doing';
	return because.map(({ side, text, at }) => `${names[side]}, ${timeWords(at)}: ${text}`).join('; ');
}
