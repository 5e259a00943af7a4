import type { Ms } from '../base';

const minute = 60_000;

/** C-441: virtual time charged for one object. */
export const durations: { readonly [operation in 'create' | 'write' | 'skip' | 'reference']: Ms } = {
	create: 0.08 * minute,
	/** A first match with or without a write, an update, a disable, a delete. */
	write: 0.04 * minute,
	skip: 0.01 * minute,
	reference: 0
};
