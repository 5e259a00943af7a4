import { describe, expect, it } from 'vitest';
import { act, at, hrCompany, lena } from '#lib/world/testing/hybrid';
import { logRow } from './log-row';
import { logs } from './logs';

/** The row of a hire: in the delta after it, or in the full sync of a restart. */
function hired(isFull = false) {
	const world = hrCompany();
	act(world, '08:07', 'hr.hire', lena);
	if (isFull) act(world, '08:08', 'job.restart', { app: 'wd-ad' });
	world.advance({ to: at('09:00') });
	const newest = world.tables.workersById.first(lena.workerId)!;
	const { rows } = logs(world, { object: { kind: 'worker', slot: newest }, includeHidden: true });
	const row = logRow(world, { seq: rows.findLast(({ action }) => action === 'Create')!.seq })!;
	const account = world.tables.adUsers.get(world.tables.adByEmployeeId.first(lena.workerId)!)!;
	return { world, steps: row.graph.provisioningSteps, account };
}

describe('the events of a job from human resources', () => {
	it('H-066: of a hire are import, not found, scope, rules, export, and an update for the manager', () => {
		const names = (isFull: boolean) => hired(isFull).steps.map(({ name }) => name);
		const others = ['EntryImportObjectNotFound', 'EntrySynchronizationScoping', 'EntrySynchronizationAdd'];
		expect(names(false)).toEqual(['EntryImport', ...others, 'EntryExportAdd', 'EntryExportUpdate']);
		expect(names(true)).toEqual(['EntryImportAdd', ...others, 'EntryExportAdd', 'EntryExportUpdate']);
	});

	it('H-067: name what joins the two sides, and after the export the objectGUID', () => {
		const { world, steps, account } = hired();
		const { wid } = world.tables.workers.get(world.tables.workersById.first(lena.workerId)!)!;
		for (const { details } of steps) expect(details).toMatchObject({ JoiningProperty: '1000900', SourceAnchor: wid });
		const anchored = steps.filter(({ details }) => details.TargetAnchor === account.id).map(({ name }) => name);
		expect(anchored).toEqual(['EntryExportAdd', 'EntryExportUpdate']);
	});
});
