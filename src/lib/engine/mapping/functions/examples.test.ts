import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../evaluate/expression';
import { functions } from '.';
import { signature } from './entry';
import { functionNamed, functionNames } from './named';

describe('the function register', () => {
	it('are known by name before they are there', () => {
		expect(functionNames).toEqual(functions.map(({ name }) => name));
	});

	it('knows the 53 functions of the specification, seven of them of cloud sync only', () => {
		const cloudSync = functions.filter(({ profile }) => profile === 'cloudSync').map(({ name }) => name);
		expect(functions).toHaveLength(53);
		expect(cloudSync).toEqual([
			'Contains',
			'ConvertFromBase64',
			'CRef',
			'DNComponent',
			'Error',
			'StringFromSid',
			'Trim'
		]);
	});

	it('G-007: names are case-sensitive unless asked otherwise', () => {
		expect(functionNamed('Instr')).toBeUndefined();
		expect(functionNamed('Instr', true)?.name).toBe('InStr');
	});

	it('signatures show optional and repeated parameters', () => {
		expect(signature(functionNamed('ToLower')!)).toBe('ToLower(source, [culture])');
		expect(signature(functionNamed('Switch')!)).toBe('Switch(source, [defaultValue], key, value, ...)');
		expect(signature(functionNamed('Now')!)).toBe('Now()');
	});

	describe.each(functions.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
		it('describes itself and its parameters', () => {
			expect(entry.description).toMatch(/\.$/);
			for (const { doc } of entry.parameters) expect(doc).toMatch(/\.$/);
			expect(entry.examples.length).toBeGreaterThan(0);
			const [least, most] = entry.slots;
			expect(entry.parameters.filter((parameter) => parameter.required).length).toBeLessThanOrEqual(least);
			expect(most).toBeGreaterThanOrEqual(entry.parameters.length);
		});

		it('gives what its examples say', () => {
			for (const { expression, source = {}, context, gives } of entry.examples) {
				const result = evaluateExpression(expression, { source, ...context });
				if ('pattern' in gives) expect((result as { value: string }).value).toMatch(gives.pattern);
				else expect(result, expression).toMatchObject(gives);
			}
		});

		if (entry.slots[1] === Infinity) return;
		it('refuses a slot too many, even an empty one', () => {
			const slots = Array.from({ length: entry.slots[1] + 1 }, (_, slot) => (slot === entry.slots[1] ? ' ' : '"1"'));
			const call = entry.slots[1] === 0 ? `${entry.name}("x")` : `${entry.name}(${slots.join(',')})`;
			expect(evaluateExpression(call, { source: {} })).toMatchObject({ error: 'parse' });
		});
	});
});
