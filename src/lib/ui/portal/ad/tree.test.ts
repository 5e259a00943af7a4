import { describe, expect, it } from 'vitest';
import { seen, treeKey, type TreeLine } from './tree';

const line = (id: string | null, depth: number, hasMore = false): TreeLine => ({ id, parent: null, depth, hasMore });
const lines = [line(null, 0, true), line('Users', 1, true), line('Dallas', 2), line('London', 2), line('Leavers', 1)];
const open = new Set<string | null>();

describe('the keys of a tree', () => {
	it('hide what lies below a closed line', () => {
		expect(seen(lines, new Set(['Users'])).map(({ id }) => id)).toEqual([null, 'Users', 'Leavers']);
		expect(seen(lines, new Set([null]))).toHaveLength(1);
		expect(seen(lines, open)).toHaveLength(5);
	});

	it('go down, up, in and out, and stop at the ends', () => {
		expect(treeKey('ArrowDown', 4, lines, open)).toEqual({ go: 4 });
		expect(treeKey('ArrowUp', 0, lines, open)).toEqual({ go: 0 });
		expect(treeKey('ArrowRight', 1, lines, open)).toEqual({ go: 2 });
		expect(treeKey('ArrowRight', 2, lines, open)).toBeNull();
		expect(treeKey('ArrowLeft', 3, lines, open)).toEqual({ go: 1 });
		expect(treeKey('ArrowLeft', 1, lines, open)).toEqual({ toggle: true });
		expect(treeKey('ArrowRight', 1, lines, new Set(['Users']))).toEqual({ toggle: true });
		expect(treeKey('End', 0, lines, open)).toEqual({ go: 4 });
	});
});
