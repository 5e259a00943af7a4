import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at, jobRun, withExpression } from '../testing/hybrid';

const company = () => createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
const run = (world: World, time: string) => {
	world.advance({ to: at(time) + 2 * 60_000 });
	return jobRun(world, 'sf-ad', time);
};
const title = 'EmpJob.jobTitle';
const attrs = (world: World, id: string) => accountOf(world, id)!.attrs;
const byStatus = 'Switch([EmpJob.emplStatus], "True", "A", "False", "U", "False", "P", "False")';
const saveMapping = (world: World, time: string, target: string, expression: string) =>
	act(world, time, 'job.saveMapping', { app: 'sf-ad', attributes: withExpression(world, 'sf-ad', target, expression) });
const newcomer = { name: 'Lena Fischer', org: 'Sales', city: 'Seattle', manager: 3, workerId: '1000900' };
const source = (world: World, worker: number) => world.sim.host.sourceOf(world.sim.host.job(0)).user(worker);

describe('pre-hires in SuccessFactors', () => {
	it('H-089: are looked up as of their first day, when their whole record is there', () => {
		const world = company();
		act(world, '08:07', 'hr.hire', { ...newcomer, hireDate: '2026-03-16', fields: { [title]: 'Pilot' } });
		expect(run(world, '08:40')).toEqual(['create 25', 'ref 25']);
		expect(attrs(world, '1000900')).toMatchObject({ title: 'Pilot', enabled: true, department: 'Sales' });
	});

	it('H-090: are left until their first day where the path of the start date has no index', () => {
		const world = company();
		act(world, '08:05', 'hr.employmentPath', { app: 'sf-ad', startDate: 'active' });
		act(world, '08:07', 'hr.hire', { ...newcomer, hireDate: '2026-03-16' });
		world.advance({ to: at('03-15 23:00') });
		expect(accountOf(world, '1000900')).toBeNull();
		world.advance({ to: at('03-16 01:00') });
		expect(accountOf(world, '1000900')).not.toBeNull();
	});

	it('H-090: are left until their first day where another attribute is the first to match', () => {
		const world = company();
		const attributes = withExpression(world, 'sf-ad', '', '').map((one) =>
			one.target === 'employeeID'
				? { ...one, matchingPrecedence: 2 }
				: one.target === 'sAMAccountName'
					? { ...one, matchingPrecedence: 1 }
					: one
		);
		act(world, '08:05', 'job.saveMapping', { app: 'sf-ad', attributes });
		act(world, '08:07', 'hr.hire', { ...newcomer, hireDate: '2026-03-16' });
		world.advance({ to: at('03-15 23:00') });
		expect(accountOf(world, '1000900')).toBeNull();
	});

	it('H-091: those of Onboarding are processed, unless a filter on userStatus leaves them out', () => {
		const world = company();
		const onboarding = { 'User.userStatus': 'e' };
		act(world, '08:07', 'hr.hire', { ...newcomer, hireDate: '2026-03-16', fields: onboarding });
		expect(run(world, '08:40')).toEqual(['create 25', 'ref 25']);
		const clauses = [{ attribute: 'User.userStatus', operator: 'NOT EQUALS', value: 'e' }];
		act(world, '08:50', 'job.saveFilter', { app: 'sf-ad', filter: { groups: [{ clauses }] } });
		act(world, '08:55', 'hr.hire', {
			...newcomer,
			name: 'Max Adler',
			workerId: '1000901',
			hireDate: '2026-03-16',
			fields: onboarding
		});
		world.advance({ to: at('09:45') });
		expect(accountOf(world, '1000901')).toBeNull();
	});

	it('H-092: who was employed before is processed on the day, not before', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		act(world, '03-06 09:05', 'hr.rehire', { worker: 19, effective: '2026-03-16' });
		act(world, '03-06 09:06', 'hr.employmentPath', { app: 'sf-ad', employment: 'last' });
		world.advance({ to: at('03-15 23:00') });
		expect(attrs(world, '1000019').enabled).toBe(false);
		world.advance({ to: at('03-16 01:00') });
		expect(attrs(world, '1000019').enabled).toBe(true);
	});
});

