import { describe, expect, it } from 'vitest';
import { removalPicture } from './removals';

const bar = (at: number, removals: number, threshold: number | null, staged = false) => ({
	at,
	kind: 'incremental' as const,
	removals,
	staged,
	threshold
});

describe('the picture of the removals', () => {
	it('draws the threshold at its height beside the bars of both sides', () => {
		const { bars, lines, most } = removalPicture([bar(1, 4, null)], [bar(1, 4, 2, true), bar(2, 0, 2)], 200, 100);
		expect(bars.map(({ side, removals, staged }) => [side, removals, staged])).toEqual([
			['a', 4, false],
			['b', 4, true]
		]);
		expect(most).toBe(4);
		expect(bars[0]).toMatchObject({ y: 0, height: 100 });
		expect(lines).toEqual([{ side: 'b', threshold: 2, y: 50 }]);
	});

	it('keeps a threshold that is far above everything at the upper edge', () => {
		const { bars, lines } = removalPicture([bar(1, 2, 500)], [], 200, 100);
		expect(lines[0]!.y).toBe(0);
		expect(bars[0]!.height).toBeGreaterThan(30);
	});
});
