import { describe, expect, it } from 'vitest';
import { createWorld, type World, type WorldOptions } from '#lib/world';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';
import type { Question } from './troubleshoot';

/** What one check found; undefined: it says nothing of this job. */
function found(world: World, question: Question, id: string, app = 'byoa') {
	const [answer] = views.troubleshoot(world, { app, question }).answers;
	return answer!.checks.find((one) => one.id === id);
}

function fresh(options: WorldOptions = {}): World {
	return createWorld({ apps: ['byoa'], ...options });
}

type Clause = readonly [attribute: string, operator: string, value?: string];

function saveFilter(world: World, ...filters: readonly (readonly Clause[])[]): World {
	const groups = filters.map((clauses) => ({
		clauses: clauses.map(([attribute, operator, value]) => ({ attribute, operator, value }))
	}));
	must(world, 'job.saveFilter', { app: 'byoa', object: 'users', filter: { groups } });
	return world;
}

describe('no users are being provisioned', () => {
	it('is answered with the first cause, and finds none in a job that works', () => {
		const { answers, at: when } = views.troubleshoot(changed(), { app: 'byoa' });
		expect(when).toBe(at('09:01'));
		expect(answers.map(({ question }) => question)).toEqual(['none', 'wrong', 'slow', 'credentials']);
		expect(answers[0]).toMatchObject({ causes: 0 });
		const [none] = views.troubleshoot(fresh(), { app: 'byoa' }).answers;
		expect(none).toMatchObject({ causes: 3, sentence: none!.checks[0]!.sentence });
	});

	it('C-037: an application without a connector is Manual, and no cycle ever runs', () => {
		const world = fresh({ apps: ['timecard'] });
		expect(found(world, 'none', 'mode', 'timecard')).toMatchObject({ verdict: 'cause', rule: 'C-037' });
	});

	it('C-047: Off is a cause, On is in order, and quarantine says when the next try is', () => {
		expect(found(fresh(), 'none', 'status')).toMatchObject({
			verdict: 'cause',
			rule: 'C-047',
			mend: { to: 'overview' }
		});
		const world = running();
		expect(found(world, 'none', 'status')).toMatchObject({ verdict: 'in order', mend: null });
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:01') });
		expect(found(world, 'none', 'status')).toMatchObject({ verdict: 'cause', rule: 'C-321' });
		expect(found(world, 'slow', 'slowed')).toMatchObject({ verdict: 'cause', rule: 'C-343' });
		expect(found(running(), 'slow', 'slowed')).toMatchObject({ verdict: 'in order' });
	});

	it('C-039: the saved credentials are tried', () => {
		const world = running();
		expect(found(world, 'none', 'connection')).toMatchObject({ verdict: 'in order' });
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		const check = found(world, 'none', 'connection');
		expect(check).toMatchObject({ verdict: 'cause', mend: { to: 'edit' } });
		expect(check!.sentence).toContain('failed with 401');
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'serverError' }] } });
		expect(found(world, 'none', 'connection')).toMatchObject({ verdict: 'cause', mend: { to: 'faults' } });
	});

	it('C-033: before the first cycle has ended nothing is wrong yet', () => {
		expect(found(fresh(), 'none', 'cycle')).toMatchObject({ verdict: 'cause', rule: 'C-033' });
		const world = fresh();
		must(world, 'job.start', { app: 'byoa' });
		expect(found(world, 'none', 'cycle')).toMatchObject({ verdict: 'note' });
		expect(found(running(), 'none', 'cycle')).toMatchObject({ verdict: 'in order' });
	});

	it('C-068: with nobody assigned a cycle finds nobody, unless everybody is synced', () => {
		const world = fresh();
		expect(found(world, 'none', 'assigned')).toMatchObject({ verdict: 'cause', mend: { to: 'users' } });
		expect(found(running(), 'none', 'assigned')).toMatchObject({
			verdict: 'in order',
			sentence: expect.stringContaining('3 users') as string
		});
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		expect(found(world, 'none', 'assigned')).toMatchObject({ verdict: 'in order', rule: 'C-076' });
	});

	it('C-066: an assignment that the service does not see yet is named with its moment', () => {
		const world = running();
		expect(found(world, 'none', 'unseen')).toMatchObject({ verdict: 'in order' });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [3] });
		const check = found(world, 'none', 'unseen');
		expect(check).toMatchObject({ verdict: 'note', count: 1, who: [{ kind: 'user', slot: 3 }] });
		expect(check!.sentence).toMatch(/It does at 08:24:00\.$/);
		world.advance({ to: at('08:25') });
		expect(found(world, 'none', 'unseen')).toMatchObject({ verdict: 'in order' });
	});

	it('C-087: users whose sign-in is blocked are counted', () => {
		// The future hire is there and blocked from the first day on.
		expect(found(running(), 'none', 'blocked')).toMatchObject({ verdict: 'note', count: 1, who: [{ slot: 24 }] });
		const world = running();
		must(world, 'user.unblock', { user: 24 });
		expect(found(world, 'none', 'blocked')).toMatchObject({ verdict: 'in order' });
		for (const user of [2, 7, 24]) must(world, 'user.block', { user });
		expect(found(world, 'none', 'blocked')).toMatchObject({ verdict: 'cause', count: 3 });
	});

	it('C-081: a filter that nobody passes is a cause, and the first false clause is told', () => {
		expect(found(running(), 'none', 'filter')).toMatchObject({ verdict: 'in order' });
		const world = saveFilter(running(), [['department', 'EQUALS', 'Nowhere']]);
		const check = found(world, 'none', 'filter');
		expect(check).toMatchObject({ verdict: 'cause', count: 2, mend: { to: 'scoping' } });
		expect(check!.sentence).toContain('2 of 3 users');
		expect(check!.sentence).toContain('department EQUALS Nowhere is false');
	});

	it('C-099: users without a matching value are skipped, and named', () => {
		const world = running();
		expect(found(world, 'none', 'matching')).toMatchObject({ verdict: 'in order' });
		must(world, 'user.edit', { user: 7, attribute: 'employeeId', value: null });
		const attributes = [
			{ target: 'externalId', source: { type: 'Direct', attribute: 'employeeId' }, matchingPrecedence: 1 }
		];
		must(world, 'job.saveMapping', { app: 'byoa', object: 'users', attributes });
		expect(found(world, 'none', 'matching')).toMatchObject({ verdict: 'note', count: 1, mend: { to: 'mappings' } });
	});

	it('C-202: Create off is a cause, Delete off is only told', () => {
		const world = running();
		const actions = (create: boolean, remove: boolean) =>
			must(world, 'job.setActions', { app: 'byoa', object: 'users', create, update: true, delete: remove });
		expect(found(world, 'none', 'actions')).toMatchObject({ verdict: 'in order' });
		actions(true, false);
		expect(found(world, 'none', 'actions')).toMatchObject({ verdict: 'note', rule: 'C-204' });
		actions(false, true);
		expect(found(world, 'none', 'actions')).toMatchObject({ verdict: 'cause', rule: 'C-202' });
	});
});

