import { describe, expect, it } from 'vitest';
import type { Timeline } from '#lib/views/stage/timeline';
import { createWorld } from '#lib/world';
import { FactMirror } from './fact-mirror';
import { Pretended } from './testing/pretend';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 2, 2, 8);

async function opened() {
	const page = new Pretended();
	await page.ask('open', { create: { options: { apps: ['byoa'] } } });
	return page;
}

async function assigned() {
	const page = await opened();
	await page.do('assign', { app: 'byoa', kind: 'user', who: [2, 7, 24] });
	await page.do('job.start', { app: 'byoa' });
	return page;
}

/** Waits until time stands. */
async function standing(page: Pretended): Promise<void> {
	while (page.engine.session!.runner.busy) await page.ask('visible', { visible: true });
	await page.ask('visible', { visible: true });
}

describe('the engine', () => {
	it.each(['msw', 'direct'])('plays through the %s door to what the world gives headless', async (door) => {
		const page = await assigned();
		await page.ask('setDoor', { door });
		await page.ask('play', { pace: hour, to: start + 3 * hour });
		await standing(page);
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ to: start + 3 * hour });
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(world.fingerprint());
		expect(page.status).toMatchObject({ live: true, playing: false, counters: { links: 2 } });
	});

	it.each(['msw', 'direct'])(
		'plays a company that HR feeds through the %s door, where no application answers',
		async (door) => {
			const page = new Pretended();
			await page.ask('open', { create: { options: { preset: 'hybrid-hr', apps: ['byoa'] } } });
			await page.ask('setDoor', { door });
			await page.ask('play', { pace: hour, to: start + 2 * hour });
			await standing(page);
			const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
			world.advance({ to: start + 2 * hour });
			expect(await page.ask('query', { name: 'fingerprint' })).toBe(world.fingerprint());
			expect(page.status.counters.links).toBeGreaterThan(20);
		}
	);

	it('gives a step over a cycle the same facts, with requests that nobody watches sent directly', async () => {
		const page = await assigned();
		for (let n = 0; n < 4; n++) await page.ask('step', { unit: 'cycle' });
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } });
		world.do({ verb: 'job.start', args: { app: 'byoa' } });
		world.advance({ cycles: 4 });
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(world.fingerprint());
	});

	it('has said how things stand when it answers what has changed them', async () => {
		const page = await assigned();
		expect(page.status).toMatchObject({ playing: false, counters: { commands: 2 } });
		await page.ask('play', { pace: hour });
		expect(page.status.playing).toBe(true);
		await page.ask('pause');
		expect(page.status.playing).toBe(false);
		await page.ask('step', { unit: 'cycle' });
		const { clock } = page.engine.session!.world;
		expect(page.status).toMatchObject({ playing: false, clock });
	});

	it('answers a wrong message with what is wrong with it', async () => {
		const page = await opened();
		expect(await page.send('play', { pace: -1 })).toMatchObject({ ok: false, error: expect.stringContaining('pace') });
		expect(await page.send('fly')).toMatchObject({ ok: false, error: 'There is no request "fly".' });
		expect(await page.send('query', { name: 'nobody' })).toMatchObject({ ok: false });
		page.engine.receive('hello');
		page.engine.receive({ n: 'x' });
		expect(await page.ask('query', { name: 'fingerprint' })).toMatch(/^[0-9a-f]{8}$/);
	});

	it('runs at a pace, stops where it is told to, and says why', async () => {
		const page = await assigned();
		await page.ask('setStops', { stops: ['cycle'] });
		await page.ask('play', { pace: hour });
		await standing(page);
		expect(page.status).toMatchObject({ playing: false, stopped: { why: 'cycle' } });
		expect(page.status.clock).toBeLessThan(start + 30 * minute);
		await page.ask('setStops', { stops: [] });
		await page.ask('play', { pace: null, to: start + 10 * hour });
		await standing(page);
		expect(page.status).toMatchObject({ clock: start + 10 * hour, stopped: { why: 'reached' } });
	});

	it('stops as fast as possible once no row was written for longer than anything is waited for', async () => {
		const page = await assigned();
		await page.ask('play', { pace: null, to: start + 2 * hour });
		await standing(page);
		await page.do('user.softDelete', { user: 2 });
		await page.ask('play', { pace: null });
		await standing(page);
		expect(page.status).toMatchObject({ stopped: { why: 'quiet' } });
		// C-227: the deletion of day 30 was carried over before, and is the last that was written.
		const days = (page.status.clock - start) / (24 * hour);
		expect(days).toBeGreaterThan(75);
		expect(days).toBeLessThan(77);
	});

	it('steps to the end of a first cycle that takes longer than a day', async () => {
		const page = new Pretended();
		await page.ask('open', { create: { options: { apps: ['byoa'], size: 20_000 } } });
		await page.do('job.setScope', { app: 'byoa', mode: 'all' });
		await page.do('job.start', { app: 'byoa' });
		await page.ask('step', { unit: 'cycle' });
		expect(page.status.clock).toBeGreaterThan(start + 25 * hour);
		expect(page.status).toMatchObject({ playing: false, stopped: null });
		const [cycle] = page.engine.session!.world.tables.cycles.all();
		expect(cycle).toMatchObject({ kind: 'initial', state: 'Succeeded' });
	});

	it('does not step towards a cycle where no job is on, though other things go on, and says so', async () => {
		const page = new Pretended();
		await page.ask('open', { create: { options: { preset: 'hybrid', apps: ['byoa'] } } });
		const { world } = page.engine.session!;
		for (const unit of ['cycle', 'page', 'object'])
			expect(await page.ask('step', { unit })).toMatchObject({
				shown: world.checkpoint().seq,
				moot: expect.stringContaining('No job is on')
			});
		expect(world.clock).toBe(start);
		expect(await page.ask('step', { unit: 'day' })).not.toHaveProperty('moot');
		expect(world.clock).toBe(start + 24 * hour);
		await page.do('job.start', { app: 'byoa' });
		expect(await page.ask('step', { unit: 'cycle' })).not.toHaveProperty('moot');
	});

	it('waits for a cycle that comes days later', async () => {
		const page = new Pretended();
		await page.ask('open', { create: { options: { apps: ['byoa'], cycleMinutes: 5_000 } } });
		await page.do('job.start', { app: 'byoa' });
		for (let n = 0; n < 2; n++) await page.ask('step', { unit: 'cycle' });
		const { runner, world } = page.engine.session!;
		expect(runner.stopped).toBe(null);
		expect(world.tables.cycles.next).toBe(2);
		expect(world.clock - start).toBeGreaterThan(80 * hour);
	});

	it('steps from fact to fact: the unit happens at once, and is shown bit by bit, both ways', async () => {
		const page = await assigned();
		await page.ask('step', { unit: 'object' });
		const { seq, shown } = page.engine.session!.status();
		expect(shown).toBeLessThanOrEqual(seq);
		await page.ask('step', { unit: 'fact' });
		expect(page.engine.session!.status().shown).toBe(shown + 1);
		await page.ask('step', { unit: 'fact', direction: -1 });
		await page.ask('step', { unit: 'fact', direction: -1 });
		expect(page.engine.session!.status().shown).toBe(shown - 1);
		const facts = await page.ask<unknown[]>('query', { name: 'facts' });
		expect(facts).toHaveLength(shown - 1);
		const timeline = await page.ask<{ until: number }>('query', { name: 'timeline' });
		expect(timeline.until).toBe(shown - 1);
	});

	it('steps by objects from command to command too, both ways, and by cycles past them', async () => {
		const page = await assigned();
		await page.ask('step', { unit: 'cycle' });
		const ended = page.status.shown;
		await page.do('user.block', { user: 2 });
		const first = page.status.shown;
		await page.do('user.block', { user: 7 });
		const second = page.status.shown;
		const stepped = async (unit: string, direction: 1 | -1) => {
			await page.ask('step', { unit, direction });
			return page.engine.session!.status().shown;
		};
		expect([await stepped('object', -1), await stepped('object', -1)]).toEqual([first, ended]);
		expect([await stepped('object', 1), await stepped('object', 1)]).toEqual([first, second]);
		expect(await stepped('cycle', -1)).toBe(ended);
	});

	it('shows after a step by cycles all that its end brought, a quarantine and its lifting, and steps back from there', async () => {
		const page = await assigned();
		const session = page.engine.session!;
		const quarantines = async () => {
			const { quarantines: all } = await page.ask<Timeline>('query', { name: 'timeline' });
			return all.filter(({ kind }) => kind === undefined);
		};
		await page.ask('step', { unit: 'cycle' });
		const first = session.status().shown;
		await page.do('job.setCredential', { app: 'byoa', state: 'bad' });
		await page.ask('step', { unit: 'cycle' });
		expect(await quarantines()).toMatchObject([{ to: null }]);
		await page.do('job.setCredential', { app: 'byoa', state: 'ok' });
		await page.ask('step', { unit: 'cycle' });
		expect(await quarantines()).toMatchObject([{ to: session.world.clock }]);
		expect(session.status().shown).toBe(session.status().seq);
		await page.ask('step', { unit: 'cycle', direction: -1 });
		expect(await quarantines()).toMatchObject([{ to: null }]);
		await page.ask('step', { unit: 'cycle', direction: -1 });
		expect(session.status().shown).toBe(first);
		await page.ask('step', { unit: 'cycle' });
		expect(await quarantines()).toMatchObject([{ to: null }]);
	});

	it.each(['object', 'cycle', 'fact'])(
		'steps back by %s to what happened last, not past it, where time went on since',
		async (unit) => {
			const page = await assigned();
			const session = page.engine.session!;
			await page.ask('step', { unit: 'cycle' });
			await page.ask('step', { unit: 'cycle' });
			const { clock } = session.world;
			await page.ask('play', { pace: hour, to: clock + 10 * 60_000 });
			await standing(page);
			await page.ask('step', { unit, direction: -1 });
			expect(session.world.clock).toBe(clock);
			await page.ask('step', { unit, direction: -1 });
			expect(session.status().shown).toBeLessThan(session.status().end.seq);
			expect(session.world.clock).toBeLessThanOrEqual(clock);
		}
	);

	it('names the command that undo would take back, so that an older offer is withdrawn', async () => {
		const page = await assigned();
		const last = () => page.engine.session!.status().lastCommand;
		const before = last();
		const done = await page.ask('do', { verb: 'user.block', args: { user: 3 } });
		expect(done).toMatchObject({ ok: true, seq: last() });
		expect(last()).not.toBe(before);
		await page.ask('undo');
		expect(last()).toBe(before);
	});

	it('undoes the last command with all that followed, and does it again', async () => {
		const page = await assigned();
		await page.ask('step', { unit: 'cycle' });
		const end = await page.ask('query', { name: 'fingerprint' });
		expect(page.status.undo).toContain('provisioning');
		expect(await page.ask('undo')).toContain('provisioning');
		expect(page.engine.session!.status()).toMatchObject({
			live: true,
			redo: true,
			counters: { links: 0, commands: 1 }
		});
		await page.ask('undo');
		expect(page.engine.session!.status().counters.commands).toBe(0);
		expect(await page.ask('redo')).toBe(true);
		expect(await page.ask('redo')).toBe(true);
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(end);
		expect(page.engine.session!.status().branches).toHaveLength(1);
	});

	it('keeps what was left when somebody acts in the past', async () => {
		const page = await assigned();
		await page.ask('step', { unit: 'cycle' });
		const end = await page.ask('query', { name: 'fingerprint' });
		await page.ask('seek', { to: { seq: 3 } });
		expect(await page.send('play', { pace: null })).toMatchObject({ ok: false });
		await page.do('user.edit', { user: 3, attribute: 'department', value: 'Harbour' });
		const { branches } = page.engine.session!.status();
		expect(branches).toHaveLength(2);
		await page.ask('activate', { branch: 0 });
		expect(await page.ask('query', { name: 'fingerprint' })).toBe(end);
	});

	it('goes on in memory where the browser stores nothing, says so, and gives the session out', async () => {
		const page = await assigned();
		await page.ask('step', { unit: 'cycle' });
		expect(page.status.persistence).toEqual({ state: 'memory', message: 'Nothing is stored here.' });
		expect(await page.send('sessions')).toMatchObject({ ok: false, error: 'Nothing is stored here.' });
		const print = await page.ask('query', { name: 'fingerprint' });
		const file = await page.ask<string>('exportSession');
		const other = await opened();
		expect(await other.ask('importSession', { text: file })).toMatchObject({ differs: null });
		expect(await other.ask('query', { name: 'fingerprint' })).toBe(print);
		const link = await page.ask<string>('encodeLink');
		expect(await other.ask('openLink', { link })).toMatchObject({ differs: null });
		expect(await other.send('openLink', { link: 'p1:*' })).toMatchObject({ ok: false });
		expect(await other.ask('query', { name: 'fingerprint' })).toBe(print);
	});

	it('stands before a request that no door takes, and can go on from there', async () => {
		const page = await assigned();
		const { runner, world } = page.engine.session!;
		await page.ask('step', { unit: 'cycle' });
		await page.ask('step', { unit: 'object' });
		const before = world.fingerprint();
		const broken = Object.defineProperty(runner, 'through', {
			configurable: true,
			get: () => () => {
				throw new Error('the line is dead');
			}
		});
		await page.ask('step', { unit: 'cycle' });
		expect(page.engine.session!.status().stopped).toMatchObject({ why: 'door' });
		expect(world.facts().length).toBe(world.checkpoint().seq);
		delete (broken as { through?: unknown }).through;
		expect(world.fingerprint()).toBe(before);
		await page.ask('step', { unit: 'cycle' });
		const straight = createWorld({ apps: ['byoa'] });
		straight.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } });
		straight.do({ verb: 'job.start', args: { app: 'byoa' } });
		straight.advance({ cycles: 2 });
		expect(world.fingerprint()).toBe(straight.fingerprint());
	});

	it('sends the facts of the live branch as blocks, and again where another branch differs', async () => {
		const page = await assigned();
		await page.ask('step', { unit: 'cycle' });
		await page.ask('watchFacts', { from: 0 });
		await page.ask('step', { unit: 'cycle' });
		const mirror = new FactMirror();
		const take = () => {
			for (const push of page.pushes.splice(0)) if (push.push === 'facts') mirror.take(push);
			const { world } = page.engine.session!;
			expect(mirror.count).toBe(world.facts().length);
			const kinds = mirror.blocks.flatMap(({ block }) => [...block.kind]);
			expect(kinds).toEqual([...world.sim.ledger.facts.kind.slice(0, mirror.count)]);
			const { texts } = world.sim.ledger;
			expect(mirror.texts).toEqual(['', ...texts.since(1)]);
		};
		await page.ask('visible', { visible: true });
		take();
		await page.ask('undo');
		await page.ask('visible', { visible: true });
		take();
	});

	it('answers a request from outside with the bytes of the application, and a write is a command', async () => {
		const page = await opened();
		const headers = { authorization: 'Bearer tok-byoa', 'content-type': 'application/scim+json' };
		const body = JSON.stringify({
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			userName: 'ada@contoso.com'
		});
		const ask = { app: 'byoa', method: 'POST', path: '/Users', headers, body };
		const answer = await page.ask<{ status: number; body: string }>('answer', ask);
		expect(answer.status).toBe(201);
		expect(await page.ask('answer', ask)).toMatchObject({ status: 409 });
		const { id } = JSON.parse(answer.body) as { id: string };
		const read = await page.ask('answer', { app: 'byoa', method: 'GET', path: `/Users/${id}`, headers });
		expect(read).toMatchObject({ status: 200, body: answer.body });
		expect(page.engine.session!.status().counters.commands).toBe(1);
		const wrong = { ...ask, headers: { ...headers, authorization: 'Bearer nobody' } };
		expect(await page.ask('answer', wrong)).toMatchObject({ status: 401 });
	});
});
