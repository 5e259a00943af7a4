import { describe, expect, it } from 'vitest';
import { decodeScript, encodeLink, encodeScript } from './link';
import type { Shared } from './shared';

describe('a link to a script', () => {
	it('carries the text and nothing else, whatever its letters', () => {
		const text = 'world cloud-only\ndo 08:12 edit(entra, 7, displayName, "Zoë Müller 日本")\n';
		expect(encodeScript(text)).toMatch(/^s1:[\w-]+$/);
		expect(decodeScript(` ${encodeScript(text)} `)).toBe(text);
	});

	it('is short where the script repeats itself, and refused where the text is too long', () => {
		const line = 'do 08:12 assign(byoa, 7 8)\n';
		expect(encodeScript(line.repeat(1000)).length).toBeLessThan(400);
		expect(() => encodeScript('x'.repeat(200_001))).toThrow('too long for a link: 200001 characters');
	});

	it('that a stranger sent says what is wrong with it, and a few bytes do not unpack to many', () => {
		expect(() => decodeScript('hello')).toThrow('This is not a link to a script');
		expect(() => decodeScript('s9:abc')).toThrow('"s9"');
		expect(() => decodeScript(encodeLink({} as Shared))).toThrow('"p1"');
		expect(() => decodeScript('s1:*')).toThrow('damaged');
		expect(() => decodeScript(encodeScript('a text that is long enough').slice(0, -8))).toThrow('damaged');
		const bomb = encodeLink('x'.repeat(4_000_000) as never).replace('p1:', 's1:');
		expect(bomb.length).toBeLessThan(10_000);
		expect(() => decodeScript(bomb)).toThrow('too large: more than 200000');
	});
});
