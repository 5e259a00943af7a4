import { describe, expect, it } from 'vitest';
import { must, running } from '../testing.fixture';
import { views } from '../index';
import type { World } from '#lib/world';

function demanded(world: World, user: number) {
	must(world, 'job.onDemand', { app: 'byoa', object: user });
	const cycle = [...world.tables.cycles.all()].at(-1)!.slot;
	world.advance({ by: 60_000 });
	return views.onDemand(world, { cycle })!;
}

describe('provision on demand', () => {
	it('C-395, C-396, C-502: shows four steps, scope before match; the connection only when it failed', () => {
		const world = running();
		const { steps, result, running: runs } = demanded(world, 7);
		expect([result, runs]).toEqual(['Skipped', false]);
		expect(steps.map(({ title, status }) => [title, status])).toEqual([
			['Import user', 'Success'],
			['Determine if user is in scope', 'Success'],
			['Match user between source and target', 'Success'],
			['Perform action', 'Skipped']
		]);
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		expect(demanded(world, 7).steps.map(({ title, status }) => [title, status])).toEqual([
			['Test connection', 'Failure']
		]);
	});

	it('C-398, C-402: an unassigned user is skipped, and the scope step lists why', () => {
		const { steps, result } = demanded(running(), 5);
		expect(result).toBe('Skipped');
		expect(steps[1]).toMatchObject({ status: 'Skipped' });
		expect(steps[1]!.details).toEqual({
			'Active in source system': 'True',
			'Assigned to application': 'False',
			'Scope sync all': 'False',
			'User has required role': 'False',
			'Scoping filters': '{}'
		});
		expect(steps[2]!.status).toBe('Not run');
	});

	it('C-400: the action shows what was exported', () => {
		const world = running();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ by: 180_000 });
		const { exported, result, row } = demanded(world, 5);
		expect(result).toBe('Success');
		expect(exported.length).toBeGreaterThan(3);
		expect(row!.row.cycleNumber).toBe('');
		expect(views.onDemand(world, { cycle: 0 })).toBeNull();
	});
});
