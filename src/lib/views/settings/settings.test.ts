import { describe, expect, it } from 'vitest';
import { send } from '../graph/testing.fixture';
import { views } from '../index';
import { must, running } from '../testing.fixture';

const day = 24 * 3_600_000;

function free() {
	const world = running();
	must(world, 'world.set', { edition: 'Free' });
	return world;
}

describe('the licence of the tenant', () => {
	it('C-072: in a free tenant groups cannot be assigned, people can', () => {
		const world = free();
		const group = world.do({ verb: 'assign', args: { app: 'byoa', kind: 'group', who: [0] } });
		expect(group).toMatchObject({
			message: expect.stringContaining('Groups are not available for assignment') as string
		});
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [10] });
		must(world, 'world.set', { edition: 'P1' });
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [0] });
	});

	it('C-528: the log of a free tenant is closed, in the portal and in Graph', () => {
		const world = free();
		expect(views.logs(world, {}).isOpen).toBe(false);
		expect(send(world, 'GET', '/v1.0/auditLogs/provisioning').status).toBe(403);
		expect(views.logs(running(), {}).isOpen).toBe(true);
	});

	it('C-475, C-527: a free tenant keeps its logs for seven days, another for thirty', () => {
		const rowsAfter = (edition: 'Free' | 'P2', days: number) => {
			const world = running();
			must(world, 'world.set', { edition });
			must(world, 'job.stop', { app: 'byoa' });
			world.advance({ by: days * day });
			return [views.logs(world, {}).total > 0, views.audit(world, {}).total > 0];
		};
		expect(rowsAfter('Free', 6)).toEqual([true, true]);
		expect(rowsAfter('Free', 8)).toEqual([false, false]);
		expect(rowsAfter('P2', 8)).toEqual([true, true]);
		expect(rowsAfter('P2', 31)).toEqual([false, false]);
		const world = running();
		world.advance({ by: 31 * day });
		const { of, older, keptDays } = views.audit(world, {});
		expect([of, older > 0, keptDays]).toEqual([0, true, 30]);
	});
});

describe('the settings of the simulation', () => {
	it('are told as they are set, and those of human resources only where there are some', () => {
		const world = running();
		must(world, 'world.set', { replicationMs: 0, cycleMinutes: 20, staleLink: 'invalidAnchor', thresholdScale: 0.001 });
		expect(views.settings(world, {})).toEqual({
			edition: 'P2',
			replicationMs: 0,
			cycleMinutes: 20,
			staleLink: 'invalidAnchor',
			thresholdScale: 0.001,
			dailyDates: null
		});
	});
});
