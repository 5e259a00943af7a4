import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at } from '../testing/hybrid';

/** A contractor who reports to an employee, both new. */
const [contractor, boss] = ['2000900', '1000900'];

const only = (world: World, time: string, app: string, attribute: string) =>
	act(world, time, 'job.saveFilter', {
		app,
		filter: { groups: [{ clauses: [{ attribute, operator: 'IS NOT NULL' }] }] }
	});

function company(): World {
	const world = createWorld({ preset: 'HR-greenfield', apps: [] });
	act(world, '08:00', 'hr.hire', { name: 'Lena Fischer', workerId: boss, city: 'Seattle' });
	const { next } = world.tables.workers;
	act(world, '08:00', 'hr.hire', {
		name: 'Ole Berg',
		type: 'C',
		workerId: contractor,
		manager: next - 1,
		city: 'Seattle'
	});
	act(world, '08:01', 'app.add', { app: 'wd-ad-a' });
	only(world, '08:02', 'wd-ad', 'EmployeeID');
	only(world, '08:03', 'wd-ad-a', 'ContingentID');
	act(world, '08:04', 'job.start', { app: 'wd-ad' });
	act(world, '08:05', 'job.start', { app: 'wd-ad-a' });
	world.advance({ to: at('08:30') });
	return world;
}

describe('several jobs to one domain', () => {
	it('H-011: employees and contractors have a job each, and a third links managers across', () => {
		const world = company();
		const slots = { boss: accountOf(world, boss)!.slot, report: () => accountOf(world, contractor)!.attrs };
		const key = (app: string) => world.tables.apps.get(world.tables.appsByKey.first(app)!)!;
		expect(key('wd-ad-a').name).toBe('Workday to Active Directory User Provisioning (a)');
		expect(slots.report().manager).toBeNull();

		act(world, '08:40', 'app.add', { app: 'wd-ad-b' });
		const job = world.sim.host.job(world.tables.jobsByApp.first(key('wd-ad-b').slot)!);
		const { attributes } = world.sim.host.config(job.config).users;
		const kept = attributes.filter(({ target }) => ['employeeID', 'manager'].includes(target));
		act(world, '08:41', 'job.saveMapping', { app: 'wd-ad-b', attributes: kept });
		act(world, '08:42', 'job.setActions', { app: 'wd-ad-b', create: false, update: true, delete: false });
		act(world, '08:43', 'job.start', { app: 'wd-ad-b' });
		world.advance({ to: at('09:10') });
		expect(slots.report().manager).toBe(slots.boss);
		expect(slots.report().displayName).toBe('Ole Berg');
	});

	it('C-022: two jobs to one target have a state of their own, and whoever comes last overwrites the other', () => {
		const world = company();
		const jobs = ['wd-ad', 'wd-ad-a'].map((key) => {
			const app = world.tables.appsByKey.first(key)!;
			return world.sim.host.job(world.tables.jobsByApp.first(app)!).slot;
		});
		const company_ = () => accountOf(world, boss)!.attrs.company;
		const say = (time: string, app: string, value: string) => {
			const { users } = world.sim.host.config(world.sim.host.job(jobs[app === 'wd-ad' ? 0 : 1]!).config);
			const kept = users.attributes.filter(({ target }) => target !== 'company');
			const row = { target: 'company', source: { type: 'Constant', value } };
			act(world, time, 'job.saveMapping', { app, attributes: [...kept, row] });
			world.advance({ to: at(time) + 45 * 60_000 });
			return company_();
		};
		act(world, '08:40', 'job.saveFilter', { app: 'wd-ad-a', filter: null });
		expect(say('08:41', 'wd-ad', 'First')).toBe('First');
		expect(say('09:50', 'wd-ad-a', 'Second')).toBe('Second');
		const [one, other] = jobs.map((slot) => world.sim.host.job(slot));
		expect(one!.watermark).not.toBe(other!.watermark);
		expect(jobs.map((slot) => world.sim.host.linkCount(slot) > 1)).toEqual([true, true]);
	});

	it('H-011: neither job touches whom the other has', () => {
		const world = company();
		const enabled = (id: string) => accountOf(world, id)!.attrs.enabled;
		expect([enabled(boss), enabled(contractor)]).toEqual([true, true]);
		world.advance({ to: at('11:00') });
		expect([enabled(boss), enabled(contractor)]).toEqual([true, true]);
	});
});
