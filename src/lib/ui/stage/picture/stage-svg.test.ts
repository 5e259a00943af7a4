import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { views } from '#lib/views';
import { inOrder } from '#lib/views/stage/joined';
import { followed, layout, scaleFor } from '#lib/views/timeline';
import { palettes } from './palette';
import { stageSvg } from './stage-svg';
import { escaped } from './svg';

const company = createWorld({ preset: 'hybrid-hr', apps: ['byoa', 'slack', 'wd-wb'] });
company.do({ verb: 'assign', args: { app: 'slack', kind: 'user', who: [2, 7] } });
company.do({ verb: 'job.start', args: { app: 'slack' } });
company.advance({ by: 3 * 3_600_000 });

function picture(theme: 'light' | 'dark', title = 'Contoso & <Söhne>, main') {
	const data = inOrder(views.timeline(company, {}));
	const scene = layout({
		data,
		scale: scaleFor({ data, clock: company.clock, now: null }, 1),
		view: followed(1, company.clock, 1200),
		width: 1200,
		clock: company.clock,
		now: null,
		here: null,
		selected: null,
		thread: [],
		laneHeight: 28,
		axisHeight: 28,
		quietUnfolded: true,
		phone: false,
		measure: (text) => text.length * 6.5
	});
	const { flights, ...map } = views.map(company, { flight: 3_600_000 });
	const timeline = { scene, events: data.events, names: 144, flag: '11:00:00' };
	return stageSvg({ title, moment: 'Mon 2 Mar 2026, 11:00:00 UTC', map, flights, timeline, colours: palettes[theme] });
}

/** A reader of XML that knows elements, attributes and entities, and complains of all else. */
function elements(text: string): string[] {
	const open: string[] = [];
	const seen: string[] = [];
	const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
	let at = 0;
	for (const found of body.matchAll(
		/<(\/?)([A-Za-z]+)((?: [\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/g
	)) {
		const between = body.slice(at, found.index);
		expect(between).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
		at = found.index + found[0].length;
		const [, isEnd, name, attributes, isEmpty] = found;
		if (isEnd) expect(open.pop()).toBe(name);
		else {
			const names = [...attributes!.matchAll(/ ([\w:-]+)=/g)].map((one) => one[1]);
			expect(new Set(names).size, found[0]).toBe(names.length);
			seen.push(name!);
			if (!isEmpty) open.push(name!);
		}
	}
	expect(body.slice(at).trim()).toBe('');
	expect(open).toEqual([]);
	return seen;
}

describe.each(['light', 'dark'] as const)('the stage as a %s picture', (theme) => {
	it('is well-formed', () => {
		const names = elements(picture(theme).text);
		expect(names[0]).toBe('svg');
		expect(new Set(names)).toEqual(new Set(['svg', 'title', 'rect', 'text', 'g', 'path', 'line', 'clipPath']));
	});

	it('refers to nothing outside of it and runs nothing', () => {
		const { text } = picture(theme);
		expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
			/https?:|data:|href|<script|<style|<image|\son\w+=/i
		);
		expect([...text.matchAll(/url\(([^)]*)\)/g)].map((found) => found[1])).toEqual(['#plot']);
	});

	it('names the systems, the lanes and the commands', () => {
		const { text } = picture(theme);
		const all = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
		for (const word of [
			'Active Directory',
			'Workday',
			'Entra ID',
			'Provisioning service',
			'Slack',
			'You',
			'Connect sync'
		])
			expect(all).toContain(word);
		expect(all).toContain('Contoso &amp; &lt;Söhne&gt;, main');
		expect(text).not.toMatch(/NaN|undefined|Infinity/);
	});

	it('has numbers only where a number belongs, and its own colours', () => {
		const { text, width, height } = picture(theme);
		expect(text).toContain(`viewBox="0 0 ${width} ${height}"`);
		expect(text).not.toContain('var(--');
		expect(text).toContain(palettes[theme].accent);
	});
});

describe('a picture', () => {
	it('has the colours of the stylesheet', () => {
		const css = readFileSync(new URL('../../../../app.css', import.meta.url), 'utf8');
		const tokens = (start: string) => {
			const from = css.indexOf(start);
			const body = css.slice(from, css.indexOf('}', from));
			return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#\w+);/g)].map((found) => [found[1]!, found[2]!]));
		};
		const light = tokens(':root {');
		const dark = tokens(":root:where([data-theme='dark']) {");
		expect(palettes.light).toEqual(Object.fromEntries(Object.keys(palettes.light).map((name) => [name, light[name]])));
		expect(palettes.dark).toEqual(Object.fromEntries(Object.keys(palettes.dark).map((name) => [name, dark[name]])));
	});

	it('takes every name as text', () => {
		expect(escaped('<script>"a" & b\u0001</script>')).toBe('&lt;script&gt;&quot;a&quot; &amp; b &lt;/script&gt;');
		expect(picture('light', '</text><script>alert(1)</script>').text).not.toContain('<script>');
	});
});
