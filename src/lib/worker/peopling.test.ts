import { describe, expect, it } from 'vitest';
import { Pretended } from './testing/pretend';

const count = 3000;
const lines = Array.from({ length: count }, (_, index) => `u${index}@x.org,U${index},${index % 2 ? 'Odd' : 'Even'}`);
const list = { text: ['userPrincipalName,displayName,groups', ...lines].join('\n'), name: 'users.csv' };
const choice = { groups: true, app: 'byoa' };

async function opened(): Promise<Pretended> {
	const page = new Pretended(undefined, 20);
	await page.ask('open', { create: { options: { apps: ['byoa'] } } });
	return page;
}

const people = async (page: Pretended) =>
	(await page.ask<{ of: number }>('query', { name: 'users', args: { count: 1 } })).of;
const told = (page: Pretended) => page.pushes.flatMap((push) => (push.push === 'people' ? [push] : []));

describe('a list of people that is taken turn by turn', () => {
	it('tells how far it is, and is one step for undo with the assignment', async () => {
		const page = await opened();
		const before = await people(page);
		expect(await page.ask('takePeople', { run: 1, ...list, ...choice })).toMatchObject({ ok: true, commands: 2 });
		const done = told(page).map((progress) => progress.done);
		expect(done.length).toBeGreaterThan(3);
		expect(done).toEqual(done.toSorted((a, b) => a - b));
		expect(told(page).at(-1)).toMatchObject({ run: 1, of: count + 2 });
		expect(await people(page)).toBe(before + count);
	});

	it('leaves nobody behind when it is stopped in the middle, and the same list can be taken again', async () => {
		const page = await opened();
		const before = await page.ask('query', { name: 'fingerprint' });
		const taking = page.ask('takePeople', { run: 1, ...list, ...choice });
		while (told(page).length < 3) await page.engine.place.macrotask();
		await page.ask('cancel', { run: 1 });
		expect(await taking).toBeNull();
		expect(told(page).at(-1)!.done).toBeLessThan(count);
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
		expect(await page.ask('takePeople', { run: 2, ...list, ...choice })).toMatchObject({ ok: true });
	});

	it('lets nobody see half of it: what is asked meanwhile is answered when it is whole', async () => {
		const page = await opened();
		const before = await people(page);
		const taking = page.ask('takePeople', { run: 1, ...list, ...choice });
		while (told(page).length < 2) await page.engine.place.macrotask();
		const asked = people(page);
		await taking;
		expect(await asked).toBe(before + count);
	});
});
