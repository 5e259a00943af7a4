import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { views, type ViewName } from './index';
import { at, must } from './testing.fixture';

/** A company that HR feeds: Workday, the agent, Active Directory, Connect sync, the tenant, one application. */
function company() {
	const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
	world.advance({ to: at('09:30') });
	return world;
}

describe('a company that HR feeds', () => {
	it('has a row of the log for each worker, with the systems’ own names', () => {
		const world = company();
		const { rows } = views.logs(world, { app: 'wd-ad', includeHidden: true });
		expect(rows.length).toBeGreaterThan(5);
		expect(rows.every(({ object, identity }) => object.kind === 'worker' && identity !== '')).toBe(true);
		expect(rows[0]).toMatchObject({ sourceSystem: 'Workday', targetSystem: 'Active Directory' });
		const details = views.logRow(world, { seq: rows[0]!.seq })!;
		expect(details.graph.provisioningSteps[0]!.description).toMatch(/^Received Worker '\d+' change of type/);
		expect(views.why(world, { seq: rows[0]!.seq })!.headline).not.toMatch(/undefined/);
	});

	it('has lanes for HR, Active Directory and Connect sync, and marks on them', () => {
		const world = company();
		const { lanes, order, cycles } = views.timeline(world, {});
		expect(order.map((lane) => lanes[lane]!.name)).toEqual([
			'You',
			'Workday',
			'Active Directory',
			'Connect sync',
			'Entra ID',
			expect.stringMatching(/^Quillpad/)
		]);
		expect(cycles.some(({ lane }) => lane === 2)).toBe(true);
		expect(cycles.some(({ lane }) => lane === 3)).toBe(true);
	});

	it('answers every screen of the job from HR', () => {
		const world = company();
		const names: ViewName[] = [
			'app',
			'provisioning',
			'mappings',
			'scoping',
			'configuration',
			'assignments',
			'accounts'
		];
		for (const name of names) expect(views[name](world, { app: 'wd-ad' } as never), name).not.toBeNull();
		expect(views.mappings(world, { app: 'wd-ad' }).users!.title).toBe(
			'Synchronize Workday Workers to On Premises Active Directory'
		);
		expect(views.provisioning(world, { app: 'wd-ad' }).job!.users).toBeGreaterThan(0);
		expect(views.apps(world, {}).rows.map(({ key }) => key)).toEqual(expect.arrayContaining(['wd-ad', 'byoa']));
		for (const fact of world.facts()) expect(views.why(world, { seq: fact.seq })!.headline).toMatch(/\S\.$/);
	});

	it('follows one person from HR to the applications', () => {
		const world = company();
		const worker = world.tables.workers.get(7)!;
		must(world, 'hr.change', { worker: 7, fields: { BusinessTitle: 'Harbour master' } });
		world.advance({ by: 3 * 3_600_000 });
		const user = [...world.tables.users.all()].find(({ attrs }) => attrs.employeeId === worker.workerId)!;
		const { rows, systems } = views.journey(world, { user: user.slot })!;
		expect(systems.map(({ id }) => id)).toEqual(expect.arrayContaining(['hr', 'ad', 'connect', 'entra']));
		expect(rows.map(({ system }) => system)).toEqual(expect.arrayContaining(['hr', 'wd-ad', 'ad', 'connect', 'entra']));
		expect(rows.find(({ system }) => system === 'ad')!.values).toContainEqual(
			expect.objectContaining({ after: 'Harbour master', origin: 'HR' })
		);
		const { events, lanes } = views.timeline(world, { person: user.slot });
		const seen = new Set(Array.from(events.lane.subarray(0, events.n), (lane) => lanes[lane]!.id));
		expect([...seen]).toEqual(expect.arrayContaining(['you', 'hr', 'ad', 'connect', 'entra']));
		expect(views.user(world, { user: user.slot })!.accounts.every(({ app }) => app.key !== 'wd-ad')).toBe(true);
		expect(views.whyNot(world, { slot: user.slot, app: 'wd-ad' })!.headline).toMatch(/reads no users\.$/);
	});

	it('H-276: a worker waits for the job and for the agent: both are told', () => {
		const world = company();
		const slot = [...world.tables.workers.all()].find(({ lastDay }) => lastDay === null)!.slot;
		const missing = () =>
			views
				.whyNot(world, { kind: 'worker', slot })!
				.conditions.filter(({ holds }) => !holds)
				.map(({ what }) => what);
		expect(views.whyNot(world, { kind: 'worker', slot })).toMatchObject({ app: { key: 'wd-ad' }, linked: true });
		expect(missing()).toEqual([]);
		for (const { name } of world.tables.agents.all()) must(world, 'agent.stop', { agent: name });
		expect(missing()).toEqual(['agent']);
		must(world, 'job.stop', { app: 'wd-ad' });
		expect(missing()).toEqual(['job', 'agent']);
	});

	it('is wired on the map from HR through the agent to the tenant', () => {
		const { nodes, edges } = views.map(company(), {});
		expect(nodes.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['hr', 'agent', 'ad', 'connect', 'entra', 'byoa'])
		);
		expect(nodes.some(({ id, kind }) => kind === 'app' && id.startsWith('wd'))).toBe(false);
		expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual(
			expect.arrayContaining([
				'hr service',
				'service agent',
				'agent ad',
				'ad connect',
				'connect entra',
				'entra service'
			])
		);
	});
});
