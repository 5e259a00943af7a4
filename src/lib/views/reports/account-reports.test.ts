import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { at, must, running } from '../testing.fixture';
import { views } from '../index';

/** A cycle in which one user fails, and the next, in which the failure is tried again. */
function failing() {
	const world = running({ era: 2017 });
	must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [3] });
	world.advance({ to: at('08:31') });
	return world;
}

describe('the reports of 2017', () => {
	it('C-473: what is done about an object is an import, a rule action and, only where something is written, an export', () => {
		const { rows, total } = views.accountReports(running({ era: 2017 }), { app: 'byoa' });
		expect(total).toBe(rows.length);
		const ofSeven = rows.filter(({ object }) => object.slot === 7).map(({ activity }) => activity);
		expect(ofSeven).toEqual(['Export', 'Synchronization rule action', 'Import', 'Import']);
		// The future hire is blocked: evaluated, and nothing is written.
		const ofHire = rows.filter(({ object }) => object.slot === 24).map(({ activity }) => activity);
		expect(ofHire).toEqual(['Synchronization rule action', 'Import']);
		expect(rows.every(({ reason }) => reason.length > 0)).toBe(true);
	});

	it('an operation that failed is an export with its reason, and the next try a process escrow', () => {
		const world = failing();
		const first = views.accountReports(world, { app: 'byoa', report: 'errors' });
		expect(first.rows.map(({ activity, target }) => [activity, target])).toContainEqual(['Export', 'Hannah Becker']);
		expect(first.rows.every(({ status }) => status === 'Failure')).toBe(true);
		world.advance({ to: at('09:01') });
		const { rows } = views.accountReports(world, { app: 'byoa', activity: 'Process escrow' });
		expect(rows.length).toBeGreaterThan(0);
		expect(views.accountReports(world, { app: 'byoa', search: 'hannah' }).total).toBeGreaterThan(3);
	});

	it('C-011: the summary has first and last run and the managed users and groups', () => {
		const world = failing();
		const { summary } = views.accountReports(world, { app: 'byoa' });
		expect(summary).toMatchObject({ users: 2, groups: 0, firstRun: at('08:20'), isInitialDone: true });
		expect(summary!.errors).toBeGreaterThan(0);
		expect(summary!.lastRun).toBeGreaterThan(at('08:30') - 1);
		expect(views.accountReports(createWorld({ apps: ['timecard'] }), { app: 'timecard' }).summary).toBeNull();
	});

	it('a past moment has the events that were known then', () => {
		const world = failing();
		const now = views.accountReports(world, { app: 'byoa' }).of;
		world.seek({ at: at('08:25') });
		expect(views.accountReports(world, { app: 'byoa' }).of).toBeLessThan(now);
	});
});
