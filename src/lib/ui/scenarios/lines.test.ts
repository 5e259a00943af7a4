import { expect, it } from 'vitest';
import { linesAt, nextMoment } from './lines';

const line = (number: number, at: number | null, state: 'done' | 'passed' | 'failed') => ({
	line: number,
	at,
	state,
	told: state === 'failed' ? ['why'] : []
});
const lines = [line(2, 10, 'done'), line(3, 30, 'failed'), line(4, 20, 'passed'), line(5, null, 'failed')];

it('a line is known once its moment has passed, and tells what was different only then', () => {
	expect(linesAt(lines, 9).map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open']);
	expect(linesAt(lines, 20).map(({ state }) => state)).toEqual(['done', 'open', 'passed', 'open']);
	expect(linesAt(lines, 30)[1]).toEqual(lines[1]);
	expect(linesAt(lines, 20)[1]!.told).toEqual([]);
});

it('the next line and the one before are found by their moments, not by their places', () => {
	expect(nextMoment(lines, 10, 1)).toBe(20);
	expect(nextMoment(lines, 20, 1)).toBe(30);
	expect(nextMoment(lines, 30, 1)).toBeNull();
	expect(nextMoment(lines, 30, -1)).toBe(20);
	expect(nextMoment(lines, 10, -1)).toBeNull();
});
