import { describe, expect, it } from 'vitest';
import { piecesOf, placeWords } from './rule-marks';

const text = 'user.city -eq "x" -or user.city -eq "y"';

describe('the marks in a rule', () => {
	it('cuts out what is wrong, and nothing else counts then', () => {
		expect(piecesOf(text, { at: 0, end: 9 }, [{ at: 22, end: 31 }])).toEqual([
			{ text: 'user.city', tone: 'error' },
			{ text: text.slice(9), tone: 'plain' }
		]);
	});

	it('marks the place after the end where something is missing', () => {
		expect(piecesOf('user.city', { at: 9, end: 9 }, []).at(-1)).toEqual({ text: ' ', tone: 'error' });
		expect(piecesOf('ab', { at: 7, end: 9 }, []).at(-1)).toEqual({ text: ' ', tone: 'error' });
	});

	it('keeps the whole text when hints lie in one another', () => {
		const pieces = piecesOf(text, null, [
			{ at: 22, end: 31 },
			{ at: 0, end: text.length }
		]);
		expect(pieces).toEqual([{ text, tone: 'hint' }]);
		expect(piecesOf(text, null, []).map((piece) => piece.text)).toEqual([text]);
	});

	it('tells a place by line and column', () => {
		expect(placeWords('ab', 1)).toBe('column 2');
		expect(placeWords('ab\ncd', 4)).toBe('line 2, column 2');
	});
});
