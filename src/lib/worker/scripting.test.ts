import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { rebuild, sharedOf } from '#lib/session';
import type { Recorded } from '#lib/world/script';
import type { OpenedScenario, ScriptProgress, ScriptReport } from './scripting';
import { Pretended } from './testing/pretend';

const block =
	'world cloud-only\ndo 08:12 assign(byoa, 7 8)\ndo 08:20 start(byoa)\n=> 08:20 byoa initial: create 2 [7 8]';
const text = [block, block, block].join('\n\n');

async function opened(): Promise<Pretended> {
	const page = new Pretended();
	await page.ask('open', { create: { options: { apps: ['byoa'] } } });
	return page;
}

const progress = (page: Pretended) =>
	page.pushes.filter(({ push }) => push === 'script') as unknown as ScriptProgress[];

describe('scripts in the worker', () => {
	it('run in worlds of their own: the open session stays as it is, and every block is told of', async () => {
		const page = await opened();
		const before = await page.ask('query', { name: 'fingerprint' });
		const report = await page.ask<ScriptReport>('runScript', { run: 7, text });
		expect(report).toMatchObject({ passed: true, cancelled: false, of: 3, unread: null });
		expect(report.blocks.map(({ line, facts }) => [line, facts > 10])).toEqual([
			[1, true],
			[6, true],
			[11, true]
		]);
		expect(progress(page).map(({ run, of, blocks }) => [run, of, blocks.length])).toEqual([
			[7, 3, 0],
			[7, 3, 1],
			[7, 3, 2]
		]);
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(before);
	});

	it('answer others between two blocks, and stop there when cancelled', async () => {
		const page = await opened();
		const running = page.ask<ScriptReport>('runScript', { run: 1, text });
		while (progress(page).length < 2) {
			await page.ask('query', { name: 'fingerprint' });
			await page.engine.place.macrotask();
		}
		await page.ask('cancel', { run: 1 });
		const report = await running;
		expect(report).toMatchObject({ passed: false, cancelled: true, of: 3 });
		expect(report.blocks.length).toBeLessThan(3);
	});

	it('go on while time runs in the open session', async () => {
		const page = await opened();
		await page.ask('play', { pace: null });
		expect(await page.ask('runScript', { run: 1, text })).toMatchObject({ passed: true });
		await page.ask('pause');
		expect(page.engine.runs.size).toBe(0);
	});

	it('tell of each line how it went, and of a failed one why', async () => {
		const page = await opened();
		const changed = `${block.replace('create 2 [7 8]', 'create 3 [7 8 9]')}\n?? end app(byoa).accounts = 2`;
		const { blocks, passed } = await page.ask<ScriptReport>('runScript', { run: 1, text: changed });
		expect(passed).toBe(false);
		expect(blocks[0]!.lines.map(({ line, state }) => [line, state])).toEqual([
			[2, 'done'],
			[3, 'done'],
			[4, 'failed'],
			[5, 'passed']
		]);
		expect(blocks[0]!.lines[2]!.told[0]).toMatch(
			/^08:20 byoa initial: expected create 3 \[7 8 9\], saw create 2 \[7 8\]/
		);
	});

	it('say where a text is no script', async () => {
		const page = await opened();
		const broken = `${block}\n\nworld moon`;
		expect(await page.ask('runScript', { run: 1, text: 'hello' })).toMatchObject({
			unread: { line: 1, column: 1 },
			of: 0
		});
		expect(await page.ask('runScript', { run: 2, text: broken })).toMatchObject({ passed: false, unread: { line: 6 } });
		expect(await page.ask('checkScript', { text: broken })).toMatchObject([{ line: 6, column: 1 }]);
		expect(await page.send('openScript', { name: 'x', text: broken, block: 1 })).toMatchObject({
			ok: false,
			error: expect.stringMatching(/^Line 6, column 1: There is no preset moon/)
		});
	});

	it('tell the names that one may be written with', async () => {
		const page = await opened();
		const { actions, expressions } = await page.ask<Record<string, string[]>>('scriptWords');
		expect([actions!.includes('assign'), expressions!.includes('app')]).toEqual([true, true]);
	});

	it('become a session with everything that happened, which can be walked back through', async () => {
		const page = await opened();
		const { text, title } = scenarios.find(({ id }) => id === 'S-32')!;
		await page.ask('openScript', { name: title, text, block: 0 });
		await page.ask('visible', { visible: true });
		expect(page.status).toMatchObject({ session: { name: title }, live: true });
		const journal = await page.ask<{ verb: string }[]>('query', { name: 'journal' });
		expect(journal.map(({ verb }) => verb).slice(0, 3)).toEqual(['assign', 'job.start', 'unassign']);
		await page.ask('seek', { to: { at: page.status.start } });
		await page.ask('visible', { visible: true });
		expect(page.status.clock).toBe(page.status.start);
	});
});

describe('a session made of a scenario', () => {
	const small = scenarios.filter(
		({ blocks }) => blocks.length > 0 && !blocks.some(({ script }) => /size=\d+k/.test(script))
	);

	it.each(small.map(({ id, text }) => [id, text] as const))(
		'%s comes to the same again from its commands',
		async (_, text) => {
			const { afterBlock } = await import('./script-turns');
			const { differs } = rebuild(sharedOf(afterBlock(text, 0).world, 'x'));
			expect(differs).toBeNull();
		},
		30_000
	);
});

describe('a scenario that became a session', () => {
	it('keeps its lines with the moments at which they are known', async () => {
		const page = await opened();
		expect(await page.ask('scenario')).toBeNull();
		const text = `${block}\n?? 08:22 app(byoa).active = 3`;
		await page.ask('openScript', { name: 'x', text, block: 0 });
		const { report, commands, ...rest } = (await page.ask<OpenedScenario>('scenario'))!;
		expect(rest).toEqual({ text, block: 0 });
		expect(commands!.map(({ verb }) => verb)).toEqual(['assign', 'job.start']);
		const start = Date.UTC(2026, 2, 2, 8);
		const minutes = report.lines.map(({ line, at, state }) => [line, Math.floor((at! - start) / 60_000), state]);
		expect(minutes).toEqual([
			[2, 12, 'done'],
			[3, 20, 'done'],
			[4, 20, 'passed'],
			[5, 22, 'failed']
		]);
	});

	it('is recorded as a script again, from any moment of it', async () => {
		const page = await opened();
		await page.ask('openScript', { name: 'x', text: block, block: 0 });
		await page.ask('seek', { to: { at: Date.UTC(2026, 2, 2, 8, 15) } });
		const { text: recorded, untold } = await page.ask<Recorded>('recordScript');
		expect([recorded, untold]).toEqual([`${block}; refFail 2 [7 8]`, []]);
		expect(page.status.clock).toBe(Date.UTC(2026, 2, 2, 8, 12));
	});
});
