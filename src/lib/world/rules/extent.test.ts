import { describe, expect, it } from 'vitest';
import { definitionOf } from '#lib/apps';
import type { AttributeMapping } from '#lib/engine/mapping';
import { signInOf } from '../apps/sign-in';
import { createWorld, type Command, type World, type WorldOptions } from '../index';
import { passes } from './passes.fixture';

const minute = 60_000;

const act = (world: World, verb: string, args: object) => {
	const done = world.do({ verb, args } as unknown as Command);
	if (!done.ok) throw new Error(done.message);
};

/** The sample company after what somebody set, and a first cycle. */
function provisioned(app: string, options: WorldOptions, set: (world: World) => void): World {
	const world = createWorld({ apps: [app], ...options });
	set(world);
	world.advance({ by: 5 * minute });
	act(world, 'job.start', { app });
	world.advance({ cycles: 1 });
	return world;
}

const byoa = (set: (world: World) => void, options: WorldOptions = {}) => provisioned('byoa', options, set);
const took = (world: World, cycle: number) => {
	const { startedAt, endedAt } = world.tables.cycles.get(cycle)!;
	return endedAt! - startedAt;
};
const accounts = (world: World) => [...world.tables.accounts.all()].map(({ resource }) => resource);
const mappingsOf = (world: World) => world.sim.host.config(world.sim.host.job(0).config).users.attributes;

function map(world: World, ...rows: AttributeMapping[]): void {
	const kept = mappingsOf(world).filter(({ target }) => !rows.some((row) => row.target === target));
	act(world, 'job.saveMapping', { app: 'byoa', attributes: [...kept, ...rows] });
}

describe('what goes along and what does not', () => {
	it.each([2021, 2024])('C-070: nobody below a nested group comes along, in any generation', (era) =>
		passes(`world cloud-only era=${era}
do 08:12 assign(byoa, Sales-All)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [5 6]`)
	);

	it('C-077: where everybody is in scope nobody has a role, and an expression over roles gives nothing', () => {
		const roles: AttributeMapping = {
			target: 'roles[primary eq "True"].value',
			source: { type: 'Expression', expression: 'SingleAppRoleAssignment([appRoleAssignments])' }
		};
		const world = byoa((open) => {
			map(open, roles);
			act(open, 'assign', { app: 'byoa', kind: 'user', who: [7], role: 'User' });
			act(open, 'job.setScope', { app: 'byoa', mode: 'all' });
		});
		const named = accounts(world).filter(({ data }) => data.roles !== undefined);
		expect(accounts(world).length).toBeGreaterThan(20);
		expect(named.map(({ data }) => data.userName)).toEqual(['zoe.muller@contoso.com']);
	});

	it('C-091: no mapping can read a password or a device, and nothing but users and groups is provisioned', () => {
		const world = byoa((open) => act(open, 'job.setScope', { app: 'byoa', mode: 'all' }));
		const read = mappingsOf(world).map(({ source }) => JSON.stringify(source));
		expect(read.filter((text) => /password|device/i.test(text))).toEqual([]);
		const held = [...world.tables.users.all()].flatMap(({ attrs }) => Object.keys(attrs));
		expect(held.filter((name) => /password|device/i.test(name))).toEqual([]);
		expect(new Set(accounts(world).map(({ type }) => type))).toEqual(new Set(['User']));
		expect(world.do({ verb: 'assign', args: { app: 'byoa', kind: 'device', who: [0] } } as never).ok).toBe(false);
	});

	it('A-019: a gallery connector keeps to what others leave of the limit, and nobody fails', () => {
		const slack = (others: number) =>
			provisioned('slack', {}, (open) => {
				act(open, 'app.set', { app: 'slack', settings: { otherTraffic: others } });
				act(open, 'assign', { app: 'slack', kind: 'user', who: [2, 22, 23] });
			});
		expect(took(slack(179), 0)).toBeGreaterThanOrEqual(3 * minute);
		expect(took(slack(0), 0)).toBeLessThan(minute);
		expect([...slack(179).tables.escrows.all()]).toEqual([]);
	});

	it('C-224: a disable frees the licence in one application, and keeps somebody out of another', () => {
		const outOfScope = (app: string, role?: string) => {
			const world = provisioned(app, {}, (open) =>
				act(open, 'assign', { app, kind: 'user', who: [7], ...(role && { role }) })
			);
			const before = accounts(world)[0]!;
			const clause = { attribute: 'department', operator: 'EQUALS', value: 'Nowhere' };
			act(world, 'job.saveFilter', { app, filter: { groups: [{ clauses: [clause] }] } });
			world.advance({ by: 45 * minute });
			return { world, before, after: accounts(world)[0]! };
		};
		const zoom = outOfScope('zoom', 'Licensed');
		const { takesSeat } = definitionOf('zoom');
		expect([takesSeat!(zoom.before), takesSeat!(zoom.after)]).toEqual([true, false]);
		const own = outOfScope('byoa');
		const answer = (account: typeof own.after) => signInOf(own.world.sim, own.world.tables.apps.get(0)!, 7, account);
		expect([answer(own.before), answer(own.after)]).toEqual(['ok', 'account inactive in the app']);
	});
});