describe('the end of an employment in SuccessFactors', () => {
	it('H-132, H-133: the count of employments disables before the last day has ended', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		world.advance({ to: at('03-03 23:30') });
		expect(attrs(world, '1000019').enabled).toBe(true);
		world.advance({ to: at('03-04 01:00') });
		expect(attrs(world, '1000019').enabled).toBe(false);
	});

	it('H-133, H-135: the status of the employment disables once the day is over', () => {
		const world = company();
		saveMapping(world, '08:05', 'accountDisabled', byStatus);
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		world.advance({ to: at('03-04 23:30') });
		expect(attrs(world, '1000019').enabled).toBe(true);
		world.advance({ to: at('03-05 01:00') });
		expect(attrs(world, '1000019').enabled).toBe(false);
	});

	it('H-134: without termination information the person is not returned any more, and stays enabled', () => {
		const world = company();
		saveMapping(world, '08:05', 'accountDisabled', byStatus);
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04', terminationInfo: false });
		world.advance({ to: at('03-06 12:00') });
		expect(attrs(world, '1000019').enabled).toBe(true);
		expect(source(world, 19)).toBeNull();
		act(world, '03-06 12:01', 'job.restart', { app: 'sf-ad' });
		world.advance({ to: at('03-06 14:00') });
		expect(attrs(world, '1000019').enabled).toBe(true);
		const asked = world.do({ verb: 'job.onDemand', args: { app: 'sf-ad', object: 19 } });
		expect(asked).toMatchObject({ ok: false });
	});
});

describe('a person with several employments', () => {
	/** Daniel left, came back under the same person id, and has another job by now. */
	const back = () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		act(world, '03-09 09:05', 'hr.rehire', { worker: 19, effective: '2026-03-09' });
		act(world, '03-09 09:06', 'hr.change', { worker: 19, fields: { [title]: 'Pilot' } });
		return world;
	};

	it('H-158: the shipped paths read the old employment, and the count says that somebody is employed', () => {
		const world = back();
		world.advance({ to: at('03-09 10:00') });
		expect(attrs(world, '1000019').enabled).toBe(true);
		expect(attrs(world, '1000019').title).not.toBe('Pilot');
		expect([...world.tables.adUsers.all()]).toHaveLength(24);
	});

	it('H-159: with results[-1:] the last employment is read', () => {
		const world = back();
		act(world, '03-09 10:00', 'hr.employmentPath', { app: 'sf-ad', employment: 'last' });
		world.advance({ to: at('03-09 10:30') });
		expect(attrs(world, '1000019')).toMatchObject({ enabled: true, title: 'Pilot' });
	});

	it('H-160: filtered by emplStatus, whichever employment is active is read', () => {
		const world = back();
		saveMapping(world, '03-09 09:50', 'accountDisabled', byStatus);
		world.advance({ to: at('03-09 10:20') });
		expect(attrs(world, '1000019').enabled).toBe(false);
		act(world, '03-09 10:21', 'hr.employmentPath', { app: 'sf-ad', employment: 'active' });
		world.advance({ to: at('03-09 10:50') });
		expect(attrs(world, '1000019')).toMatchObject({ enabled: true, title: 'Pilot' });
		expect(source(world, 19)!.attrs['EmpEmployment.startDate']).not.toBe('2026-03-09');
	});

	it('H-158: a conversion of the same person ends one employment and begins another', () => {
		const world = company();
		act(world, '09:00', 'hr.convert', {
			worker: 21,
			to: 'employee',
			effective: '2026-03-10',
			fields: { [title]: 'Editor in chief' }
		});
		act(world, '09:01', 'hr.employmentPath', { app: 'sf-ad', employment: 'last' });
		world.advance({ to: at('03-09 23:00') });
		expect(attrs(world, '2000021').title).not.toBe('Editor in chief');
		world.advance({ to: at('03-10 01:00') });
		expect(attrs(world, '2000021')).toMatchObject({ title: 'Editor in chief', enabled: true });
		expect([...world.tables.adUsers.all()]).toHaveLength(24);
	});

	it('H-163: a hire that was rescinded and is entered again is the first employment, not a further one', () => {
		const world = company();
		act(world, '08:07', 'hr.hire', { ...newcomer, hireDate: '2026-03-16' });
		act(world, '08:50', 'hr.rescind', { worker: 25 });
		const { wid } = world.tables.workers.get(25)!;
		act(world, '08:55', 'hr.rehire', { worker: 25, effective: '2026-03-09', type: 'C' });
		const row = world.tables.workers.get(25)!;
		expect(row).toMatchObject({ wid, hireDate: '2026-03-09', lastDay: null, type: 'C', rescinded: false });
		expect(row.others).toBeUndefined();
		expect(run(world, '09:20')).toEqual(['skip 25']);
	});

	it('H-161: a rehire with a new person profile is a new hire', () => {
		const world = company();
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		act(world, '03-09 09:05', 'hr.rehire', { worker: 19, effective: '2026-03-09', workerId: '1000919' });
		world.advance({ to: at('03-09 10:00') });
		expect(attrs(world, '1000919').enabled).toBe(true);
		expect(attrs(world, '1000019').enabled).toBe(false);
		expect(world.tables.workers.get(25)!.others).toBeUndefined();
	});

	it('H-162: a global assignment is a second employment, and a filter reads the one at home or abroad', () => {
		const city = (path: string) => {
			const world = company();
			const abroad = { 'User.city': 'London' };
			act(world, '08:20', 'hr.assignment', { worker: 5, start: '2026-03-03', fields: abroad });
			act(world, '08:21', 'hr.employmentPath', { app: 'sf-ad', employment: path });
			world.advance({ to: at('03-03 02:00') });
			return source(world, 5)!.attrs['User.city'];
		};
		const home = String(source(company(), 5)!.attrs['User.city']);
		expect(home).not.toBe('London');
		expect([city('home'), city('host'), city('first'), city('last')]).toEqual([home, 'London', home, 'London']);
	});

	it('refuses an assignment that ends before it begins, or from an employment that ends', () => {
		const world = company();
		const said = (args: object) => world.do({ verb: 'hr.assignment', args } as never);
		expect(said({ worker: 5, start: '2026-03-10', end: '2026-03-01' })).toMatchObject({ ok: false });
		expect(said({ worker: 5, start: '2026-02-30' })).toMatchObject({ ok: false });
		expect(said({ worker: 5, start: '2001-01-01' })).toMatchObject({ ok: false });
		act(world, '08:30', 'hr.terminate', { worker: 5, lastDay: '2026-03-20' });
		expect(said({ worker: 5, start: '2026-03-10' })).toMatchObject({ ok: false });
	});
});

