import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorld, Recording, type World } from '#lib/world';
import { boundariesOf } from '#lib/world/testing/boundaries';
import { Database, emptyPlace } from './database';
import { Keeper } from './keeper';
import { restore } from './restore';
import { SessionStore } from './store';

const open: Database[] = [];
function fresh(): SessionStore {
	const db = new Database(`test ${open.length} ${performance.now()}`);
	open.push(db);
	return new SessionStore(db);
}

afterEach(async () => {
	vi.restoreAllMocks();
	for (const db of open.splice(0)) {
		db.close();
		await Dexie.delete(db.name);
	}
});

const place = { here: null, shown: null, pace: null, stops: [] };
const options = { apps: ['byoa'] };

function busy(size = 25): World {
	const world = createWorld({ ...options, size });
	world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	return world;
}

async function kept(world: World, store = fresh()) {
	await store.create({ id: 's', name: 'S', options: world.options, created: 1, used: 1, owner: 'me' });
	return { store, keeper: new Keeper(store, 's', 'me', world) };
}

describe('a session in IndexedDB', () => {
	it('is kept by Dexie without live queries, as in the build (scripts/lean.mjs)', () => {
		expect('liveQuery' in Dexie).toBe(false);
		expect('equalsIgnoreCase' in fresh().db.sessions.where('used')).toBe(false);
	});

	it('comes back at any boundary, and running on gives the same facts', async () => {
		const straight = busy();
		straight.advance({ cycles: 3 });
		const end = straight.clock;
		for (const stop of [4, 9, 17, 30, 44]) {
			const world = busy();
			const { store, keeper } = await kept(world);
			world.advance({
				until: ({ sim }) => {
					if (sim.ledger.boundaries.length % 5 === 0) keeper.flush(place);
					return sim.ledger.boundaries.length >= stop;
				}
			});
			await keeper.flush(place);
			const { world: again } = restore((await store.load('s'))!);
			expect(again.fingerprint()).toBe(world.fingerprint());
			again.advance({ to: end });
			expect(again.fingerprint()).toBe(straight.fingerprint());
			expect(again.facts()).toEqual(straight.facts());
		}
	});

	it('comes back where the person stood, with a clock that moved while nothing happened', async () => {
		const world = createWorld(options);
		const { store, keeper } = await kept(world);
		world.advance({ by: 60_000 });
		await keeper.flush({ ...place, pace: 1000 });
		world.advance({ by: 60_000 });
		await keeper.flush({ ...place, here: 0 });
		const loaded = (await store.load('s'))!;
		expect(loaded.session.records).toBe(1);
		const { world: again, stored } = restore(loaded);
		expect(again.live).toBe(false);
		again.back();
		expect(again.clock).toBe(world.clock);
		const further = new Keeper(store, 's', 'me', again, stored);
		again.do({ verb: 'user.edit', args: { user: 3, attribute: 'department', value: 'Harbour' } });
		await further.flush(place);
		const { world: third } = restore((await store.load('s'))!);
		expect(boundariesOf(third)).toEqual(boundariesOf(again));
	});

	it('knows every word again after a refusal, though the clock moved on and nothing happened', async () => {
		const world = createWorld(options);
		const { store, keeper } = await kept(world);
		const flush = () => keeper.flush(place);
		await flush();
		expect(world.do({ verb: 'unassign', args: { app: 'byoa', kind: 'user', who: [3] } }).ok).toBe(false);
		for (let minute = 0; minute < 3; minute++) {
			world.advance({ by: 60_000 });
			await flush();
		}
		world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [7] } });
		await flush();
		const { world: again } = restore((await store.load('s'))!);
		expect(again.facts()).toEqual(world.facts());
		expect(again.fingerprint()).toBe(world.fingerprint());
	});

	it('puts the rows of a large piece into chunks of 500, and branches with their tails come back', async () => {
		const world = busy(500);
		const { store, keeper } = await kept(world);
		world.advance({ cycles: 1 });
		await keeper.flush(place);
		world.seek({ index: 100 });
		world.fork(undefined, 'what if');
		world.advance({ cycles: 1 });
		await keeper.flush(place);
		expect(await store.db.chunks.count()).toBeGreaterThan(3);
		const { world: again } = restore((await store.load('s'))!);
		expect(again.fingerprint()).toBe(world.fingerprint());
		for (const one of [world, again]) one.branches.activate(0);
		expect(again.fingerprint()).toBe(world.fingerprint());
		await store.remove('s');
		expect(await store.db.chunks.count()).toBe(0);
	});

	it('hands a large company over a few chunks at a time, so that the engine answers meanwhile', async () => {
		let waiting = 0;
		let most = 0;
		const { add } = IDBObjectStore.prototype;
		vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
			const request = add.apply(this, given);
			request.addEventListener('success', () => waiting--);
			most = Math.max(most, ++waiting);
			return request;
		});
		const { store, keeper } = await kept(createWorld({ ...options, size: 10_000 }));
		await keeper.flush(place);
		expect(await store.db.chunks.count()).toBeGreaterThan(40);
		expect(most).toBeLessThanOrEqual(8);
	});

	it('that was watched for hours keeps few records, and is the same', async () => {
		const world = busy(500);
		const { store, keeper } = await kept(world);
		for (let flush = 0; flush < 150; flush++) {
			world.advance({ by: 20_000 });
			if (flush === 80) world.branches.rename(0, 'renamed');
			await keeper.flush({ ...place, pace: flush });
			if (flush < 100) world.do({ verb: 'user.edit', args: { user: 3, attribute: 'jobTitle', value: `${flush}` } });
		}
		const loaded = (await store.load('s'))!;
		expect(await store.db.journal.count()).toBeLessThan(66);
		expect(loaded.session.records).toBeLessThan(66);
		const { world: again } = restore(loaded);
		expect(again.fingerprint()).toBe(world.fingerprint());
		expect(boundariesOf(again)).toEqual(boundariesOf(world));
		expect(again.branches.current.name).toBe('renamed');
	});

	it('is whole when its flush is done, though another one was under way when it was asked for', async () => {
		const world = createWorld(options);
		const { store, keeper } = await kept(world);
		const edit = (value: string) => world.do({ verb: 'user.edit', args: { user: 3, attribute: 'jobTitle', value } });
		edit('Cook');
		void keeper.flush(place);
		edit('Baker');
		const second = keeper.flush(place);
		edit('Brewer');
		await keeper.flush(place);
		await second;
		expect(restore((await store.load('s'))!).world.fingerprint()).toBe(world.fingerprint());
	});

	it('is written by nobody else once another tab owns it', async () => {
		const world = createWorld(options);
		const { store, keeper } = await kept(world);
		await store.own('s', 'somebody else', 2);
		await keeper.flush(place);
		expect(keeper.state).toBe('dispossessed');
		expect(await store.db.journal.count()).toBe(0);
	});

	it('goes on in memory when the browser stores nothing more, and says so', async () => {
		const world = createWorld(options);
		const { store, keeper } = await kept(world);
		store.db.close({ disableAutoOpen: true });
		await keeper.flush(place);
		expect(keeper).toMatchObject({ state: 'memory', message: expect.stringContaining('continues in memory') });
		keeper.flush(place);
		expect(world.advance({ by: 1000 })).toBeUndefined();
	});
});

it('what version 1 of the database kept is brought up to date', async () => {
	const world = busy();
	const { db } = fresh();
	const old = new Dexie(db.name);
	old.version(1).stores({ sessions: 'id, used', journal: '[session+n]', settings: 'key' });
	const recording = new Recording(world);
	await old.table('sessions').add({ id: 's', name: 'S', options, created: 1, used: 1, records: 1 });
	await old.table('journal').add({ session: 's', n: 0, entries: recording.take() });
	old.close();
	const store = new SessionStore(db);
	const loaded = (await store.load('s'))!;
	expect(loaded.session).toMatchObject({ place: emptyPlace, owner: '' });
	expect(restore(loaded).world.fingerprint()).toBe(world.fingerprint());
});
