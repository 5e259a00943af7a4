import { afterEach, describe, expect, it, vi } from 'vitest';
import { flushSync } from 'svelte';
import { restore } from '#lib/session/restore';
import { SessionStore } from '#lib/session/store';
import { createWorld } from '#lib/world';
import { EngineClient } from './client.svelte';
import { keepWorld } from './open-session';

const clients: EngineClient[] = [];

async function started(session?: string): Promise<EngineClient> {
	const client = new EngineClient();
	clients.push(client);
	await client.start(session);
	return client;
}

const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { interval: 5, timeout: 30_000 });

afterEach(async () => {
	for (const client of clients.splice(0)) client.stop();
	flushSync();
});

async function straight() {
	const world = createWorld({ apps: ['byoa'] });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ cycles: 3 });
	return world.fingerprint();
}

async function assigned(name: string) {
	const client = await started();
	await client.create(name, { apps: ['byoa'] });
	await client.do('assign', { app: 'byoa', kind: 'user', who: [2, 7, 24] });
	await client.do('job.start', { app: 'byoa' });
	return client;
}

/** Writes on and on where sessions are kept, until it is released. */
async function holdStore(): Promise<() => void> {
	const opening = indexedDB.open('provlab');
	await new Promise((resolve) => (opening.onsuccess = resolve));
	const sessions = opening.result.transaction('sessions', 'readwrite').objectStore('sessions');
	let isHeld = true;
	await new Promise<void>((resolve) => {
		const hold = () => {
			resolve();
			if (isHeld) sessions.count().onsuccess = hold;
			else opening.result.close();
		};
		sessions.count().onsuccess = hold;
	});
	return () => (isHeld = false);
}

describe('the engine in its worker', () => {
	it.each(['msw', 'direct'] as const)(
		'comes to the same through the %s door as the world without a worker',
		async (door) => {
			const client = await assigned(`by ${door}`);
			await client.setDoor(door);
			for (let n = 0; n < 3; n++) await client.step('cycle');
			expect(await client.query('fingerprint')).toBe(await straight());
			await until(() => client.status?.persistence.state === 'stored' && client.status.counters.links === 2);
		}
	);

	it('goes on after a reload in the middle as if nothing had happened', async () => {
		const before = await assigned('reloaded');
		// The first cycle comes before the assignments are visible, so the second step ends inside the second cycle.
		await before.step('object');
		await before.step('object');
		const { id } = before.status!.session!;
		const shown = await before.query('fingerprint');
		await until(() => before.status!.persistence.state === 'stored');
		before.stop();
		const after = await started(id);
		expect(await after.query('fingerprint')).toBe(shown);
		for (let n = 0; n < 2; n++) await after.step('cycle');
		expect(await after.query('fingerprint')).toBe(await straight());
	});

	it('opens a new company again that was closed before it was stored', async () => {
		const before = await started();
		const { id } = await before.create('closed at once', { size: 10_000, apps: ['byoa'] });
		before.stop();
		const after = await started(id);
		await until(() => after.status?.session?.id === id);
		expect(await after.query('users', { count: 1 })).toMatchObject({ of: 10_001 });
	});

	it('stores a company in which something was done whole, before it is opened', async () => {
		const world = createWorld({ apps: ['byoa'] });
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } });
		const store = new SessionStore();
		const session = await keepWorld(
			{ store, owner: 'me', now: () => 0, today: () => 0, newId: () => crypto.randomUUID(), changed: () => {} },
			'lived in',
			world
		);
		expect(restore((await store.load(session.id))!).world.fingerprint()).toBe(world.fingerprint());
	});

	it('is started again from the last stored state when its worker crashes', async () => {
		let worker: Worker | undefined;
		const make = () =>
			(worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }));
		const client = new EngineClient(make);
		clients.push(client);
		await client.start();
		await client.create('crashing', { apps: ['byoa'] });
		await client.do('user.edit', { user: 3, attribute: 'department', value: 'Harbour' });
		const known = await client.query('fingerprint');
		await until(() => client.status!.persistence.state === 'stored');
		worker!.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
		const lost = client.query('fingerprint').catch((error: Error) => error.message);
		await until(() => client.trouble !== null && client.status?.session !== null);
		await lost;
		expect(client.trouble).toContain('out of memory');
		await until(() => client.status!.counters.commands === 1);
		expect(await client.query('fingerprint')).toBe(known);
	});

	it('answers while the store is busy with something large, though the list of sessions waits', async () => {
		const client = await started();
		await client.create('busy', {});
		await until(() => client.status?.persistence.state === 'stored');
		const release = await holdStore();
		const order: string[] = [];
		const list = client.sessions().then(() => order.push('sessions'));
		await client.query('counts', {}).then(() => order.push('counts'));
		release();
		await list;
		expect(order).toEqual(['counts', 'sessions']);
	});

	it('says that a command is done when it is stored, so that a reload at once finds it done', async () => {
		const before = await started();
		const { id } = await before.create('impatient', { apps: ['byoa'] });
		await until(() => before.status?.persistence.state === 'stored');
		const release = await holdStore();
		const order: string[] = [];
		const done = before
			.do('user.edit', { user: 3, attribute: 'department', value: 'Harbour' })
			.then(() => order.push('done'));
		await until(() => before.status!.counters.commands === 1);
		await before.query('counts', {}).then(() => order.push('counts'));
		release();
		await done;
		expect(order).toEqual(['counts', 'done']);
		before.stop();
		const after = await started(id);
		await until(() => after.status?.counters.commands === 1);
	});

	it('leaves a session to the tab that has it, until the person takes it over', async () => {
		const first = await assigned('contested');
		const { id } = first.status!.session!;
		const print = await first.query('fingerprint');
		await until(() => first.status!.persistence.state === 'stored');
		const second = await started(id);
		await until(() => second.status !== null);
		expect(second.status).toMatchObject({ elsewhere: true, session: { name: 'contested' } });
		await expect(second.do('job.stop', { app: 'byoa' })).rejects.toThrow('open in another tab');
		await second.open(id, true);
		expect(await second.query('fingerprint')).toBe(print);
		await until(() => first.status!.elsewhere);
		await expect(first.do('job.stop', { app: 'byoa' })).rejects.toThrow('open in another tab');
	});
});
