import { describe, expect, it } from 'vitest';
import { cursorAt, parameterIndex } from './cursor';

/** The cursor stands at the bar. */
const at = (text: string) => cursorAt(text.replace('|', ''), text.indexOf('|'));

describe('the place of the cursor in an expression', () => {
	it('knows the innermost call and the argument', () => {
		expect(at('Join(" ", ToLo|')).toMatchObject({ within: 'code', word: 'ToLo', call: { name: 'Join', slot: 1 } });
		expect(at('Join(" ", ToLower([a], |), [b])').call).toMatchObject({ name: 'ToLower', slot: 1 });
		expect(at('Join(" ", ToLower([a]), |').call).toMatchObject({ name: 'Join', slot: 2 });
		expect(at('ToLower([a])|').call).toBeNull();
	});

	it('G-004: knows an attribute in brackets that is being typed', () => {
		expect(at('Join(" ", [giv|')).toMatchObject({ within: 'attribute', word: 'giv', call: { name: 'Join' } });
		expect(at('[given]|')).toMatchObject({ within: 'code', word: '' });
	});

	it('G-003: commas, brackets and quotes inside a text are text', () => {
		expect(at('Replace([a], ",(\\"|')).toMatchObject({ within: 'text', call: { name: 'Replace', slot: 1 } });
		expect(at('Replace([a], "),(", |').call).toMatchObject({ name: 'Replace', slot: 2 });
	});

	it('ends for any text', () => {
		for (const text of ['', ')))', '[[[', '"""', '((((,,,', 'a'.repeat(10_000)])
			expect(cursorAt(text, text.length)).toBeTruthy();
	});

	it('finds the repeating parameter of a late slot', () => {
		const parameters = [{}, {}, { repeats: true }, { repeats: true }];
		expect([0, 1, 2, 3, 4, 5, 6].map((slot) => parameterIndex(parameters, slot))).toEqual([0, 1, 2, 3, 2, 3, 2]);
		expect(parameterIndex([{}], 5)).toBe(0);
	});
});
