import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');

/** The custom properties of the rule that starts with these words. */
function tokensOf(start: string): Record<string, string> {
	const from = css.indexOf(start);
	expect(from, start).toBeGreaterThanOrEqual(0);
	const body = css.slice(css.indexOf('{', from + start.length - 1) + 1, css.indexOf('}', from));
	return Object.fromEntries(
		[...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1]!, found[2]!.trim()])
	);
}

const light = tokensOf(':root {');
const dark = tokensOf(":root:where([data-theme='dark']) {");
const bySystem = tokensOf(":root:where(:not([data-theme='light'])) {");
const paper = tokensOf(
	"@media print {\n\t:root,\n\t:root:where([data-theme='dark']),\n\t:root:where(:not([data-theme='light'])) {"
);
const forced = tokensOf('@media (forced-colors: active) {\n\t:root {');

function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
	const [x, y] = [luminance(a), luminance(b)];
	return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const SURFACES = ['page', 'panel', 'well', 'hover', 'select'];
const TEXT = ['ink', 'quiet', 'accent', 'success', 'warn-text', 'failure'];
const MARKS = ['edge', 'skip', 'warn', 'success', 'failure', 'accent', 'ink', 'quiet'];
const SOFT = { 'success-soft': 'success', 'warn-soft': 'warn-text', 'failure-soft': 'failure' };

describe.each([
	['light', light],
	['dark', dark],
	// Whatever look was chosen: what it does not name would come from there.
	['printed', paper]
])('the %s tokens', (_, tokens) => {
	const pair = (text: string, ground: string) => contrast(tokens[text]!, tokens[ground]!);

	it.each(TEXT)('write %s at 4.5 to 1 or more on every surface', (text) => {
		for (const surface of SURFACES) expect(pair(text, surface), surface).toBeGreaterThanOrEqual(4.5);
	});

	it.each(MARKS)('draw %s at 3 to 1 or more on every surface', (mark) => {
		for (const surface of SURFACES) expect(pair(mark, surface), surface).toBeGreaterThanOrEqual(3);
	});

	it('write ink, quiet and its own colour on a soft ground', () => {
		for (const [soft, own] of Object.entries(SOFT))
			for (const text of ['ink', 'quiet', own])
				expect(pair(text, soft), `${text} on ${soft}`).toBeGreaterThanOrEqual(4.5);
	});

	it('write on filled grounds: panel on success, failure, ink and quiet, on-accent on accent', () => {
		for (const ground of ['success', 'failure', 'ink', 'quiet'])
			expect(pair('panel', ground), ground).toBeGreaterThanOrEqual(4.5);
		expect(pair('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
	});
});

describe('the stylesheet', () => {
	it('has the same dark colours whether the system or the person chose dark', () => {
		expect(bySystem).toEqual(dark);
	});

	it('gives every colour of the light theme to the dark one and to forced colours', () => {
		const colours = Object.keys(light).filter((name) => light[name]!.startsWith('#') || name === 'shadow');
		expect(Object.keys(dark).toSorted()).toEqual(colours.toSorted());
		expect(Object.keys(forced).toSorted()).toEqual(colours.toSorted());
	});

	it('asks no other origin for anything', () => {
		expect(css).not.toMatch(/@import|url\(/);
	});
});
