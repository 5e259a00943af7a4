import type { Moment } from '#lib/apps';
import { kindOf } from '../core/facts';
import type { Ledger } from '../core/ledger';
import type { AppRow } from '../tables/rows';

const requestKind = kindOf('request');
/** Requests are counted anew every so many facts, so that counting costs nothing in a long session. */
const BLOCK = 8192;

/** What decides whether a fault strikes: derived from what was told before the request, so that it replays. */
export function momentOf(ledger: Ledger, { slot }: AppRow): Moment {
	const { clock, facts } = ledger;
	const { n } = facts;
	return {
		now: clock,
		get count() {
			let count = 1;
			for (let seq = n - (n % BLOCK); seq < n; seq++) if (facts.kind[seq] === requestKind) count++;
			return count;
		},
		chance: (place) => ledger.chance(`fault ${place}`, slot, n)
	};
}
