import { describe, expect, it } from 'vitest';
import type { RehearsalTold } from './rehearsing';
import { Pretended } from './testing/pretend';

/** A company in which a wrong mapping has run, with the cycle that did it; `tick` as the clock of `Pretended`. */
async function wronged(size: number, tick?: number) {
	const page = new Pretended(undefined, tick);
	await page.ask('open', { create: { options: { apps: ['byoa'], size } } });
	await page.do('job.setScope', { app: 'byoa', mode: 'all' });
	await page.do('job.start', { app: 'byoa' });
	await page.ask('step', { unit: 'cycle' });
	const { tables } = page.engine.session!.world;
	const attributes = tables.configs
		.get(0)!
		.users.attributes.map((row) =>
			row.target === 'title' ? { ...row, source: { type: 'Constant', value: 'TEMP' } } : row
		);
	await page.do('job.saveMapping', { app: 'byoa', attributes });
	await page.ask('step', { unit: 'cycle' });
	const question = { app: 'byoa', cycle: tables.cyclesByJob.get(0).at(-1)!, restart: true };
	return { page, question };
}

describe('a rollback that is rehearsed in the worker', () => {
	it('says what the next cycle would overwrite, and leaves the session alone', async () => {
		const { page, question } = await wronged(25);
		const before = await page.ask('query', { name: 'fingerprint' });
		const told = (await page.ask('runRehearsal', { run: 1, question })) as RehearsalTold;
		expect(told).toMatchObject({ refused: null, cycle: { kind: 'Initial cycle' }, stay: 0 });
		expect(told!.again).toBe(told!.of);
		expect(told!.overwritten[0]).toMatchObject({ attribute: 'title', after: 'TEMP' });
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
	});

	it('lets other questions in from the copy on, tells how far it is, and can be given up', async () => {
		// A clock that runs fast, so that there are many turns.
		const { page, question } = await wronged(500, 1);
		const told = () => page.pushes.flatMap((push) => (push.push === 'rehearsal' ? [push] : []));
		const running = page.ask('runRehearsal', { run: 4, question });
		let isOver = false;
		void running.finally(() => (isOver = true));
		const until = async (holds: () => boolean) => {
			while (!holds() && !isOver) await new Promise((resolve) => setTimeout(resolve));
		};
		await until(() => told().length > 0);
		expect(told()).toEqual([{ push: 'rehearsal', run: 4, looked: 0, of: 0 }]);
		expect(await page.ask('query', { name: 'fingerprint' })).toMatch(/^[0-9a-f]{8}$/);
		await until(() => told().at(-1)!.looked > 0);
		expect(told().at(-1)).toMatchObject({ of: 501 });
		expect(isOver).toBe(false);
		await page.ask('cancel', { run: 4 });
		expect(await running).toBeNull();
		expect(page.engine.runs.size).toBe(0);
	});

	it('refuses a question that is none', async () => {
		const { page } = await wronged(25);
		expect(await page.send('runRehearsal', { run: 1, question: { app: 'byoa' } })).toMatchObject({ ok: false });
		expect(page.engine.runs.size).toBe(0);
	});
});
