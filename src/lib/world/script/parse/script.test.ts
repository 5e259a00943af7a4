import { describe, expect, it } from 'vitest';
import { ScriptError } from './error';
import { parseScripts } from './script';
import type { Check, Do, Result } from './tree';

function only<S>(line: string): S {
	const [script] = parseScripts(`world cloud-only\n=> 08:20 slack initial: none\n${line}`);
	return script!.statements[1] as S;
}

/** Where a text stops being a script, and why. */
function refusal(text: string): string {
	try {
		parseScripts(text);
	} catch (error) {
		if (error instanceof ScriptError) return `${error.place.line}:${error.place.column} ${error.message}`;
		throw error;
	}
	return 'accepted';
}

const line = (text: string) => refusal(`world cloud-only\n${text}`);

/** The same mutations each time. */
function mangled(text: string, seed: number): string {
	const signs = '()[]{}",=;:.+-@ 019abNG\n';
	const at = (seed * 2_654_435_761) % text.length;
	const sign = signs[seed % signs.length]!;
	return seed % 2 === 0
		? text.slice(0, at) + sign + text.slice(at)
		: text.slice(0, at) + text.slice(at + 1 + (seed % 5));
}

describe('reading a script', () => {
	it('reads the world line with its options', () => {
		const [script] = parseScripts('world hybrid size=10k supportsDisable.netsuite=off');
		expect(script).toMatchObject({
			preset: 'hybrid',
			options: [
				{ name: 'size', value: '10k', place: { line: 1, column: 14 } },
				{ name: 'supportsDisable.netsuite', value: 'off' }
			]
		});
	});

	it('reads times with and without a date', () => {
		expect(only<Do>('do 03-05 08:21 start(slack)').time).toMatchObject({
			date: { month: 3, day: 5 },
			hour: 8,
			minute: 21
		});
		expect(only<Do>('do 08:21 start(slack)').time.date).toBeNull();
	});

	it('separates arguments by commas outside of quotes, brackets, braces and parentheses', () => {
		const { args } = only<Do>('do 08:10 f(slack, "a, b", Mid([x], 1, 2), N1{a="b, c", d=e}, role=text(3), 0-4 7)');
		expect(args.map(({ key, value, quoted }) => [key, value, quoted])).toEqual([
			[null, 'slack', false],
			[null, 'a, b', true],
			[null, 'Mid([x], 1, 2)', false],
			[null, 'N1{a="b, c", d=e}', false],
			['role', 'xxx', true],
			[null, '0-4 7', false]
		]);
	});

	it('knows where each argument stands', () => {
		expect(only<Do>('do 08:10 edit(entra, 7, mail, "x")').args[3]!.place).toEqual({ line: 3, column: 31 });
	});

	it('begins an error code at the first word that is no index, range, newcomer or guest', () => {
		const { expected } = only<Result>(
			'=> 08:20 slack initial: fail 4 [4 Dup, 22 0-3 N1 G1 one role only, R&D-group matching]'
		);
		expect(expected[0]!.groups!.map(({ ids, code }) => [ids, code])).toEqual([
			[['4'], 'Dup'],
			[['22', '0-3', 'N1', 'G1'], 'one role only'],
			[['R&D-group'], 'matching']
		]);
	});

	it('reads a code alone in the result of a probe', () => {
		expect(only<Result>('=> 09:00 slack probe: fail [Unauthorized]').expected[0]!.groups).toMatchObject([
			{ ids: [], code: 'Unauthorized' }
		]);
	});

	it('reads a count without brackets and none', () => {
		expect(only<Result>('=> 08:20 slack initial: create 488; skip 8').expected).toMatchObject([
			{ operation: 'create', count: 488, groups: null },
			{ operation: 'skip', count: 8 }
		]);
		expect(only<Result>('=> 08:20 slack inc: none').expected).toEqual([]);
	});

	it('separates expression and value at the first equals sign outside of parentheses', () => {
		const check = only<Check>('?? end entra.count(department="A = B").x = "c = d"');
		expect(check).toMatchObject({ time: null, relation: '=', value: 'c = d', quoted: true });
		expect(check.expression.map(({ name }) => name)).toEqual(['entra', 'count', 'x']);
		expect(only<Check>('?? 08:20 entra(45).proxyAddresses lacks "press@contoso.com"').relation).toBe('lacks');
	});

	it('finds the blocks of a scenario between its prose, fenced or not', () => {
		const blocks = 'world cloud-only\ndo 08:20 start(slack)';
		expect(
			parseScripts(`### S-01 x\nprose\n\`\`\`\n${blocks}\n\`\`\`\nRun b:\n\`\`\`\n${blocks}\n\`\`\`\nRules: A-1.`)
		).toHaveLength(2);
		expect(parseScripts(`Run a:\n${blocks}\nNote: something.\nRun b:\n${blocks}\nRules: A-1.`)).toHaveLength(2);
	});

	it('refuses a mangled text with a place in it, or reads it', () => {
		const text =
			'world cloud-only size=25\ndo 08:12 saveMapping(slack, title = Mid([a], 1, "x"); remove b)\n' +
			'=> 03-05 08:20 slack initial: create 3 [2 22-23]; fail 2 [15 one role only, R&D-group Code]\n' +
			'?? end app(slack, N1).title.length = "a = b"';
		for (let seed = 1; seed < 2_000; seed++) {
			const answer = refusal(mangled(text, seed));
			if (answer !== 'accepted') expect(answer).toMatch(/^[1-9]\d?:[1-9]\d* ./);
		}
	});

	it('says where and why a line is no statement', () => {
		expect(line('don 08:20 start(slack)')).toBe('2:1 A line begins with do, => or ??');
		expect(line('do 8:20 start(slack)')).toBe('2:1 do needs a time and an action with its arguments in parentheses');
		expect(line('do 08:61 start(slack)')).toBe('2:4 08:61 is not a time: HH:MM or MM-DD HH:MM');
		expect(line('do 08:20 start(slack')).toBe('2:15 The parenthesis is not closed');
		expect(line('do 08:20 start(slack) now')).toBe('2:22 Nothing may follow the action');
		expect(line('=> 08:20 slack weekly: none')).toMatch(/^2:16 There is no cycle weekly/);
		expect(line('=> 08:20 slack inc: create 1; remove 2')).toMatch(/^2:31 There is no operation remove/);
		expect(line('=> 08:20 slack inc: create')).toBe('2:21 create needs a number or objects');
		expect(line('?? end mails = 1')).toBe('2:4 end needs a => line above it');
		expect(line('?? 08:20 app(slack.accounts = 1')).toMatch(/^2:10 /);
		expect(line('?? 08:20 mails 1')).toBe('2:10 An expression is compared by " = " or " lacks "');
		expect(refusal('world')).toBe('1:6 world needs a preset');
		expect(refusal('do 08:20 start(slack)')).toBe('1:1 This line comes before any world line');
	});
});
