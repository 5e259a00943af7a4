import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessons, type Piece } from '../../src/lib/content/lessons';

const routes = readdirSync(join(import.meta.dirname, '../../src/routes'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('+page.svelte'))
	.map((name) => `/${name.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`.replace(/\/\([^)]*\)/g, ''))
	.map((route) => new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`));
const links = (pieces: readonly Piece[]) => pieces.flatMap(({ to }) => to ?? []);

describe('the places that lessons name', () => {
	it.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s leads to places that are there', (_, lesson) => {
		const { steps, task, place } = lesson;
		const prose = steps.flatMap((step) => [...step.prose, ...step.after]).flatMap(({ pieces }) => links(pieces));
		const all = [place, ...prose, ...links(task.hint), ...links(task.more)];
		const missing = all.filter((to) => !routes.some((route) => route.test(to.split('?')[0]!)));
		expect(missing).toEqual([]);
	});

	it('each bigger hint leads to where the task is done, for the navigation is not there', () => {
		expect(lessons.filter(({ task }) => links(task.more).length === 0).map(({ id }) => id)).toEqual([]);
	});
});
