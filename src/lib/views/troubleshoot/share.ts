import { amountWords, numberWords } from '../amounts';
import type { Tally, Verdict } from './check';
import type { Crowd } from './crowd';

/** Where nobody is left, what stops some of them is a cause; otherwise it is worth knowing. */
export function weight({ count }: Tally, { inScope }: Crowd): Verdict {
	if (count === 0) return 'in order';
	return inScope === 0 ? 'cause' : 'note';
}

/** "5 of 25 users", and how many were looked at where that is not everybody. */
export function share({ count }: Tally, { looked, of }: Crowd): string {
	const more = looked < of ? ` looked at (there are ${numberWords(of)})` : '';
	return `${numberWords(count)} of ${amountWords(looked, 'user')}${more}`;
}
