import { describe, expect, it } from 'vitest';
import type { PreviewTold } from './previewing';
import { Pretended } from './testing/pretend';

const everybody = { verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } };
const unassigned = { app: 'byoa', kind: 'user', who: [7] };

async function provisioned() {
	const page = new Pretended();
	await page.ask('open', { create: { options: { apps: ['byoa'] } } });
	await page.do('assign', { app: 'byoa', kind: 'user', who: [2, 7] });
	await page.do('job.start', { app: 'byoa' });
	// C-066: the first cycle begins before the assignments are seen.
	await page.ask('step', { unit: 'cycle' });
	await page.ask('step', { unit: 'cycle' });
	return page;
}

describe('a change that is tried in the worker', () => {
	it('says what the next cycle would do, and leaves the session alone', async () => {
		const page = await provisioned();
		await page.do('unassign', unassigned);
		const before = await page.ask('query', { name: 'fingerprint' });
		const told = (await page.ask('runPreview', { run: 1, app: 'byoa', commands: [] })) as PreviewTold;
		expect(told).toMatchObject({ refused: null, cycle: { kind: 'incremental' }, counts: { disable: 1 } });
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
	});

	it('can be given up', async () => {
		const page = await provisioned();
		const running = page.ask('runPreview', { run: 4, app: 'byoa', commands: [everybody] });
		await page.ask('cancel', { run: 4 });
		expect(await running).toBeNull();
		expect(page.engine.runs.size).toBe(0);
	});

	it('refuses commands that change no configuration', async () => {
		const page = await provisioned();
		const commands = [{ verb: 'user.purge', args: { user: 2 } }];
		expect(await page.send('runPreview', { run: 1, app: 'byoa', commands })).toMatchObject({ ok: false });
	});
});
