import { expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import type { Touched } from '#lib/world/ways';
import type { Sides } from './sides';
import { systemCounts } from './systems';

it('counts the systems of two ways on which more records were written than a call takes arguments', () => {
	const written = (table: Touched['table'], slot: number) => ({ table, slot }) as Touched;
	const byoa = { key: 'byoa', name: 'Quillpad', kind: 'byoa' };
	const sides = {
		touched: [...Array.from({ length: 1_000_000 }, (_, slot) => written('users', slot)), written('apps', 1)],
		shared: () => [null],
		app: (_which: string, slot: number) => (slot === 1 ? byoa : null),
		counts: () => ({ a: new Map([['byoa', 3]]), b: new Map() })
	} as unknown as Sides;
	expect(finish(systemCounts(sides, [], []))).toEqual([{ id: 'byoa', name: 'Quillpad', a: 3, b: 0, differ: 0, of: 3 }]);
});
