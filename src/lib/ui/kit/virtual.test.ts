import { describe, expect, it } from 'vitest';
import { scrollToRow, virtualWindow } from './virtual';

describe('a virtual list', () => {
	it('draws the rows in view and a few on each side', () => {
		expect(virtualWindow(3200, 320, 32, 100_000)).toEqual({
			first: 92,
			end: 118,
			before: 92 * 32,
			after: (100_000 - 118) * 32
		});
	});

	it('keeps the whole height, whatever is drawn', () => {
		for (const at of [0, 999, 3_199_680, 9_999_999]) {
			const { first, end, before, after } = virtualWindow(at, 320, 32, 100_000);
			expect(before + (end - first) * 32 + after).toBe(3_200_000);
		}
	});

	it('draws the last rows when it was scrolled further than there are rows left', () => {
		expect(virtualWindow(5000, 320, 32, 20)).toMatchObject({ end: 20, after: 0 });
	});

	it('scrolls no further than needed to show a row, and not at all when it is seen', () => {
		expect(scrollToRow(10, 0, 320, 32, 32)).toBe(64);
		expect(scrollToRow(2, 320, 320, 32, 32)).toBe(64);
		expect(scrollToRow(11, 320, 320, 32, 32)).toBe(320);
	});
});
