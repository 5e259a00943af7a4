import { describe, expect, it } from 'vitest';
import { everyPlace, placesOfApp } from './sub-places';
import { matching } from './palette-matches';

const pages = import.meta.glob<string>('/src/routes/**/+page.svelte', {
	query: '?raw',
	import: 'default',
	eager: true
});
const below = (path: string) => path.replace('/src/routes', '').replace(/\/\+page\.svelte$/, '') || '/';
const placeOf = (href: string) => href.slice(href.indexOf('#') + 1).split('?')[0]!;

/** The titles that a page gives itself: as a text, or the texts of which one is chosen. */
function titlesOf(source: string): string[] {
	const [, title = ''] = /<(?:Place|RecycleBin)\s[^<]*?title=(.*?)\s+(?:here|bin)=/s.exec(source) ?? [];
	return title.startsWith('"') ? [title.slice(1, -1)] : [...title.matchAll(/'([^']+)'/g)].map(([, text]) => text!);
}

describe('the command palette', () => {
	const addresses = Object.keys(pages).map(below);

	it.each(addresses.filter((path) => !path.includes('[')))('finds %s by the title of its page', (path) => {
		const titles = titlesOf(pages[`/src/routes${path === '/' ? '' : path}/+page.svelte`]!);
		for (const title of path === '/' ? ['Home'] : titles) {
			const found = matching(everyPlace(), title).map(({ href }) => placeOf(href ?? ''));
			expect(found, `“${title}” finds no ${path}`).toContain(path);
		}
		expect(path === '/' || titles.length > 0).toBe(true);
	});

	it('finds every page of an application by its name, but none that leads nowhere', () => {
		const slack = { key: 'slack', name: 'Slack', mode: 'Automatic' } as Parameters<typeof placesOfApp>[0];
		const own = addresses.filter((path) => path.startsWith('/apps/[key]'));
		const found = matching(placesOfApp(slack), 'slack').map(({ href }) => placeOf(href ?? ''));
		expect(found).toEqual(expect.arrayContaining(own.map((path) => path.replace('[key]', 'slack'))));
		expect(new Set([...found, ...everyPlace().map(({ href }) => placeOf(href ?? ''))]).size).toBe(
			addresses.filter((path) => !path.includes('[')).length + own.length
		);
	});

	it('puts who is called so before what is found by another name', () => {
		expect(matching(everyPlace(), 'pilot planner')[0]?.label).toBe('Pilot planner');
		expect(matching(everyPlace(), 'own script')[0]?.label).toBe('Own script');
		expect(matching(everyPlace(), 'import people')[0]?.label).toBe('Bulk create');
		expect(matching(everyPlace(), 'settings')[0]?.label).toBe('Settings');
		expect(matching(everyPlace(), 'no such place')).toEqual([]);
	});
});
