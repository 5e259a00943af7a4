import type { ViewData } from '#lib/views';

type Answer = Pick<ViewData<'ruleCheck'>, 'rule' | 'suggestions'>;
type Suggestions = NonNullable<Answer['suggestions']>;

/**
 * What may be picked for the text as it stands, before it was read: what was offered for an earlier one, as long as
 * only the word at the caret was typed on. A key that follows quickly never takes what no longer fits.
 */
export function stillOffered({ rule, suggestions }: Answer, text: string, caret: number): Suggestions | null {
	if (!suggestions || caret < suggestions.end) return null;
	if (text.slice(0, suggestions.end) !== rule.slice(0, suggestions.end)) return null;
	const typed = text.slice(suggestions.at, caret).toLowerCase();
	const texts = suggestions.texts.filter((each) => each.toLowerCase().startsWith(typed));
	return texts.length > 0 ? { ...suggestions, end: caret, texts } : null;
}
