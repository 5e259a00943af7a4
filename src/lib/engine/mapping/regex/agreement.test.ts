import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePattern, Pattern, StepLimit } from '.';

interface Piece {
	readonly text: string;
	/** It can match the empty text; loops over such pieces are where .NET and JavaScript differ. */
	readonly nullable: boolean;
}
const fixed = (nullable: boolean, ...texts: string[]) =>
	fc.constantFrom(...texts).map((text): Piece => ({ text, nullable }));

const pattern = fc.letrec<{ atom: Piece; piece: Piece; sequence: Piece; choice: Piece }>((tie) => ({
	atom: fc.oneof(
		{ depthSize: 'small', maxDepth: 3 },
		fixed(false, 'a', 'b', 'c', '.', '[ab]', '[^a]', '[a-c]', '\\w', '\\W', '-'),
		fixed(true, '^', '$', '\\b', '\\B', '(?=a)', '(?!b)', '(?<=a)', '(?<!bc)', '(?=(?:ab|c)+)', '(?<=a+b?)'),
		tie('choice').map(({ text, nullable }) => ({ text: `(?:${text})`, nullable })),
		tie('choice').map(({ text, nullable }) => ({ text: `(${text})`, nullable }))
	),
	piece: fc
		.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,3}?', '{2,}'))
		.map(([atom, quantifier]) =>
			atom.nullable || quantifier === ''
				? atom
				: { text: atom.text + quantifier, nullable: /^(\*|\?|\{0)/.test(quantifier) }
		),
	sequence: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => ({
		text: pieces.map(({ text }) => text).join(''),
		nullable: pieces.every(({ nullable }) => nullable)
	})),
	choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((branches) => ({
		text: branches.map(({ text }) => text).join('|'),
		nullable: branches.some(({ nullable }) => nullable)
	}))
})).choice;

const subject = fc
	.array(fc.constantFrom('a', 'b', 'c', 'ab', 'bc', '-', 'aaa'), { maxLength: 8 })
	.map((parts) => parts.join(''));

function spans(text: string, on: string): string[] {
	const compiled = compilePattern(text);
	if (!(compiled instanceof Pattern)) throw compiled;
	const matches = compiled.matches(on);
	const found: string[] = [];
	for (let match = matches.next(); match; match = matches.next()) found.push(`${match[0]}-${match[1]}`);
	return found;
}

it('where .NET and JavaScript agree, patterns find the same as those of JavaScript', () => {
	fc.assert(
		fc.property(pattern, subject, ({ text }, on) => {
			let found: string[];
			try {
				found = spans(text, on);
			} catch (error) {
				if (error instanceof StepLimit) return;
				throw error;
			}
			// Only now: what is too much for us may never end in JavaScript.
			const wanted = [...on.matchAll(new RegExp(text, 'g'))].map(
				(match) => `${match.index}-${match.index + match[0].length}`
			);
			expect(found, `${text} on ${on}`).toEqual(wanted);
		}),
		{ seed: 20250730, numRuns: 1000 }
	);
}, 30_000);
