import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at, connectRun, hrCompany, jobRun, lena, withExpression } from '../testing/hybrid';

const run = (world: World, time: string, app = 'wd-ad') => {
	world.advance({ to: at(time) + 2 * 60_000 });
	return jobRun(world, app, time);
};
const attrs = (world: World, id: string) => accountOf(world, id)!.attrs;
const only = (world: World, time: string, attribute: string) => {
	const filter = { groups: [{ clauses: [{ attribute, operator: 'IS NOT NULL' }] }] };
	act(world, time, 'job.saveFilter', { app: 'wd-ad', filter });
};
const showHireDate = (world: World, time: string) => {
	const attributes = withExpression(world, 'wd-ad', 'physicalDeliveryOfficeName', 'Mid([StatusHireDate], 1, 10)');
	act(world, time, 'job.saveMapping', { app: 'wd-ad', attributes });
};
const ahead = { ...lena, hireDate: '2026-03-16' };
const contractor = '2000021';
const conversion = { worker: 21, to: 'employee', fields: { BusinessTitle: 'Senior Content Designer' } };

describe('somebody who is hired ahead', () => {
	it('H-083, H-105: is read as of the hire date, with what changes until then', () => {
		const world = hrCompany();
		act(world, '08:07', 'hr.hire', ahead);
		act(world, '08:08', 'hr.change', {
			worker: 25,
			fields: { BusinessTitle: 'Pilot' },
			manager: 4,
			effective: '2026-03-16'
		});
		act(world, '08:09', 'hr.change', { worker: 25, fields: { Municipality: 'London' }, effective: '2026-03-17' });
		expect(run(world, '08:40')).toEqual(['create 25', 'ref 25']);
		expect(attrs(world, '1000900')).toMatchObject({ title: 'Pilot', manager: 4, l: 'Seattle' });
		expect(run(world, '03-17 07:20')).toEqual(['update 25']);
		expect(attrs(world, '1000900').l).toBe('London');
	});

	it('H-089, H-105: in SuccessFactors too', () => {
		const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
		act(world, '08:07', 'hr.hire', ahead);
		const fields = { 'EmpJob.jobTitle': 'Pilot' };
		act(world, '08:08', 'hr.change', { worker: 25, fields, effective: '2026-03-16' });
		run(world, '08:40', 'sf-ad');
		expect(attrs(world, '1000900').title).toBe('Pilot');
	});

	it('H-054: is asked for on the hire date even if that is the last day of work as well', () => {
		const world = hrCompany();
		act(world, '08:07', 'hr.hire', ahead);
		act(world, '08:08', 'hr.terminate', { worker: 25, lastDay: '2026-03-16' });
		expect(run(world, '03-16 07:20')).toEqual(['skip 25']);
		expect(run(world, '03-17 07:20')).toEqual(['disable 25']);
	});
});

describe('a profile of its own', () => {
	it('H-465, H-179: a conversion that lies ahead leaves the present profile its kind of worker', () => {
		const world = hrCompany();
		only(world, '08:05', 'ContingentID');
		act(world, '08:20', 'hr.convert', { ...conversion, effective: '2026-03-20' });
		expect(run(world, '08:45')).toContain('skip 21');
		expect(attrs(world, contractor)).toMatchObject({ enabled: true, title: 'Content Designer' });
		world.advance({ to: at('03-20 06:59') });
		expect(attrs(world, contractor).enabled).toBe(true);
		world.advance({ to: at('03-20 08:00') });
		expect(attrs(world, contractor).enabled).toBe(false);
	});

	it('H-465: the hire date of the new profile is the day of the conversion', () => {
		const world = hrCompany();
		act(world, '08:07', 'hr.convert', { ...conversion, effective: '2026-03-20' });
		showHireDate(world, '08:10');
		run(world, '08:10');
		expect(attrs(world, contractor).physicalDeliveryOfficeName).toBe('2026-03-20');
		only(world, '08:20', 'ContingentID');
		run(world, '08:20');
		expect(attrs(world, contractor).physicalDeliveryOfficeName).toBe('2019-05-06');
	});

	it('H-054, H-155: the one that lies ahead is read as of its day, with what changes until then', () => {
		const world = hrCompany();
		act(world, '08:06', 'hr.change', { worker: 21, fields: { Municipality: 'London' }, effective: '2026-03-10' });
		act(world, '08:07', 'hr.convert', { ...conversion, effective: '2026-03-20' });
		run(world, '08:40');
		expect(attrs(world, contractor)).toMatchObject({ l: 'London', title: 'Senior Content Designer' });
	});

	it('H-465: a contract that ends before the conversion does not end the employment', () => {
		const world = hrCompany();
		act(world, '08:07', 'hr.terminate', { worker: 21, lastDay: '2026-03-19' });
		act(world, '08:08', 'hr.convert', { ...conversion, effective: '2026-03-20' });
		world.advance({ to: at('03-20 12:00') });
		expect(attrs(world, contractor)).toMatchObject({ enabled: true, title: 'Senior Content Designer' });
		act(world, '03-20 12:10', 'hr.terminate', { worker: 21, lastDay: '2026-03-20' });
		world.advance({ to: at('03-21 12:00') });
		expect(attrs(world, contractor).enabled).toBe(false);
	});

	it('H-465, H-154: one that has ended already begins anew with a backdated conversion', () => {
		const world = hrCompany();
		act(world, '08:07', 'hr.terminate', { worker: 21, lastDay: '2026-02-10' });
		expect(run(world, '08:40')).toEqual(['disable 21']);
		act(world, '08:50', 'hr.convert', { ...conversion, effective: '2026-03-01' });
		expect(run(world, '09:20')).toEqual(['enable 21']);
	});

	it('H-151, H-161: under a new id somebody comes back as a hire does, without mail and user name of before', () => {
		const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
		act(world, '08:07', 'hr.terminate', { worker: 19, lastDay: '2026-02-10' });
		act(world, '08:50', 'hr.rehire', { worker: 19, effective: '2026-03-01', workerId: '1000919' });
		expect(run(world, '09:20', 'sf-ad')).toEqual(['create 25', 'ref 25']);
		expect(attrs(world, '1000919')).toMatchObject({ sAMAccountName: '1000919', mail: null });
		expect(connectRun(world, '09:40')).toEqual(['create 26']);
	});
});

describe('the transaction log', () => {
	it('H-055: has a change of the language neither when it is entered nor when it takes effect', () => {
		const world = hrCompany();
		act(world, '08:07', 'hr.change', { worker: 5, fields: { LocalReference: 'fr-FR' }, effective: '2026-03-05' });
		expect(run(world, '08:40')).toEqual([]);
		expect(run(world, '03-05 08:00')).toEqual([]);
		act(world, '03-05 08:10', 'hr.change', { worker: 5, fields: { BusinessTitle: 'Clerk' } });
		expect(run(world, '03-05 08:40')).toEqual(['update 5']);
		expect(attrs(world, '1000005').preferredLanguage).toBe('fr-FR');
	});
});