describe('the log', () => {
	it('C-525, C-316: the last row of each object is counted, by reason', () => {
		const world = running();
		expect(found(world, 'none', 'failed')).toMatchObject({ verdict: 'in order' });
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [3, 5] });
		world.advance({ to: at('09:01') });
		const failed = found(world, 'none', 'failed');
		expect(failed).toMatchObject({ verdict: 'note', count: 2, mend: { to: 'failures' } });
		expect(failed!.sentence).toContain('2 of 5 objects says Failure: InternalServerError 2');
		expect(found(fresh(), 'none', 'skipped')).toMatchObject({ verdict: 'in order' });
		saveFilter(world, [['department', 'EQUALS', 'Nowhere']]);
		world.advance({ to: at('09:10') });
		expect(found(world, 'none', 'skipped')).toMatchObject({ verdict: 'note', mend: { to: 'skipped' } });
	});
});

describe('wrong users', () => {
	it('C-076: sync all is told, because assignments say nothing then', () => {
		const world = running();
		expect(found(world, 'wrong', 'mode')).toMatchObject({ verdict: 'in order' });
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		expect(found(world, 'wrong', 'mode')).toMatchObject({ verdict: 'note', mend: { to: 'edit' } });
	});

	it('C-089: who was synced with everybody stays after the mode was narrowed', () => {
		const world = fresh();
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [2] });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ cycles: 1 });
		expect(found(world, 'wrong', 'leftover')).toBeUndefined();
		must(world, 'job.setScope', { app: 'byoa', mode: 'assigned' });
		const check = found(world, 'wrong', 'leftover');
		expect(check).toMatchObject({ verdict: 'cause', rule: 'C-089', mend: { to: 'overview' } });
		expect(check!.count).toBeGreaterThan(15);
		expect(found(running(), 'wrong', 'leftover')).toMatchObject({ verdict: 'in order' });
	});

	it('C-391: whoever was unassigned leaves with the next cycle', () => {
		const world = running();
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2] });
		world.advance({ to: at('08:30') });
		expect(found(world, 'wrong', 'leftover')).toMatchObject({ verdict: 'note', rule: 'C-391', who: [{ slot: 2 }] });
	});

	it('C-243: the flag that keeps leavers is a cause', () => {
		const world = running();
		expect(found(world, 'wrong', 'skip flag')).toBeUndefined();
		must(world, 'job.setSecret', { app: 'byoa', key: 'SkipOutOfScopeDeletions', value: 'True' });
		expect(found(world, 'wrong', 'skip flag')).toMatchObject({ verdict: 'cause' });
	});

	it('C-256: removals that are held back are counted against the threshold', () => {
		const world = running();
		must(world, 'job.setThreshold', { app: 'byoa', threshold: 0 });
		expect(found(world, 'wrong', 'held')).toMatchObject({ verdict: 'in order' });
		must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2] });
		world.advance({ to: at('09:01') });
		expect(found(world, 'wrong', 'held')).toMatchObject({ verdict: 'cause', count: 1 });
	});

	it('C-069, C-071, C-073: nested groups and groups that hand nothing on are named', () => {
		const world = running();
		const group = (name: string, unified = false) => {
			must(world, 'group.create', { name, unified });
			return world.tables.groups.next - 1;
		};
		const [outer, inner, mail] = [group('Outer'), group('Inner'), group('Mail', true)];
		must(world, 'group.add', { group: outer, kind: 'user', who: [3] });
		must(world, 'group.add', { group: inner, kind: 'user', who: [4, 5] });
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [outer] });
		world.advance({ to: at('08:30') });
		expect(found(world, 'wrong', 'nested')).toMatchObject({ verdict: 'in order' });
		expect(found(world, 'none', 'groups')).toMatchObject({ verdict: 'in order' });
		expect(found(world, 'none', 'group objects')).toMatchObject({ rule: 'C-073' });
		must(world, 'group.add', { group: outer, kind: 'group', who: [inner] });
		const nested = found(world, 'wrong', 'nested');
		expect(nested).toMatchObject({ verdict: 'cause', who: [{ kind: 'group', slot: inner }] });
		expect(nested!.sentence).toContain('2 members');
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [mail] });
		world.advance({ to: at('08:35') });
		expect(found(world, 'none', 'groups')).toMatchObject({ verdict: 'note', rule: 'C-071', who: [{ slot: mail }] });
	});

	it('C-065: rules that are still to be evaluated are told with their moment', () => {
		const world = running();
		must(world, 'group.create', { name: 'Engineers', rule: 'user.department -eq "Engineering"' });
		const group = world.tables.groups.next - 1;
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [group] });
		world.advance({ by: 3 * 60_000 });
		expect(found(world, 'wrong', 'dynamic')).toMatchObject({ verdict: 'note', count: 1 });
		world.advance({ by: 24 * 3_600_000 });
		expect(found(world, 'wrong', 'dynamic')).toMatchObject({ verdict: 'in order' });
	});

	it('C-080, C-083, C-084: a filter that widens, an empty attribute and letter case are told', () => {
		const world = running();
		expect(found(world, 'wrong', 'case')).toBeUndefined();
		const department = String(world.tables.users.get(7)!.attrs.department);
		saveFilter(world, [['department', 'EQUALS', department.toUpperCase()]]);
		expect(found(world, 'wrong', 'case')).toMatchObject({ verdict: 'cause', rule: 'C-084' });
		expect(found(world, 'wrong', 'joined')).toBeUndefined();
		saveFilter(world, [['department', 'EQUALS', department]], [['extensionAttribute9', 'NOT EQUALS', 'x']]);
		expect(found(world, 'wrong', 'case')).toMatchObject({ verdict: 'in order' });
		expect(found(world, 'wrong', 'joined')).toMatchObject({ verdict: 'note' });
		expect(found(world, 'wrong', 'empty')).toMatchObject({ verdict: 'in order' });
		saveFilter(world, [['extensionAttribute9', 'NOT EQUALS', 'x']]);
		expect(found(world, 'wrong', 'empty')).toMatchObject({ verdict: 'note', count: 2 });
	});

	it('C-019: in an old configuration the default role is not effectively entitled', () => {
		const world = fresh({ start: Date.UTC(2020, 2, 2, 8) });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
		world.advance({ by: 10 * 60_000 });
		expect(found(world, 'none', 'role')).toMatchObject({ verdict: 'cause', who: [{ slot: 7 }] });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7], role: 'User' });
		world.advance({ by: 10 * 60_000 });
		expect(found(world, 'none', 'role')).toMatchObject({ verdict: 'in order' });
	});

	it('C-417: accounts that only the application knows are counted', () => {
		expect(found(running(), 'wrong', 'unmanaged')).toMatchObject({ verdict: 'in order' });
		const world = running({ brownfield: true });
		const check = found(world, 'wrong', 'unmanaged');
		expect(check!.verdict === 'note').toBe(check!.count > 0);
	});
});

