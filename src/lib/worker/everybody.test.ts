import { describe, expect, it } from 'vitest';
import type { ViewData } from '#lib/views';
import { Pretended } from './testing/pretend';

const question = { app: 'byoa', object: 'users', target: 'displayName', text: 'ToUpper([displayName])' } as const;
type Everybody = ViewData<'expressionForAll'>;

async function opened(size: number) {
	// A clock that runs fast, so that there are many turns.
	const page = new Pretended(undefined, 1);
	await page.ask('open', { create: { options: { apps: ['byoa'], size } } });
	const read = () => page.ask<Everybody>('query', { name: 'expressionForAll', args: { ...question, known: true } });
	return { page, read };
}

describe('one expression for everybody of a large company', () => {
	it('is worked out in turns that tell how far they are, and read afterwards', async () => {
		const { page, read } = await opened(3000);
		expect(await read()).toMatchObject({ isKnown: false, of: 0 });
		expect(await page.ask('runEverybody', { run: 1, question })).toBe(true);
		const told = page.pushes.filter(({ push }) => push === 'everybody');
		expect(told.length).toBeGreaterThan(2);
		expect(told.at(-1)).toMatchObject({ run: 1, of: 3001 });
		const { rows, ...counts } = await read();
		expect(counts).toMatchObject({ isKnown: true, of: 3001, errors: 0 });
		expect(rows[0]!.text).toBe(rows[0]!.name.toUpperCase());
	});

	it('can be given up', async () => {
		const { page, read } = await opened(3000);
		const running = page.ask('runEverybody', { run: 4, question });
		await page.ask('cancel', { run: 4 });
		expect(await running).toBe(false);
		expect(page.engine.runs.size).toBe(0);
		expect((await read()).isKnown).toBe(false);
	});

	it('is not known any more once somebody has changed the directory', async () => {
		const { page, read } = await opened(500);
		await page.ask('runEverybody', { run: 1, question });
		await page.do('user.block', { user: 3 });
		expect((await read()).isKnown).toBe(false);
	});
});
