import { describe, expect, it } from 'vitest';
import { linesAt, nextMoment, partsFrom } from './lines';

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

describe('a company of a script goes another way', () => {
	const did = (at: number, who: number) => ({ at, verb: 'assign', args: { app: 'slack', who } });
	const script = [did(10, 7), did(30, 8), did(30, 9)];
	const now = (clock: number, live = true) => ({ clock, live });

	it('not while its commands are those of the script, as far as its moment goes', () => {
		expect(partsFrom(script, script, now(40))).toBe(Infinity);
		expect(partsFrom(script, script.slice(0, 1), now(20, false))).toBe(Infinity);
		expect(partsFrom(script, script.slice(0, 2), now(30, false))).toBe(Infinity);
	});

	it('from a command on that was undone, whether time has gone on since or not', () => {
		expect(partsFrom(script, script.slice(0, 1), now(30))).toBe(30);
		expect(partsFrom(script, script.slice(0, 2), now(50))).toBe(30);
		expect(partsFrom(script, [did(10, 7), did(45, 3)], now(50))).toBe(30);
	});

	it('after a command of its own, which comes after what was known at that moment', () => {
		expect(partsFrom(script, [did(10, 7), did(20, 3)], now(20))).toBe(21);
		expect(partsFrom(script, [...script, did(60, 3)], now(60))).toBe(61);
	});

	it('and the lines from there on are open, and no step leads to them', () => {
		expect(linesAt(lines, 30, 20).map(({ state }) => state)).toEqual(['done', 'open', 'open', 'open']);
		expect(nextMoment(lines, 10, 1, 20)).toBeNull();
		expect(nextMoment(lines, 10, 1, 21)).toBe(20);
	});
});