describe('what a cycle costs, and what fails in it', () => {
	it('C-136: what the initial cycle leaves, links and watermark, makes the next one short', () => {
		const world = byoa((open) => act(open, 'job.setScope', { app: 'byoa', mode: 'all' }));
		expect(world.sim.host.linkCount(0)).toBe(accounts(world).length);
		expect(world.sim.host.job(0).watermark).toBe(world.tables.cycles.get(0)!.startedAt);
		act(world, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Chief' });
		world.advance({ cycles: 1 });
		expect(world.tables.cycles.get(1)!.kind).toBe('incremental');
		expect(took(world, 1)).toBeLessThan(took(world, 0) / 10);
	});

	it('C-279: the same people in ten groups take longer than in one', () => {
		const grouped = (groups: number) => {
			const world = byoa((open) => {
				act(open, 'job.setGroupMapping', { app: 'byoa', enabled: true });
				for (let n = 0; n < groups; n++) {
					act(open, 'group.create', { name: `Crew ${n}` });
					const group = open.tables.groups.next - 1;
					act(open, 'group.add', { group, kind: 'user', who: [3, 4, 5, 6, 7] });
					act(open, 'assign', { app: 'byoa', kind: 'group', who: [group] });
				}
			});
			expect(accounts(world).filter(({ type }) => type === 'User')).toHaveLength(5);
			return took(world, 0);
		};
		expect(grouped(10)).toBeGreaterThan(grouped(1));
	});

	it('C-316: a required value that is empty, and a unique value used twice, fail their objects', () => {
		const world = byoa((open) => {
			map(
				open,
				{ target: 'userName', source: { type: 'Direct', attribute: 'department' } },
				{ target: 'externalId', source: { type: 'Direct', attribute: 'mailNickname' }, matchingPrecedence: 1 }
			);
			act(open, 'user.edit', { user: 7, attribute: 'department', value: null });
			act(open, 'assign', { app: 'byoa', kind: 'user', who: [5, 6, 7] });
		});
		const failed = [...world.tables.escrows.all()].map(({ source, code }) => [source, code]);
		expect(failed).toEqual([
			[6, 'EntryConflict'],
			[7, 'MandatoryFieldsMissing']
		]);
	});

	it('C-440: an application that takes twenty-five requests a second gets everything, a slower one refuses some', () => {
		const served = (rps: number) =>
			accounts(
				byoa(
					(open) => {
						act(open, 'app.set', { app: 'byoa', settings: { rps } });
						act(open, 'job.setScope', { app: 'byoa', mode: 'all' });
					},
					{ size: 110 }
				)
			).length;
		expect(served(25)).toBeGreaterThan(100);
		expect(served(10)).toBeLessThan(80);
	});
});
