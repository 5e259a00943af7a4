import { describe, expect, it } from 'vitest';
import { lessons } from '#lib/content/lessons';
import { asCsv, asJson, readResults, resultsOf } from './results';

const [first] = lessons;
const done = { [first!.id]: { answer: 0, right: false, help: 1 as const, at: Date.UTC(2026, 2, 3, 9) } };
const mine = resultsOf('Ada "A", Fields', done, lessons);

describe('the results of lessons', () => {
	it('name each lesson that was done, what was predicted and how much help was taken', () => {
		expect(mine.results).toEqual([
			{
				lesson: first!.id,
				title: first!.title,
				answer: first!.predict.options[0]!.text,
				right: false,
				help: 'hint',
				done: '2026-03-03T09:00:00.000Z'
			}
		]);
	});

	it('come back from their file as they were', () => {
		expect(readResults(asJson(mine))).toEqual(expect.objectContaining(mine));
	});

	it('become rows of a table, with quotation marks doubled and no formula', () => {
		const rows = asCsv([mine, { ...mine, name: '=1+1' }]).split('\r\n');
		expect(rows).toHaveLength(4);
		expect(rows[1]).toMatch(/^"Ada ""A"", Fields",/);
		expect(rows[2]).toMatch(/^'=1\+1,/);
	});

	it.each([
		['no JSON', '{', 'it is not JSON'],
		['another file', '{"results":[]}', 'it holds no results of lessons'],
		['nobody', asJson(mine).replace(/"name": "[^\n]*",/, ''), 'it has no name'],
		['a wrong result', asJson(mine).replace('"right": false', '"right": 1'), 'its result 1 cannot be read']
	])('that are %s are refused with the reason', (_, text, wrong) => {
		expect(readResults(text)).toEqual({ wrong });
	});
});
