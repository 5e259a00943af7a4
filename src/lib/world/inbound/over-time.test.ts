import { describe, expect, it } from 'vitest';
import { accountOf, act, at, connectRun, hrCompany, jobRun, withExpression } from '../testing/hybrid';
import type { World } from '#lib/world';

const account = (world: World, id: string) => accountOf(world, id)!;
const run = (world: World, time: string) => {
	world.advance({ to: at(time) + 3 * 60_000 });
	return jobRun(world, 'wd-ad', time);
};
/** At which of these moments the account is enabled. */
const enabledAt = (world: World, id: string, times: string[]) =>
	times.filter((time) => {
		world.advance({ to: at(time) });
		return account(world, id).attrs.enabled === true;
	});
const ruhi = { name: 'Ruhi Kapoor', org: 'Finance', city: 'Austin', manager: 19, hireDate: '2026-03-02' };

describe('the last day of work', () => {
	it('H-123: midnight in Pacific Time is an hour earlier in UTC once summer time has begun', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.terminate', { worker: 20, lastDay: '2026-03-04' });
		act(world, '08:06', 'hr.terminate', { worker: 13, lastDay: '2026-03-10' });
		expect(enabledAt(world, '1000020', ['03-05 07:59', '03-05 08:02'])).toEqual(['03-05 07:59']);
		expect(enabledAt(world, '1000013', ['03-11 07:19', '03-11 07:22'])).toEqual(['03-11 07:19']);
	});

	it('H-120, H-144: entered afterwards, it disables with the next cycle, and Connect brings it on', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.terminate', { worker: 13, lastDay: '2026-02-20' });
		expect(run(world, '08:40')).toEqual(['disable 13']);
		expect(connectRun(world, '09:10')).toEqual(['update 13']);
		expect(world.tables.users.get(13)!.attrs.accountEnabled).toBe(false);
	});

	it('H-120, H-165: put off it counts from the new day, and rescinded in time it disables nobody', () => {
		const world = hrCompany();
		for (const worker of [13, 20]) act(world, '08:05', 'hr.terminate', { worker, lastDay: '2026-03-03' });
		act(world, '03-03 10:00', 'hr.terminate', { worker: 13, lastDay: '2026-03-12' });
		act(world, '03-03 10:05', 'hr.rescind', { worker: 20 });
		const putOff = ['03-04 08:02', '03-12 23:00'];
		expect(enabledAt(world, '1000013', [...putOff, '03-13 07:22'])).toEqual(putOff);
		expect(account(world, '1000020').attrs.enabled).toBe(true);
	});

	it('H-127: the lookahead alone changes nothing about the day', () => {
		const world = hrCompany();
		act(world, '08:05', 'job.stop', { app: 'wd-ad' });
		act(world, '08:06', 'hr.lookahead', { app: 'wd-ad', on: true });
		act(world, '08:07', 'job.restart', { app: 'wd-ad' });
		act(world, '08:20', 'hr.terminate', { worker: 13, lastDay: '2026-03-05' });
		const worked = ['03-05 12:00', '03-06 07:59'];
		expect(enabledAt(world, '1000013', [...worked, '03-06 08:50'])).toEqual(worked);
	});
});

describe('coming back', () => {
	it('H-082 to H-084, H-150: a rehire that lies ahead enables the account as soon as it is entered', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.terminate', { worker: 13, lastDay: '2026-02-27' });
		act(world, '03-03 08:05', 'hr.rehire', { worker: 13, effective: '2026-03-23' });
		const after = ['03-03 08:42', '03-23 12:00'];
		expect(enabledAt(world, '1000013', ['08:42', '03-03 08:39', ...after])).toEqual(after);
	});

	it('H-150, H-163: a hire that was rescinded is entered again under the same id, and keeps its account', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.attributeList', { app: 'wd-ad', attribute: 'StatusHireRescinded', on: true });
		const flag = 'Switch([StatusHireRescinded], "False", "1", "True")';
		const attributes = withExpression(world, 'wd-ad', 'accountDisabled', flag);
		act(world, '08:10', 'job.saveMapping', { app: 'wd-ad', attributes });
		act(world, '08:20', 'hr.hire', { ...ruhi, workerId: '1007777', hireDate: '2026-03-16' });
		expect(run(world, '08:50')).toEqual(['create 25', 'ref 25']);
		act(world, '09:00', 'hr.rescind', { worker: 25 });
		expect(world.do({ verb: 'hr.rescind', args: { worker: 25 } })).toMatchObject({ ok: false });
		expect(run(world, '09:30')).toEqual(['disable 25']);
		act(world, '09:40', 'hr.rehire', { worker: 25, effective: '2026-03-09' });
		expect(run(world, '10:10')).toEqual(['enable 25']);
		expect(world.tables.workers.get(25)).toMatchObject({ hireDate: '2026-03-09', rescinded: false, rehired: false });
	});

	it('H-151, H-205: one with a new id needs another unit, because the old account keeps the name', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.terminate', { worker: 10, lastDay: '2026-02-27' });
		act(world, '08:45', 'hr.rehire', { worker: 10, workerId: '1005510', effective: '2026-03-02' });
		expect(run(world, '09:20')).toEqual(['fail EntryAlreadyExists 25']);
		act(world, '09:30', 'hr.change', { worker: 25, fields: { Municipality: 'London' } });
		expect(run(world, '10:00')).toEqual(['create 25', 'ref 25']);
		expect(account(world, '1005510').attrs.userPrincipalName).toBe('H.Tanaka@contoso.com');
		expect(account(world, '1000010').attrs.enabled).toBe(false);
	});
});

