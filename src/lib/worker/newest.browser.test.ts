import { expect, it } from 'vitest';
import { Newest } from './newest';

it('takes what comes at once, and of what comes in the same frame only the last', async () => {
	const taken: number[] = [];
	const newest = new Newest<number>((value) => taken.push(value));
	for (let value = 1; value <= 5; value++) newest.put(value);
	expect(taken).toEqual([1]);
	await expect.poll(() => taken).toEqual([1, 5]);
});
