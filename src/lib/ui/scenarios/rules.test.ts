import { expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { register } from '#lib/engine/rules';
import { rulePieces } from './rules';
import { kindOf, shownLines, tally } from './lines';

const ids = (text: string) => rulePieces(text).flatMap(({ text: piece, rule }) => (rule ? [piece] : []));

it('the ids of a line of rules become chips, and no word of it is lost', () => {
	expect(ids('C-250 to C-258, H-418, SC-06.')).toEqual(['C-250', 'C-258', 'H-418', 'SC-06']);
	expect(ids('S0, the manual methods 23.4.')).toEqual([]);
	for (const { rules } of scenarios)
		expect(
			rulePieces(rules)
				.map(({ text }) => text)
				.join('')
		).toBe(rules);
});

it('a line of rules names rules, their ranges and examples of dynamic rules, and nothing that is not here', () => {
	for (const { rules } of scenarios)
		for (const { text, rule } of rulePieces(rules)) if (!rule) expect(text).toMatch(/^(, G-1\d\d)*(, | to |\.)$/);
});

it('every chip of the library leads to a rule of the register', () => {
	const known = new Set(register.map(({ id }) => id));
	const cited = scenarios.flatMap(({ id, rules }) => ids(rules).map((rule) => ({ id, rule })));
	expect(cited.filter(({ rule }) => !known.has(rule))).toEqual([]);
});

it('every line of every block of the library is a statement', () => {
	const blocks = scenarios.flatMap((scenario) => scenario.blocks.map(({ script }) => script));
	const lines = blocks.flatMap((script) => script.split('\n'));
	expect(lines.filter((line) => line.trim() !== '' && kindOf(line) === 'prose')).toEqual([]);
});

it('a line is shown with what is known of it, and only expected lines are counted', () => {
	const report = (line: number, state: 'done' | 'passed' | 'failed') => ({ line, at: null, state, told: [] });
	const block = {
		line: 5,
		passed: false,
		facts: 1,
		took: 0,
		lines: [report(6, 'done'), report(7, 'passed'), report(8, 'failed')]
	};
	const lines = shownLines('world x\ndo 1\n=> 2\n?? 3\n?? 4', 5, [block]);
	expect(lines.map(({ line, report }) => [line, report?.state])).toEqual([
		[5, undefined],
		[6, 'done'],
		[7, 'passed'],
		[8, 'failed'],
		[9, undefined]
	]);
	expect(tally(lines)).toEqual({ passed: 1, of: 3 });
});