describe('it takes hours', () => {
	it('C-058: the interval cannot be shortened, and the next cycle is named', () => {
		const check = found(running(), 'slow', 'interval');
		expect(check).toMatchObject({ verdict: 'in order', rule: 'C-058' });
		expect(check!.sentence).toContain('every 40 min');
		expect(check!.sentence).toContain('09:00:00');
	});

	it('C-424, C-380: an initial cycle looks at everybody, an incremental one at changes', () => {
		const world = running();
		expect(found(world, 'slow', 'duration')).toMatchObject({ verdict: 'in order', rule: 'C-152' });
		must(world, 'job.restart', { app: 'byoa' });
		expect(found(world, 'slow', 'duration')).toMatchObject({ verdict: 'note' });
		const large = fresh({ size: 500 });
		must(large, 'job.setScope', { app: 'byoa', mode: 'all' });
		must(large, 'job.start', { app: 'byoa' });
		large.advance({ by: 60_000 });
		const check = found(large, 'slow', 'duration');
		expect(check).toMatchObject({ verdict: 'note', rule: 'C-424' });
		expect(check!.sentence).toContain('5 min to 40 min');
	});

	it('C-436: in 2021 an incremental cycle is said to take less than thirty minutes', () => {
		const world = running();
		must(world, 'world.set', { era: 2021 });
		const check = found(world, 'slow', 'duration');
		expect(check).toMatchObject({ verdict: 'in order', rule: 'C-436' });
		expect(check!.sentence).toContain('less than 30 min');
	});

	it('C-305, C-312: failing objects wait longer each time, and TooManyRequests is told apart', () => {
		const world = running();
		expect(found(world, 'slow', 'retries')).toMatchObject({ verdict: 'in order' });
		expect(found(world, 'slow', 'limit')).toMatchObject({ verdict: 'in order' });
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'throttled', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [3] });
		world.advance({ to: at('09:30') });
		expect(found(world, 'slow', 'retries')).toMatchObject({ verdict: 'cause', count: 1, who: [{ slot: 3 }] });
		expect(found(world, 'slow', 'limit')).toMatchObject({ verdict: 'cause', count: 1 });
	});
});

