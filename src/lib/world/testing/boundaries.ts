import type { World } from '../world';

/** Every boundary of the live branch with its chain. Their marks tell them apart in one ledger only. */
export function boundariesOf({ sim: { ledger } }: World) {
	return ledger.boundaries.map((point, index) => ({ ...point, mark: 0, chain: ledger.chainAt(index) }));
}