describe('an employment that lies ahead in SuccessFactors', () => {
	const conversion = { worker: 21, to: 'employee', effective: '2026-03-20', fields: { [title]: 'Lead Designer' } };
	const row = (world: World) => world.tables.workers.get(21)!;
	function ahead(): World {
		const world = company();
		act(world, '08:05', 'hr.employmentPath', { app: 'sf-ad', employment: 'active' });
		act(world, '08:07', 'hr.convert', conversion);
		return world;
	}

	it('H-466, H-158: leaves the record of now as it is until its first day', () => {
		const world = ahead();
		expect(row(world)).toMatchObject({ type: 'C', hireDate: '2019-05-06', lastDay: '2026-03-19' });
		expect(run(world, '08:45')).toEqual(['skip 21']);
		world.advance({ to: at('03-20 01:00') });
		expect(row(world)).toMatchObject({ type: 'E', hireDate: '2026-03-20', lastDay: null });
		expect(attrs(world, '2000021')).toMatchObject({ title: 'Lead Designer', enabled: true });
	});

	it('H-100: a change until then is one of the employment of now', () => {
		const world = ahead();
		act(world, '08:10', 'hr.change', { worker: 21, fields: { [title]: 'Editor' } });
		expect(run(world, '08:45')).toEqual(['update 21']);
		expect(attrs(world, '2000021').title).toBe('Editor');
		world.advance({ to: at('03-20 01:00') });
		expect(attrs(world, '2000021').title).toBe('Lead Designer');
	});

	it('H-466: is taken back before it begins, and the end of the one of now with it', () => {
		const world = ahead();
		act(world, '08:10', 'hr.rescind', { worker: 21 });
		expect(row(world)).toMatchObject({ lastDay: null, rescinded: false, others: [] });
		world.advance({ to: at('03-21 01:00') });
		expect(attrs(world, '2000021')).toMatchObject({ title: 'Content Designer', enabled: true });
		act(world, '03-21 01:10', 'hr.terminate', { worker: 21, lastDay: '2026-03-21' });
		act(world, '03-21 01:11', 'hr.rehire', { worker: 21, effective: '2026-04-01' });
		act(world, '03-21 01:12', 'hr.rescind', { worker: 21 });
		expect(row(world)).toMatchObject({ lastDay: '2026-03-21', rehired: false });
	});

	it('H-466: is the only one that can lie ahead, and a later last day is its own', () => {
		const world = ahead();
		const said = (verb: string, args: object) => world.do({ verb, args } as never);
		const message = 'The next employment begins on 2026-03-20 already.';
		expect(said('hr.convert', { ...conversion, effective: '2026-03-25' })).toMatchObject({ message });
		expect(said('hr.rehire', { worker: 21, effective: '2026-03-25' })).toMatchObject({ message });
		act(world, '08:10', 'hr.terminate', { worker: 21, lastDay: '2026-03-27' });
		world.advance({ to: at('03-26 12:00') });
		expect(row(world)).toMatchObject({ type: 'E', lastDay: '2026-03-27' });
		expect(attrs(world, '2000021').enabled).toBe(true);
		world.advance({ to: at('03-28 01:00') });
		expect(attrs(world, '2000021').enabled).toBe(false);
	});
});
