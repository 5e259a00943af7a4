import { describe, expect, it } from 'vitest';
import type { ScimRequest } from '#lib/scim/types';
import { createWorld, type World, type WorldOptions } from '#lib/world';
import { passes } from './passes.fixture';
import { must, requestsOfCycle } from './played.fixture';

/** Every request of the first cycle. */
function sent(prepare: (world: World) => void, options: WorldOptions = {}, app = 'byoa'): ScimRequest[] {
	const world = createWorld({ apps: [app], ...options });
	prepare(world);
	world.advance({ by: 10 * 60_000 });
	must(world, 'job.start', { app });
	return requestsOfCycle(world);
}

describe('what is asked and what is sent', () => {
	it('C-110: the application compares names without regard to case', () =>
		passes(`world cloud-only
do 08:10 app.create(byoa, userName="ZOE.MULLER@contoso.com", title="Old")
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: update 1 [7]
?? 08:21 app(byoa).accounts = 1`));

	it('C-223: what else differs travels in the same request as the disable', () =>
		passes(`world cloud-only
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
do 08:30 edit(entra, 7, jobTitle, "A")
do 08:31 unassign(byoa, 7)
=> 09:00 byoa inc: disable 1 [7]
?? 09:01 app(byoa, 7).active = false
?? 09:01 app(byoa, 7).title = "A"`));

	it('C-238: somebody blocked from the beginning gets an account in the first cycle after the block is gone', () =>
		passes(`world cloud-only
do 08:10 block(7)
do 08:12 assign(byoa, 7)
do 08:20 start(byoa)
=> 08:20 byoa initial: skip 1 [7]
do 08:30 unblock(7)
=> 09:00 byoa inc: create 1 [7]`));

	/** How many members each request of a first cycle adds to a group. */
	function membersSent(name: string, app: string, options: WorldOptions = {}): number[] {
		const requests = sent(
			(world) => {
				const group = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === name)!;
				must(world, 'assign', { app, kind: 'group', who: [group.slot] });
			},
			{ groupMapping: true, ...options },
			app
		);
		const patches = requests.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/Groups/'));
		return patches.map(({ body }) => {
			const { Operations } = JSON.parse(body!) as { Operations: { path: string; value: unknown[] }[] };
			expect(Operations).toMatchObject([{ path: 'members' }]);
			return Operations[0]!.value.length;
		});
	}

	it('C-272: all new members of a group are in one request', () => {
		expect(membersSent('Sales-EMEA', 'byoa')).toEqual([3]);
		expect(membersSent('Pilot-W2-Sales', 'byoa', { size: 500 })).toEqual([123]);
	});

	it('A-206: a group of more than a hundred members comes in several requests', () => {
		expect(membersSent('Pilot-W2-Sales', 'aws', { size: 500 })).toEqual([100, 21]);
	});

	it('C-078, C-280: by default there is no scoping filter, and groups have a name, members and the object id', () => {
		const world = createWorld({ apps: ['byoa'], groupMapping: true });
		const { users, groups } = world.tables.configs.get(0)!;
		expect([users.filter, groups!.filter]).toEqual([null, null]);
		expect(groups!.attributes.map(({ target }) => target).sort()).toEqual(['displayName', 'externalId', 'members']);
	});

	it('C-286: before a manager is written the application is asked whether the user has that manager', () => {
		const requests = sent((world) => must(world, 'assign', { app: 'byoa', kind: 'user', who: [6, 7] }));
		const written = requests.findIndex(({ method, body }) => method === 'PATCH' && body!.includes('manager'));
		expect(written).toBeGreaterThan(0);
		const asked = requests[written - 1]!;
		expect(asked.method).toBe('GET');
		expect(decodeURIComponent(asked.path)).toMatch(/^\/Users\?filter=id eq "[^"]+" and manager eq "[^"]+"/);
	});
});
