import { describe, expect, it } from 'vitest';
import type { LinkRow } from '#lib/engine/job/records';
import { createWorld, type Command, type World } from './index';
import { accountTypeKey } from './tables/accounts';

const command = (verb: string, args: object) => ({ verb, args: { app: 'byoa', ...args } }) as Command;

/** Large enough that a way through its first cycle is a leap: more than ten thousand changes of one table's rows. */
function company(): World {
	const world = createWorld({ apps: ['byoa'], size: 6000 });
	world.do(command('job.setScope', { mode: 'all' }));
	world.do(command('job.start', {}));
	world.advance({ cycles: 1 });
	return world;
}

/** What the look-ups say, against the rows themselves. */
function disagreements({ tables, sim }: World): string[] {
	const wrong: string[] = [];
	const links = [...tables.links.all()];
	const here = (row: LinkRow) => !row.gone && row.kind === 'user';
	for (const row of links.filter(here))
		if (sim.host.link(row.job, 'user', row.source) !== row) wrong.push(`link of ${row.source}`);
	if (sim.host.linkCount(0) !== links.filter(({ gone }) => !gone).length) wrong.push('links of the job');
	const accounts = [...tables.accounts.all()];
	for (const { slot, resource } of accounts)
		if (tables.accountIndexes.slotOf(0, resource.id) !== slot) wrong.push(`account ${resource.id}`);
	const users = accounts.filter(({ resource }) => resource.type === 'User').length;
	if (tables.accountsByType.count(accountTypeKey(0, 'User')) !== users) wrong.push('users');
	return wrong;
}

describe('a leap through time', () => {
	it('leaves every look-up as it would be on foot', () => {
		const world = company();
		const { boundaries } = world.sim.ledger;
		for (const part of [1, 0.4, 0.9, 0, 0.5, 1]) {
			world.seek({ index: Math.max(1, Math.floor((boundaries.length - 1) * part)) });
			expect(disagreements(world), `at ${part}`).toEqual([]);
		}
	});

	it('passes an account that came and went without a trace in the look-ups', () => {
		const world = createWorld({ apps: ['byoa'] });
		const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'guest' });
		world.do(command('app.request', { method: 'POST', path: '/Users', body, what: 'Make' }));
		const { id } = world.tables.accounts.get(0)!.resource;
		world.do(command('app.request', { method: 'DELETE', path: `/Users/${id}`, what: 'Delete' }));
		world.do(command('job.setScope', { mode: 'all' }));
		world.do(command('job.start', {}));
		world.advance({ by: 60 * 86_400_000 });
		const found = () => world.tables.accountIndexes.of(0).index.find('userName', 'guest');
		world.seek({ index: 1 });
		expect(found()).toEqual([]);
		world.back();
		expect(found()).toEqual([]);
		expect(disagreements(world)).toEqual([]);
	});

	it('to the past, a branch there and the way back come to what a straight run comes to', () => {
		const straight = company();
		straight.advance({ cycles: 1 });
		const world = company();
		world.seek({ index: 100 });
		world.fork(undefined, 'early');
		world.advance({ cycles: 1 });
		world.branches.activate(0);
		world.advance({ cycles: 1 });
		expect(world.fingerprint()).toBe(straight.fingerprint());
		expect(disagreements(world)).toEqual([]);
	});
});
