import { describe, expect, it } from 'vitest';
import type { Row } from '#lib/engine/base';
import { ChainIndex } from './chain-index';
import { SortedIndex } from './sorted-index';

interface Keyed extends Row {
	readonly key: number;
}

describe('a chained index', () => {
	it('holds the same lists as a sorted one, whatever comes and goes in whatever order', () => {
		const chains = new ChainIndex<Keyed>((row) => (row.key < 0 ? null : row.key));
		const sorted = new SortedIndex<Keyed, number>((row) => (row.key < 0 ? null : row.key));
		const rows: (Keyed | null)[] = [];
		let draw = 7;
		const next = (below: number) => ((draw = (Math.imul(draw, 1_103_515_245) + 12_345) >>> 0) >>> 8) % below;
		for (let n = 0; n < 20_000; n++) {
			const slot = next(2000);
			const after = next(3) === 0 ? null : { slot, key: next(9) === 0 ? -1 : next(1500) };
			for (const index of [chains, sorted]) index.index(rows[slot], after);
			rows[slot] = after;
		}
		for (let key = 0; key < 1500; key++) {
			expect(chains.get(key)).toEqual(sorted.get(key));
			expect(chains.first(key)).toBe(sorted.first(key));
		}
	});

	it('knows nothing of a key that nobody has', () => {
		expect(new ChainIndex<Keyed>((row) => row.key).get(5_000_000)).toEqual([]);
	});
});
