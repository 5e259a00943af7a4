import { describe, expect, it } from 'vitest';
import { unpackRow } from '#lib/engine/steps/log-row';
import { createWorld, type World } from '#lib/world';
import { wordsOfCode } from '../errors';
import { views } from '../index';
import { at, changed, must, running } from '../testing.fixture';
import type { LogRowDetails } from './log-row';

const minute = 60_000;

/** Zoë's create meets a fault in the cycle at 08:20. */
function refused(fault: object): World {
	const world = createWorld({ apps: ['byoa'] });
	must(world, 'app.set', { app: 'byoa', settings: { faults: [fault] } });
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
	world.advance({ to: at('08:20'), before: true });
	must(world, 'job.start', { app: 'byoa' });
	world.advance({ to: at('08:30') });
	return world;
}

function rowsOf(world: World): LogRowDetails[] {
	const { rows } = views.logs(world, { includeHidden: true, count: 500 });
	return rows.map(({ seq }) => views.logRow(world, { seq })!);
}

/** Rows of every outcome: created, changed, disabled, failed, skipped. */
function everything(): LogRowDetails[] {
	const failing = refused({ kind: 'conflict', only: 'create' });
	return [...rowsOf(changed()), ...rowsOf(failing)];
}

describe('failures in the log', () => {
	it.each([
		['serverError', 'InternalServerError'],
		['unavailable', 'WebExceptionProtocolError'],
		['timeout', 'Timeout']
	])('C-311: after %s the code is %s, and it is retried after forty minutes', (kind, code) => {
		const world = refused({ kind, only: 'create' });
		const [row] = rowsOf(world);
		expect(row!.row.code).toBe(code);
		const escrow = world.tables.escrows.get(0)!;
		expect(escrow.dueAt - escrow.lastAt).toBe(40 * minute);
		expect(row!.troubleshooting!.recommendation).toContain('after 40 minutes');
	});

	it('C-312: too many requests are retried without anybody’s doing', () => {
		const world = refused({ kind: 'throttled', only: 'create', to: at('08:45') });
		expect(rowsOf(world)[0]).toMatchObject({ row: { code: 'TooManyRequests' } });
		expect(wordsOfCode('TooManyRequests')!.recommendation).toContain('retried automatically');
		world.advance({ to: at('09:05') });
		expect(rowsOf(world)[0]!.row).toMatchObject({ action: 'Create', status: 'Success' });
	});

	it('C-314: a conflict on a create is EntryConflict, and the advice is the value or the matching', () => {
		const [row] = rowsOf(refused({ kind: 'conflict', only: 'create' }));
		expect(row!.row).toMatchObject({ action: 'Create', status: 'Failure', code: 'EntryConflict' });
		expect(row!.troubleshooting!.recommendation).toMatch(/conflicting value .* matching attributes/);
	});

	it('C-317: the execution counts the entries that failed', () => {
		const { graph } = views.provisioning(refused({ kind: 'conflict', only: 'create' }), { app: 'byoa' }).job!;
		expect(graph).toMatchObject({ status: { lastExecution: { countEscrowed: 1, countEscrowedRaw: 1 } } });
	});

	it('C-320: where the credential is refused the log stops, and only the quarantine tells of it', () => {
		const world = running();
		const before = rowsOf(world).length;
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [8] });
		world.advance({ to: at('15:30') });
		expect(rowsOf(world)).toHaveLength(before);
		expect(views.provisioning(world, { app: 'byoa' }).job!.quarantine).not.toBeNull();
	});
});

describe('what rows say', () => {
	it('C-491, C-494: steps have the statuses of rows, and names that were published or are made like them', () => {
		const steps = everything().flatMap(({ graph }) => graph.provisioningSteps);
		const statuses = new Set(steps.map(({ status }) => status));
		expect([...statuses].sort()).toEqual(['failure', 'skipped', 'success', 'warning']);
		const published = ['Import', 'ImportAdd', 'ImportUpdate', 'SynchronizationScoping', 'SynchronizationAdd'];
		const names = new Set(steps.map(({ name }) => name));
		for (const name of [...published, 'SynchronizationSkip', 'ExportAdd', 'ExportUpdate'])
			expect(names).toContain(`Entry${name}`);
	});

	it('C-509: for somebody who seems entitled the advice is to assign again', () => {
		expect(wordsOfCode('NotEffectivelyEntitled')!.recommendation).toMatch(/remove the assignment and assign again/);
	});

	it('C-517: a run on demand is initiated by the service too', () => {
		const world = running();
		must(world, 'job.onDemand', { app: 'byoa', kind: 'user', object: 7 });
		world.advance({ by: minute });
		expect(rowsOf(world)[0]!.graph.initiatedBy).toMatchObject({
			displayName: 'Azure AD Provisioning Service',
			initiatorType: 'system'
		});
	});

	it('C-522: with all users in scope a skipped row is no fault', () => {
		const world = createWorld({ apps: ['byoa'] });
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ cycles: 1 });
		expect(rowsOf(world).some(({ row }) => row.status === 'Skipped' && row.code === 'NotEffectivelyEntitled')).toBe(
			true
		);
		expect(views.provisioning(world, { app: 'byoa' }).job).toMatchObject({
			code: 'Active',
			last: { state: 'Succeeded' }
		});
	});

	it('C-526: nothing that anybody can do edits or deletes a row', () => {
		const world = changed();
		const rows = () => views.logs(world, { includeHidden: true, count: 500 }).rows.map(({ seq }) => seq);
		const before = rows();
		must(world, 'user.softDelete', { user: 7 });
		must(world, 'user.purge', { user: 7 });
		must(world, 'job.restart', { app: 'byoa' });
		world.advance({ by: 60 * minute });
		expect(rows()).toEqual(expect.arrayContaining(before));
	});

	it('C-532: what was read and compared is told as well as what was written', () => {
		const world = changed();
		const requests = world.facts().filter(({ kind, rule }) => kind === 'request' && rule === 'C-532');
		const methods = new Set(requests.map(({ detail }) => Math.floor(detail / 1000)));
		expect([...methods].sort()).toEqual([0, 1, 3]);
		const skipped = world
			.facts()
			.filter(({ kind, detail }) => kind === 'row' && unpackRow(detail).status === 'skipped');
		expect(skipped.length).toBeGreaterThan(0);
	});
});
