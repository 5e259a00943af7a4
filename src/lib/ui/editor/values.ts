import type { ViewData } from '#lib/views';

type Answer = ViewData<'expression'>;
export type TraceData = NonNullable<Answer['trace']>;
type Value = Extract<NonNullable<Answer['result']>, { readonly value: unknown }>['value'];

/** A value as people read it: a text in quotes, so that spaces show. */
export function valueWords(value: Value): string {
	if (value === null) return 'null';
	return JSON.stringify(value);
}

export const flowWords = {
	ignore: 'The attribute is left out of this flow',
	ignoreObject: 'The whole object is left out of this flow'
} as const;

/** What an expression gave, in a line. */
export function resultWords(result: NonNullable<Answer['result']>): string {
	if ('error' in result) return result.message;
	if ('flow' in result) return flowWords[result.flow];
	return valueWords(result.value);
}

/** What a step gave, or why it was not reached. */
export function outcomeWords({ outcome }: TraceData): string {
	if ('skipped' in outcome) return `not evaluated: ${outcome.skipped}`;
	if ('error' in outcome) return outcome.error;
	if ('flow' in outcome) return flowWords[outcome.flow];
	return valueWords(outcome.value);
}
