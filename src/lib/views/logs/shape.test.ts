import { describe, expect, it } from 'vitest';
import { at, changed, must } from '../testing.fixture';
import { views } from '../index';

/** Rows of every kind: created, changed, disabled, refused, skipped, deleted. */
function rows() {
	const world = changed();
	must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [3] });
	must(world, 'user.softDelete', { user: 7 });
	world.advance({ to: at('09:45') });
	const { rows } = views.logs(world, { includeHidden: true, count: 500 });
	return rows.map(({ seq }) => views.logRow(world, { seq })!.graph);
}

describe('the shape of a row of the log', () => {
	it('C-480, C-483: its action and its status are among the documented values', () => {
		const actions = new Set(rows().map(({ provisioningAction }) => provisioningAction));
		const statuses = new Set(rows().map(({ provisioningStatusInfo }) => provisioningStatusInfo.status));
		expect(['create', 'update', 'delete', 'stageddelete', 'disable', 'other']).toEqual(
			expect.arrayContaining([...actions])
		);
		expect(['success', 'failure', 'skipped', 'warning']).toEqual(expect.arrayContaining([...statuses]));
		expect(actions.size).toBeGreaterThan(2);
		expect(statuses).toContain('failure');
	});

	it('C-489, C-490: each step has its five members, and a documented type', () => {
		const steps = rows().flatMap(({ provisioningSteps }) => provisioningSteps);
		for (const step of steps)
			expect(Object.keys(step).sort()).toEqual(['description', 'details', 'name', 'provisioningStepType', 'status']);
		expect(['import', 'scoping', 'matching', 'processing', 'referenceResolution', 'export']).toEqual(
			expect.arrayContaining([...new Set(steps.map(({ provisioningStepType }) => provisioningStepType))])
		);
	});
});