describe('credentials cannot be saved', () => {
	it('C-041: in 2021 the mail has to be filled in too', () => {
		const world = running();
		expect(found(world, 'credentials', 'filled')).toMatchObject({ verdict: 'in order' });
		must(world, 'world.set', { era: 2021 });
		must(world, 'job.setNotificationMail', { app: 'byoa', address: null });
		expect(found(world, 'credentials', 'filled')).toMatchObject({ verdict: 'cause', rule: 'C-041' });
	});

	it('C-042: in 2017 there are 1,024 bytes for all of it', () => {
		const world = running();
		expect(found(world, 'credentials', 'storage')).toBeUndefined();
		must(world, 'world.set', { era: 2017 });
		expect(found(world, 'credentials', 'storage')).toMatchObject({ verdict: 'in order' });
		must(world, 'job.setSecret', { app: 'byoa', key: 'SecretToken', value: 'x'.repeat(1100) });
		expect(found(world, 'credentials', 'storage')).toMatchObject({ verdict: 'cause', rule: 'C-042' });
	});

	it('C-349: good credentials alone do not end a quarantine', () => {
		const world = running();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:01') });
		expect(found(world, 'credentials', 'waiting')).toBeUndefined();
		must(world, 'job.setCredential', { app: 'byoa', state: 'ok' });
		expect(found(world, 'credentials', 'waiting')).toMatchObject({ verdict: 'cause', rule: 'C-349' });
	});

	it('H-276: a job to Active Directory needs an agent that answers', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		expect(found(world, 'credentials', 'agent', 'wd-ad')).toMatchObject({ verdict: 'in order' });
		for (const { name, active } of [...world.tables.agents.all()])
			if (active) must(world, 'agent.stop', { agent: name });
		expect(found(world, 'credentials', 'agent', 'wd-ad')).toMatchObject({ verdict: 'cause', mend: { to: 'agents' } });
		expect(found(world, 'none', 'assigned', 'wd-ad')).toMatchObject({ verdict: 'in order', rule: 'H-007' });
	});
});