describe('who falls out of scope', () => {
	it('C-223, H-138: what else differs travels with the disable of a worker who falls out of the filter', () => {
		const world = hrCompany();
		const clauses = [{ attribute: 'Municipality', operator: 'NOT EQUALS', value: 'London' }];
		act(world, '08:10', 'job.saveFilter', { app: 'wd-ad', filter: { groups: [{ clauses }] } });
		run(world, '08:10');
		const moved = { Municipality: 'London', BusinessTitle: 'Account Manager' };
		act(world, '08:20', 'hr.change', { worker: 5, fields: moved });
		expect(run(world, '08:50')).toEqual(['disable 5']);
		expect(account(world, '1000005').attrs).toMatchObject({
			enabled: false,
			title: 'Account Manager',
			l: 'London',
			distinguishedName: 'CN=John Smith,OU=London,OU=Users,DC=contoso,DC=com'
		});
		act(world, '09:00', 'hr.change', { worker: 5, fields: { BusinessTitle: 'Clerk' } });
		expect(run(world, '09:30')).toEqual(['skip 5']);
		expect(account(world, '1000005').attrs.title).toBe('Account Manager');
	});
});

describe('who leads whom', () => {
	it('H-062, H-255: a chain of newcomers is linked in the cycle that creates them, whoever comes first', () => {
		const world = hrCompany();
		const hired: [string, string][] = [
			['Ruhi Kapoor', '1007777'],
			['Odo Brandt', '1007778'],
			['Ines Falk', '1007779']
		];
		for (const [name, workerId] of hired) act(world, '08:05', 'hr.hire', { ...ruhi, name, workerId });
		act(world, '08:08', 'hr.change', { worker: 25, manager: 27 });
		act(world, '08:09', 'hr.change', { worker: 27, manager: 26 });
		expect(run(world, '08:40')).toEqual(['create 25 26 27', 'ref 25 26 27']);
		const leads = hired.map(([, id]) => world.tables.adUsers.get(account(world, id).attrs.manager as number)!.attrs.cn);
		expect(leads).toEqual(['Ines Falk', 'Daniel Cohen', 'Odo Brandt']);
	});

	it('H-105: a manager who changes on a day to come is written on that day', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.change', { worker: 18, manager: 19, effective: '2026-03-04' });
		world.advance({ to: at('03-04 07:59') });
		expect(account(world, '1000018').attrs.manager).toBe(1);
		world.advance({ to: at('03-04 08:03') });
		expect(account(world, '1000018').attrs.manager).toBe(19);
	});
});

describe('what Active Directory has room for', () => {
	it.each([
		['PostalCode', 'postalCode', 40],
		['BusinessTitle', 'title', 128],
		['Company', 'company', 64],
		['SupervisoryOrganization', 'department', 64],
		['PrimaryWorkTelephone', 'telephoneNumber', 64],
		['FirstName', 'givenName', 64]
	])('H-202, H-203: %s fills %s up to %i characters, and fails with one more', (field, target, limit) => {
		const world = hrCompany();
		act(world, '08:05', 'hr.change', { worker: 13, fields: { [field]: '7'.repeat(limit) } });
		act(world, '08:06', 'hr.change', { worker: 20, fields: { [field]: '7'.repeat(limit + 1) } });
		expect(run(world, '08:40')).toEqual(['update 13', 'fail SystemForCrossDomainIdentityManagementBadResponse 20']);
		expect(account(world, '1000013').attrs[target]).toBe('7'.repeat(limit));
	});
});

describe('agents', () => {
	it('H-276, H-283, H-285: of three each takes over from the one before, and nothing is lost when the last one stops', () => {
		const world = hrCompany();
		const [first] = [...world.tables.agents.all()];
		for (const agent of ['quay-2', 'quay-3']) act(world, '08:05', 'agent.install', { agent });
		act(world, '08:06', 'agent.stop', { agent: first!.name });
		act(world, '08:07', 'hr.hire', { ...ruhi, workerId: '1007777' });
		expect(run(world, '08:40')).toEqual(['create 25', 'ref 25']);
		for (const agent of ['quay-2', 'quay-3']) act(world, '08:50', 'agent.stop', { agent });
		act(world, '08:52', 'hr.change', { worker: 13, fields: { BusinessTitle: 'Rigger' } });
		expect(run(world, '09:20')).toEqual([]);
		expect(world.sim.host.job(0).quarantine?.error?.code).toBe('HybridIdentityServiceNoActiveAgents');
		act(world, '10:03', 'agent.start', { agent: 'quay-3' });
		expect(run(world, '15:20')).toEqual(['update 13']);
		expect(world.sim.host.job(0).quarantine).toBeNull();
	});
});
