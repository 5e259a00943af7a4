import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { remarksOn } from './index';

const told = (text: string) => remarksOn(text).map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('reading a script before it runs', () => {
	it('finds nothing to remark in any given scenario', () => {
		const wrong = scenarios.filter(({ blocks, text }) => blocks.length > 0 && remarksOn(text).length > 0);
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});

	it('says where a text is no script', () => {
		expect(told('hello')).toEqual(['1:1 The first line of a script begins with world']);
		expect(told('world cloud-only\ndo 08:61 start(byoa)')).toEqual(['2:4 08:61 is not a time: HH:MM or MM-DD HH:MM']);
	});

	it('names every preset, action and expression that there is not', () => {
		const text = 'world moon\ndo 08:20 begin(byoa)\n?? 08:30 weather = 1\n\nworld cloud-only size=7';
		expect(told(text)).toEqual([
			expect.stringMatching(/^1:1 There is no preset moon/),
			'2:1 There is no action begin',
			'3:10 There is no expression weather',
			'5:18 size is 25, 500, 10k or 100k, not 7'
		]);
	});
});
