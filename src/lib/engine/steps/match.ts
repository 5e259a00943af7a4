import { failureOf, incompatible, isSuccess } from '../target/errors';
import type { TargetObject } from '../target/target';
import type { Failure } from '../job/escrow';
import type { MatchingValue } from './mapped';
import { send, type Subject, type UnitView } from './view';

export type Match =
	| { readonly hits: readonly TargetObject[]; readonly failure?: undefined }
	| { readonly hits?: undefined; readonly failure: Failure; readonly unauthorized: boolean };

/** C-108: a value that the filter cannot carry. The apostrophe is legal inside the quotes, the quote itself is not. */
const unfit = /["\\]/;

/** Queries the target by each matching attribute in turn; the first that yields a hit ends the search (C-093 to C-103). */
export function match(subject: Subject, view: UnitView, values: readonly MatchingValue[]): Match {
	for (const { path, value } of values) {
		if (value === null) continue; // C-098
		if (unfit.test(value)) {
			return {
				failure: { code: 'InvalidMatchingValue', reason: `The matching value ${value} cannot be used in a filter.` },
				unauthorized: false
			};
		}
		const response = send(view, view.target.find(subject.kind, path, value));
		if (!isSuccess(response)) return { failure: failureOf(response), unauthorized: response.status === 401 };
		const hits = view.target.list(response);
		if (hits === null)
			return {
				failure: { code: incompatible, reason: 'The answer to the query cannot be read.' },
				unauthorized: false
			};
		view.tell('match', hits.length > 1 ? 'C-102' : hits.length === 1 ? 'C-101' : 'C-100', 0, hits.length);
		view.trace?.({ step: 'match', attribute: path, value, hits: hits.length });
		if (hits.length > 0) return { hits };
	}
	return { hits: [] };
}

/** C-099: without any matching value the object is not evaluated at all. */
export function hasMatchingValue(values: readonly MatchingValue[]): boolean {
	return values.some(({ value }) => value !== null);
}