describe('jobs from and to human resources', () => {
	it('H-321: a value that is written back to where it is read from is a cause, by its attribute', () => {
		const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
		expect(found(world, 'wrong', 'loop', 'sf-wb')).toMatchObject({ verdict: 'in order' });
		const job = world.tables.jobsByApp.first(world.tables.appsByKey.first('sf-wb')!)!;
		const { attributes } = world.sim.host.config(world.sim.host.job(job).config).users;
		const loop = { target: 'email', source: { type: 'Direct', attribute: 'mail' } };
		must(world, 'job.saveMapping', { app: 'sf-wb', attributes: [...attributes, loop] });
		const check = found(world, 'wrong', 'loop', 'sf-wb');
		expect(check).toMatchObject({ verdict: 'cause', rule: 'H-321', mend: { to: 'mappings' } });
		expect(check!.sentence).toMatch(/^mail is written back to a field from which SuccessFactors to /);
	});

	it('H-443: the same workers by two ways are a cause once both jobs run', () => {
		const world = createWorld({ preset: 'hybrid-hr' });
		must(world, 'app.add', { app: 'wd-entra' });
		expect(found(world, 'wrong', 'two ways', 'wd-entra')).toMatchObject({ verdict: 'in order' });
		must(world, 'job.start', { app: 'wd-entra' });
		expect(found(world, 'wrong', 'two ways', 'wd-entra')).toMatchObject({ verdict: 'cause', rule: 'H-443' });
		expect(found(world, 'wrong', 'two ways', 'wd-ad')).toBeUndefined();
	});
});

describe('the checks', () => {
	it('look at 10,000 of 100,000 people and say so', () => {
		const world = fresh({ size: 30_000 });
		must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
		saveFilter(world, [['department', 'EQUALS', 'Nowhere']]);
		const check = found(world, 'none', 'filter');
		expect(check!.sentence).toContain('looked at (there are 30,');
		expect(check!.count).toBeLessThanOrEqual(10_000);
	});
});
