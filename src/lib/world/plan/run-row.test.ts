import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { createWorld, type World, type WorldOptions } from '../index';
import { copyOf, rowSchema, runRow, type RowResult, type TestRow } from './index';

const at = (minutes: number) => Date.UTC(2026, 2, 2, 8, minutes);

/** 2, 7 and 9 assigned to an application that anybody could be assigned to, the initial cycle done. */
function company(options: WorldOptions = {}): World {
	const world = createWorld({ apps: ['byoa'], ...options });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 9] } });
	world.advance({ to: at(20) });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ to: at(30) });
	return world;
}

function result(world: World, row: Omit<TestRow, 'id' | 'title'>): RowResult {
	const run = runRow(world, rowSchema.parse({ id: 'own', title: 'Own', ...row }));
	let turns = 0;
	for (let step = run.next(); ; step = run.next(), turns++) if (step.done) return step.value;
}

describe('a row of a test plan', () => {
	it('runs on a branch that is dropped: nothing of it remains', () => {
		const world = finish(copyOf(company()));
		const before = [world.fingerprint(), world.clock, world.branches.list.length, world.facts().length];
		expect(result(world, { act: { is: 'joinGroup' }, expect: [{ is: 'active' }] }).state).toBe('passed');
		expect(result(world, { act: { is: 'leaveScope' }, expect: [{ is: 'active' }] }).state).toBe('failed');
		expect(result(world, { act: { is: 'hire' }, expect: [{ is: 'inTenant' }] }).state).toBe('blocked');
		expect([world.fingerprint(), world.clock, world.branches.list.length, world.facts().length]).toEqual(before);
	});

	it('says what was done, what came of it, and has the log rows and requests as evidence', () => {
		const told = result(finish(copyOf(company())), {
			person: 7,
			act: { is: 'change', attribute: 'jobTitle', value: 'Pilot' },
			expect: [
				{ is: 'value', attribute: 'title', value: 'Pilot' },
				{ is: 'logged', value: 'Update' }
			]
		});
		expect(told).toMatchObject({
			state: 'passed',
			person: { slot: 7 },
			preparation: [],
			checks: [{ holds: true, actual: 'title is "Pilot".' }, { holds: true }]
		});
		expect(told.action[0]).toMatch(/^Change jobTitle of .* to Pilot$/);
		expect(told.rows).toMatchObject([{ action: 'update', status: 'success', rule: 'C-174' }]);
		expect(told.rows[0]!.modified).toMatchObject([{ name: 'title', to: 'Pilot' }]);
		expect(told.requests.map(({ method, status }) => [method, status])).toContainEqual(['PATCH', 200]);
		expect(told.end).toBeGreaterThan(told.at);
	});

	it('can be done again on the session itself, where it then comes to the same', () => {
		const world = company();
		const told = result(finish(copyOf(world)), { act: { is: 'joinGroup' }, expect: [{ is: 'active' }] });
		for (const { at: when, command } of told.commands) {
			world.advance({ to: when, before: true });
			expect(world.do(command)).toMatchObject({ ok: true });
		}
		world.advance({ to: told.end });
		const job = world.tables.jobsByApp.first(world.tables.appsByKey.first('byoa')!)!;
		expect(world.sim.host.link(job, 'user', told.person!.slot)).not.toBeNull();
	});

	it('H-461: deletes somebody where Active Directory masters the person there, and Connect brings it on', () => {
		const told = result(finish(copyOf(company({ preset: 'hybrid' }))), {
			person: 7,
			act: { is: 'delete' },
			expect: [{ is: 'removed' }, { is: 'signInRefused' }]
		});
		expect(told).toMatchObject({ state: 'passed', action: ['Delete Zoë Müller from Active Directory'] });
	});

	it('notices a write where none was expected, and none where one was', () => {
		const idle = { act: { is: 'change', attribute: 'city', value: 'Oslo' }, person: 7 } as const;
		const quiet = result(finish(copyOf(company())), { ...idle, expect: [{ is: 'nothingWritten' }] });
		const loud = result(finish(copyOf(company())), { ...idle, expect: [{ is: 'logged', value: 'Update' }] });
		expect([quiet.state, loud.state].sort()).toEqual(['failed', 'passed']);
	});

	it('is not run where somebody is missing, and says what would help', () => {
		const world = finish(copyOf(company()));
		const assigned = result(world, { act: { is: 'assign' }, person: 7, expect: [{ is: 'active' }] });
		expect(assigned.state).toBe('blocked');
		expect(assigned.why).toMatch(/is assigned to .* already\. Choose somebody who is not\./);
		const gone = result(world, { act: { is: 'block' }, app: 'slack', expect: [{ is: 'inactive' }] });
		expect(gone.why).toBe('The application slack is not in this company. Choose another one.');
		expect(result(world, { act: { is: 'block' }, person: 4711, expect: [{ is: 'inactive' }] }).why).toContain(
			'Choose another'
		);
	});

	it('starts a job that is off and provisions somebody first where that is needed, and says so', () => {
		const world = createWorld({ apps: ['byoa'] });
		const told = result(finish(copyOf(world)), {
			act: { is: 'unassign' },
			expect: [{ is: 'inactive' }, { is: 'signInRefused' }]
		});
		expect(told.state).toBe('passed');
		expect(told.preparation[0]).toMatch(/^Start provisioning to /);
		expect(told.preparation[1]).toMatch(/^Assign .* to /);
	});
});
