import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import type { World } from '#lib/world';
import { must, running } from '../testing.fixture';
import { rehearsing } from './rehearse';
import { rollback, rollbackRepair, rollbackRequests } from './rollback';

const view = (world: World, app: string, choice: object = {}) => rollback(world, { app, count: 200, ...choice });

describe('values that no two accounts can have', () => {
	const named = (world: World) =>
		Object.fromEntries(
			[...world.tables.accounts.all()].map(({ resource: { data } }) => [data.displayName, data.userName])
		);
	const rename = (world: World, user: number, name: string) =>
		must(world, 'user.edit', { user, attribute: 'userPrincipalName', value: `${name}@contoso.com` });
	/** Priya gives her name up, and Zoë has it by the next cycle; then Priya may take Zoë's. */
	function renamed(isRing: boolean) {
		const world = running();
		const before = named(world);
		const { attributes } = world.tables.configs.get(world.tables.jobs.get(0)!.config)!.users;
		must(world, 'job.saveMapping', { app: 'byoa', attributes: attributes.slice(0, -1) as never });
		world.advance({ by: 3_600_000 });
		rename(world, 2, 'someone');
		rename(world, 7, 'priya.raman');
		world.advance({ by: 3_600_000 });
		if (isRing) rename(world, 2, 'zoe.muller');
		world.advance({ by: 3_600_000 });
		return { world, before };
	}

	it('S-218: are restored first where somebody else waits for them', () => {
		const { world, before } = renamed(false);
		expect(Object.values(named(world))).toEqual(['someone@contoso.com', 'priya.raman@contoso.com']);
		expect(finish(rehearsing(world, { app: 'byoa', version: 2, restart: false })).refused).toBeNull();
		const deed = rollbackRepair(world, { app: 'byoa', version: 2 })!;
		expect(world.do(deed.command)).toMatchObject({ ok: true });
		expect(named(world)).toEqual(before);
	});

	it('S-218: are exchanged with one account stepping aside, and the script says so', () => {
		const { world, before } = renamed(true);
		expect(Object.values(named(world))).toEqual(['zoe.muller@contoso.com', 'priya.raman@contoso.com']);
		const requests = rollbackRequests(world, { app: 'byoa', version: 2 });
		expect(requests).toContain(': 3 requests that restore');
		expect(requests).toContain('### Priya Raman: userName set aside to free its value');
		const deed = rollbackRepair(world, { app: 'byoa', version: 2 })!;
		expect(world.do(deed.command)).toMatchObject({ ok: true });
		expect(named(world)).toEqual(before);
		expect(view(world, 'byoa', { version: 2 }).found!.wrong).toBe(0);
	});

	it('S-218: come back too to an account that was deleted, whoever has its name by now', () => {
		const world = running();
		const before = named(world);
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(world, 'job.setScope', { app: 'byoa', mode: 'assigned' });
		world.advance({ by: 3_600_000 });
		must(world, 'user.softDelete', { user: 2 });
		must(world, 'user.purge', { user: 2 });
		world.advance({ by: 3_600_000 });
		rename(world, 7, 'priya.raman');
		world.advance({ by: 3_600_000 });
		expect(Object.values(named(world))).toEqual(['priya.raman@contoso.com']);
		const choice = { version: view(world, 'byoa').versions.length };
		const deed = rollbackRepair(world, { app: 'byoa', ...choice })!;
		expect(world.do(deed.command)).toMatchObject({ ok: true });
		expect(named(world)).toEqual(before);
		expect(view(world, 'byoa', choice).found!.wrong).toBe(0);
	});
});
