import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { finish } from '#lib/tenant/sample/steps';
import { copyOf } from './copy';
import { standingOf } from './standing';

const hour = 3_600_000;

function company(): World {
	const world = createWorld({ apps: ['byoa'] });
	world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ by: hour });
	return world;
}
const named = (world: World, value: string) =>
	world.do({ verb: 'user.edit', args: { user: 7, attribute: 'department', value } });

describe('the company as it stands, in one word', () => {
	it('is the same in a copy and in a company to which the same was done', () => {
		const world = company();
		expect(standingOf(finish(copyOf(world)))).toBe(standingOf(world));
		expect(standingOf(company())).toBe(standingOf(world));
	});

	it('is another one after a command, and after what happens by itself, and the old one after undo', () => {
		const world = company();
		const before = standingOf(world);
		const { here } = world.sim.ledger;
		named(world, 'Harbour');
		const after = standingOf(world);
		expect(after).not.toBe(before);
		world.seek({ index: here });
		world.branches.undo('the edit');
		expect(standingOf(world)).toBe(before);
		world.advance({ by: hour });
		expect([before, after]).not.toContain(standingOf(world));
	});

	it('tells two commands apart that write as much', () => {
		const [one, other] = [company(), company()];
		named(one, 'Harbour');
		named(other, 'Sailing');
		expect(one.sim.ledger.now.op).toBe(other.sim.ledger.now.op);
		expect(standingOf(one)).not.toBe(standingOf(other));
	});
});
