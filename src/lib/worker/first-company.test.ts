import { describe, expect, it } from 'vitest';
import '#lib/world';
import { firstWorld } from './first-company';

describe('the first visit', () => {
	it('opens a company whose first cycle is about to run, and six people become accounts in it', async () => {
		const world = await firstWorld();
		expect(world.tables.jobs.get(0)!.schedule).toBe('Active');
		expect([...world.tables.accounts.all()]).toEqual([]);
		world.advance({ by: 5 * 60_000 });
		expect([...world.tables.accounts.all()].length).toBe(6);
	});
});
