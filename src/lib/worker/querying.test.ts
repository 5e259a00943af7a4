import { describe, expect, it } from 'vitest';
import type { ViewData } from '#lib/views';
import { Pretended } from './testing/pretend';

type Rollback = ViewData<'rollback'>;
type Comparison = NonNullable<ViewData<'branchComparison'>>;

/** A company whose first cycle is held to be wrong, with a clock that runs fast, so that there are many turns. */
async function provisioned(size = 300) {
	const page = new Pretended(undefined, 20);
	await page.ask('open', { create: { options: { apps: ['byoa'], size } } });
	await page.do('job.setScope', { app: 'byoa', mode: 'all' });
	await page.do('job.start', { app: 'byoa' });
	await page.ask('step', { unit: 'cycle' });
	const ask = <T>(name: string, args: object) => page.ask<T>('query', { name, args });
	return { page, ask, cycle: page.engine.session!.world.tables.cyclesByJob.get(0).at(-1)! };
}

/** What was answered, in its order. */
function inOrder() {
	const order: string[] = [];
	const told = (name: string) => () => void order.push(name);
	return { order, told };
}

describe('a view that takes long', () => {
	it('lets other questions in, and comes to what it comes to at once', async () => {
		const { ask, cycle } = await provisioned();
		const { order, told } = inOrder();
		const asked = ask<Rollback>('rollback', { app: 'byoa', cycle });
		const other = ask('rollbackApps', {});
		await Promise.all([asked.finally(told('long')), other.finally(told('short'))]);
		expect(order).toEqual(['short', 'long']);
		const { found } = await asked;
		expect(found!.operations).toBeGreaterThan(300);
		expect(await ask('rollback', { app: 'byoa', cycle })).toEqual(await asked);
	});

	it('begins again where somebody goes back meanwhile', async () => {
		const { page, ask, cycle } = await provisioned();
		const args = { app: 'byoa', cycle };
		await ask('rollback', args);
		let isOver = false;
		const asked = ask('rollback', { ...args, person: 7 }).finally(() => (isOver = true));
		await new Promise((resolve) => setTimeout(resolve));
		expect(isOver).toBe(false);
		await page.ask('seek', { to: { seq: Math.floor(page.engine.session!.runner.shown / 2) } });
		const half = await asked;
		// Another choice is folded, so that the next one begins anew.
		await ask('rollback', args);
		expect(half).toEqual(await ask('rollback', { ...args, person: 7 }));
	});

	it('is the comparison of two branches, of which a further page is there at once', async () => {
		const { page, ask } = await provisioned();
		await page.ask('seek', { to: { index: 3 } });
		await page.ask('fork', { name: 'other' });
		await page.do('job.saveFilter', {
			app: 'byoa',
			filter: { groups: [{ name: 'x', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }] }] }
		});
		const { order, told } = inOrder();
		const asked = ask<Comparison>('branchComparison', { a: 0, b: 1 });
		const other = ask('rollbackApps', {});
		await Promise.all([asked.finally(told('long')), other.finally(told('short'))]);
		expect(order).toEqual(['short', 'long']);
		const { total } = (await asked).differences;
		expect(total).toBeGreaterThan(250);
		const rest = await ask<Comparison>('branchComparison', { a: 0, b: 1, from: 50 });
		expect(rest.differences).toMatchObject({ total, from: 50 });
	});

	it('is refused as any other where its arguments are wrong, and ends with its session', async () => {
		const { page, ask, cycle } = await provisioned(25);
		expect(await page.send('query', { name: 'rollback', args: { app: 7 } })).toMatchObject({ ok: false });
		const left = page.send('query', { name: 'rollback', args: { app: 'byoa', cycle } });
		await page.ask('open', { create: { options: {} } });
		await expect(left).resolves.toMatchObject({ ok: false });
		expect(await ask('rollbackApps', {})).toEqual([]);
	});
});
