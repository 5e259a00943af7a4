import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { Pretended } from './testing/pretend';

const options = { size: 10_000, preset: 'hybrid-hr', apps: ['byoa'] } as const;

/** What was told of the company under this number. */
function told(page: Pretended, run: number) {
	return page.pushes.flatMap((push) => (push.push === 'making' && push.run === run ? [push] : []));
}

describe('a company that is made turn by turn', () => {
	it.each(['cloud-only', 'hybrid', 'hybrid-hr'] as const)(
		'of the preset %s ends with all of its people',
		async (preset) => {
			const page = new Pretended(undefined, 60);
			await page.ask('open', { create: { options: { size: 500, preset }, run: 3 } });
			expect(told(page, 3).at(-1)).toMatchObject({ people: 500, of: 500 });
		}
	);

	it('tells how many of its people are there, and is the one that is made at once', async () => {
		const page = new Pretended(undefined, 20);
		const answer = await page.ask<{ id: string }>('open', { create: { options, run: 1 } });
		expect(answer.id).toBe('one');
		const people = told(page, 1).map((progress) => progress.people);
		expect(people.length).toBeGreaterThan(5);
		expect(people).toEqual(people.toSorted((a, b) => a - b));
		expect(told(page, 1).at(-1)!.of).toBe(10_000);
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(createWorld(options).fingerprint());
		expect(page.status.session).toMatchObject({ id: 'one' });
	});

	it('can be stopped in the middle, and the session before it stays open', async () => {
		const page = new Pretended(undefined, 120);
		await page.ask('open', { create: { name: 'Before', options: { apps: ['byoa'] } } });
		const making = page.ask('open', { create: { options, run: 2 } });
		while (told(page, 2).length < 3) await page.engine.place.macrotask();
		await page.ask('cancel', { run: 2 });
		expect(await making).toEqual({ cancelled: true });
		expect(told(page, 2).at(-1)!.people).toBeLessThan(10_000);
		expect(page.status.session).toMatchObject({ name: 'Before' });
	});
});
