import { describe, expect, it, vi } from 'vitest';
import type { Command } from '#lib/world';
import type { World } from '#lib/world/world';

// Other tests have taken parts. Nothing here takes a door before the last test does: all parts are missing.
vi.resetModules();
const { Missing, Part } = await import('#lib/parts/part');
const { createWorld } = await import('#lib/world/world');
const { drive } = await import('./drive');
const { firstWorld } = await import('./first-company');
const { whole } = await import('./whole');

const hour = 3_600_000;
const commands = [
	{ verb: 'user.edit', args: { user: 3, attribute: 'department', value: 'Legal' } },
	{ verb: 'app.add', args: { app: 'slack' } },
	{ verb: 'job.restart', args: { app: 'byoa' } }
] as unknown as Command[];

async function lived(world: World): Promise<string> {
	for (const command of commands) {
		const to = world.clock + hour;
		await whole(() => drive(world, { to }, world.direct, () => false));
		expect(await whole(() => world.do(command))).toMatchObject({ ok: true });
	}
	return world.fingerprint();
}

describe('a world whose parts come when they are needed', () => {
	it('is asked again once the part that was missing is there', async () => {
		const part = new Part(() => Promise.resolve({ answer: 42 }));
		expect(() => part.here).toThrow(Missing);
		expect(await whole(() => part.here.answer)).toBe(42);
		expect(part.here.answer).toBe(42);
	});

	it('lets any other failure through', async () => {
		await expect(whole(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	});

	it('takes back an event that breaks off, so that it can happen again', async () => {
		const world = await firstWorld();
		const before = world.checkpoint();
		expect(() => world.advance({ by: hour })).toThrow(Missing);
		expect(world.checkpoint()).toEqual(before);
		expect(world.clock).toBe(before.at);
	});

	it('comes to the same, fact by fact, as one that has had them all from the beginning', async () => {
		const options = { preset: 'hybrid-hr', size: 25, apps: ['byoa', 'timecard'], brownfield: true } as const;
		const first = await lived(await firstWorld());
		const hybrid = await whole(() => createWorld(options));
		const later = (await import('#lib/world')).createWorld(options);
		expect(hybrid.fingerprint()).toBe(later.fingerprint());
		expect(await lived(await firstWorld())).toBe(first);
	});
});
