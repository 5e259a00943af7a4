import { describe, expect, it } from 'vitest';
import { adTargets } from '#lib/hr/targets';
import { templates } from '#lib/hr/templates';
import type { AttributeMapping } from '#lib/engine/mapping';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at, connectRun, hrCompany, jobRun, lena, withExpression } from '../testing/hybrid';

const run = (world: World, time: string) => {
	world.advance({ to: at(time) + 2 * 60_000 });
	return jobRun(world, 'wd-ad', time);
};
const attributesOf = (world: World) => withExpression(world, 'wd-ad', '', '');
const saveMapping = (world: World, time: string, target: string, expression: string) =>
	act(world, time, 'job.saveMapping', { app: 'wd-ad', attributes: withExpression(world, 'wd-ad', target, expression) });
const addMapping = (world: World, time: string, more: AttributeMapping) =>
	act(world, time, 'job.saveMapping', { app: 'wd-ad', attributes: [...attributesOf(world), more] });
const saveFilter = (world: World, time: string, attribute: string, operator: string, value?: string) =>
	act(world, time, 'job.saveFilter', {
		app: 'wd-ad',
		filter: { groups: [{ clauses: [{ attribute, operator, ...(value !== undefined && { value }) }] }] }
	});
const attrs = (world: World, id: string) => accountOf(world, id)!.attrs;

describe('what a job from HR does not have', () => {
	it('H-033: no attribute of Active Directory that a job can write is binary', () => {
		expect(Object.values(adTargets).filter(({ type }) => type === 'Binary')).toEqual([]);
	});

	it('H-417: nothing writes back to an API', () => {
		expect(templates.filter(({ system, target }) => system === null && target === 'hr')).toEqual([]);
	});
});

describe('the cycles of a job from HR', () => {
	it('H-060: the generation of the service decides the interval of every job', () => {
		const world = hrCompany();
		const minutes = () => [...world.tables.jobs.all()].map(({ intervalMs }) => intervalMs / 60_000);
		expect(new Set(minutes())).toEqual(new Set([40]));
		act(world, '08:05', 'world.set', { era: 2017 });
		expect(new Set(minutes())).toEqual(new Set([10]));
	});

	it('H-061: a filter on a few is widened step by step, each time with a full cycle', () => {
		const world = hrCompany({ preset: 'HR-greenfield' });
		saveFilter(world, '08:01', 'WorkerID', 'EQUALS', '1000005');
		act(world, '08:02', 'job.start', { app: 'wd-ad' });
		world.advance({ to: at('08:30') });
		expect(accountOf(world, '1000005')).not.toBeNull();
		expect(accountOf(world, '1000006')).toBeNull();
		act(world, '08:31', 'job.saveFilter', { app: 'wd-ad', filter: null });
		world.advance({ to: at('09:00') });
		expect(accountOf(world, '1000006')).not.toBeNull();
	});

	it('H-062: managers need not come first: links between people are written after the people', () => {
		const world = hrCompany();
		act(world, '08:07', 'hr.hire', lena);
		act(world, '08:08', 'hr.hire', { ...lena, name: 'Max Adler', workerId: '1000901' });
		act(world, '08:09', 'hr.change', { worker: 25, manager: 26 });
		expect(run(world, '08:40')).toEqual(['create 25 26', 'ref 25 26']);
		expect(attrs(world, '1000900').manager).toBe(world.tables.adByEmployeeId.first('1000901'));
	});

	it('H-171, H-172: matching attributes are tried one after the other, and each is enough by itself', () => {
		const matched = (attribute: string) => {
			const world = hrCompany({ preset: 'HR-brownfield' });
			const second: AttributeMapping = {
				target: 'mail',
				source: { type: 'Direct', attribute: 'EmailAddress' },
				matchingPrecedence: 2,
				flowType: 'ObjectAddOnly'
			};
			act(world, '08:01', 'ad.edit', { account: 5, attribute, value: 'no-match@contoso.com'.slice(0, 16) });
			addMapping(world, '08:02', second);
			act(world, '08:03', 'job.onDemand', { app: 'wd-ad', object: 5 });
			world.advance({ to: at('08:10') });
			return world.sim.host.link(0, 'user', 5)?.targetId === world.tables.adUsers.get(5)!.id;
		};
		expect([matched('employeeID'), matched('mail')]).toEqual([true, true]);
	});

	it('H-418: more removals than the threshold put an inbound job into quarantine', () => {
		const world = hrCompany();
		world.advance({ to: at('08:30') });
		act(world, '08:31', 'job.setThreshold', { app: 'wd-ad', threshold: 1 });
		saveFilter(world, '08:50', 'WorkerID', 'REGEX MATCH', '(1[0-9][0-9][0-9][0-9][0-9][0-9])');
		world.advance({ to: at('10:30') });
		expect(world.sim.host.job(0).quarantine).not.toBeNull();
		expect(attrs(world, '2000014').enabled).toBe(true);
	});
});

describe('a threshold for leavers', () => {
	/** Three leave, and one has another title. */
	function leaving(threshold: number) {
		const world = hrCompany();
		act(world, '08:03', 'job.setThreshold', { app: 'wd-ad', threshold });
		for (const worker of [15, 19, 20]) act(world, '08:05', 'hr.terminate', { worker, lastDay: '2026-02-27' });
		act(world, '08:06', 'hr.change', { worker: 13, fields: { BusinessTitle: 'Rigger' } });
		return world;
	}
	const enabled = (world: World) => ['1000015', '1000019', '1000020'].map((id) => attrs(world, id).enabled);
	const reason = (world: World) => world.sim.host.job(0).quarantine?.reason;

	it('H-463: leavers whom the mapping disables count toward the deletion threshold', () => {
		const world = leaving(2);
		expect(run(world, '08:40')).toEqual(['update 13', 'skip 15 19 20']);
		expect(world.sim.host.removalsOf(0)).toHaveLength(3);
		expect([enabled(world), reason(world)]).toEqual([[true, true, true], 'TooManyDeletes']);
		act(world, '08:50', 'job.allowDeletes', { app: 'wd-ad' });
		expect(run(world, '08:50')).toEqual(['disable 15 19 20']);
		expect([enabled(world), reason(world)]).toEqual([[false, false, false], undefined]);
	});

	it('H-463: as many leavers as the threshold are disabled', () => {
		const world = leaving(3);
		expect(run(world, '08:40')).toEqual(['update 13', 'disable 15 19 20']);
		expect([enabled(world), reason(world)]).toEqual([[false, false, false], undefined]);
	});

	it('H-463, C-259: whose termination is rescinded stays, and the restart lifts the quarantine', () => {
		const world = leaving(2);
		run(world, '08:40');
		for (const worker of [15, 19, 20]) act(world, '08:50', 'hr.rescind', { worker });
		act(world, '08:55', 'job.restart', { app: 'wd-ad' });
		expect(run(world, '08:55')).toEqual(['skip (24)']);
		expect([enabled(world), reason(world)]).toEqual([[true, true, true], undefined]);
	});

	it('H-463: a run on demand disables one leaver at once', () => {
		const world = leaving(0);
		act(world, '08:10', 'job.onDemand', { app: 'wd-ad', object: 19 });
		world.advance({ to: at('08:15') });
		expect(attrs(world, '1000019').enabled).toBe(false);
	});
});

describe('expressions that the guide offers', () => {
	it('H-130: a provisioning group that is tested first disables as soon as it is assigned', () => {
		const world = hrCompany();
		const first =
			'Switch([ProvisioningGroup], Switch([Active], , "0", "True", "1", "False"), "Terminated Workers", "True")';
		saveMapping(world, '08:05', 'accountDisabled', first);
		act(world, '08:50', 'hr.change', { worker: 19, fields: { ProvisioningGroup: 'Terminated Workers' } });
		expect(attrs(world, '1000019').enabled).toBe(true);
		world.advance({ to: at('09:40') });
		expect(attrs(world, '1000019').enabled).toBe(false);
		expect(world.tables.workers.get(19)!.lastDay).toBeNull();
	});

	it('H-142: an expiry date is written, and disables nobody', () => {
		const world = hrCompany();
		act(world, '08:10', 'job.stop', { app: 'wd-ad' });
		act(world, '08:11', 'hr.lookahead', { app: 'wd-ad', on: true });
		addMapping(world, '08:12', {
			target: 'accountExpires',
			source: {
				type: 'Expression',
				expression:
					'IgnoreFlowIfNullOrEmpty(Switch([StatusTerminationLastDayOfWork], NumFromDate([StatusTerminationLastDayOfWork]), "", ""))'
			}
		});
		act(world, '08:13', 'job.start', { app: 'wd-ad' });
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-04' });
		world.advance({ to: at('03-04 12:00') });
		expect(String(attrs(world, '1000019').accountExpires)).toMatch(/^13417\d{13}$/);
		expect(attrs(world, '1000019').enabled).toBe(true);
	});

	it('H-143: an expression moves who has left to a unit of leavers', () => {
		const world = hrCompany();
		const place =
			'Switch([Active], "OU=Leavers,DC=contoso,DC=com", "1", Switch([Municipality], "OU=Default Users,DC=contoso,DC=com", "London", "OU=London,OU=Users,DC=contoso,DC=com", "Seattle", "OU=Seattle,OU=Users,DC=contoso,DC=com"))';
		saveMapping(world, '08:05', 'parentDistinguishedName', place);
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-02' });
		world.advance({ to: at('03-03 09:00') });
		expect(attrs(world, '1000019').distinguishedName).toContain('OU=Leavers');
	});

	it('H-216: an account name grows by one letter of the first name at a time', () => {
		const world = hrCompany();
		const part = (letters: number) => `Append(Mid([FirstName], 1, ${letters}), [LastName])`;
		saveMapping(world, '08:05', 'sAMAccountName', `SelectUniqueValue(${part(1)}, ${part(2)}, ${part(3)})`);
		const cities = ['Seattle', 'London', 'Austin'];
		cities.forEach((city, n) =>
			act(world, `08:1${n}`, 'hr.hire', { ...lena, name: 'Johann Winter', city, workerId: `100090${n}` })
		);
		world.advance({ to: at('09:00') });
		expect(cities.map((_, n) => attrs(world, `100090${n}`).sAMAccountName)).toEqual([
			'JWinter',
			'JoWinter',
			'JohWinter'
		]);
	});
});

describe('rehires and managers', () => {
	it('H-157: somebody who returns as another kind of worker takes the account over when it is entered', () => {
		const world = hrCompany();
		world.advance({ to: at('08:30') });
		const wid = () => world.sim.host.link(0, 'user', 21)!.sourceId;
		const before = wid();
		act(world, '09:00', 'hr.terminate', { worker: 21, lastDay: '2026-02-27' });
		act(world, '03-03 09:05', 'hr.rehire', { worker: 21, type: 'E', effective: '2026-03-16' });
		world.advance({ to: at('03-03 10:10') });
		expect(wid()).not.toBe(before);
		expect(world.tables.workers.get(21)!.type).toBe('E');
		expect([...world.tables.adUsers.all()]).toHaveLength(24);
	});

	it('H-259: a manager whose account has another employeeID is not found', () => {
		const world = hrCompany();
		act(world, '08:00', 'ad.edit', { account: 3, attribute: 'employeeID', value: '999' });
		act(world, '08:07', 'hr.hire', lena);
		world.advance({ to: at('08:45') });
		expect(attrs(world, '1000900').manager).toBeNull();
	});
});

describe('what follows after the directory', () => {
	it('H-146: an account that is deleted in Active Directory is gone, and Connect deletes its user softly', () => {
		const world = hrCompany();
		act(world, '08:15', 'ad.delete', { account: 5 });
		expect(world.tables.adUsers.get(5)).toBeNull();
		expect(connectRun(world, '08:40')).toEqual(['delete 5']);
		expect(world.tables.users.get(5)!.softDeletedAt).not.toBeNull();
	});

	it('H-192: the hire date goes straight into the tenant’s employeeHireDate', () => {
		const world = createWorld({ preset: 'cloud-only', hr: 'workday' });
		const attributes = withExpression(world, 'wd-entra', '', '').map((one) =>
			one.target === 'employeeHireDate'
				? { ...one, source: { type: 'Direct' as const, attribute: 'StatusHireDate' } }
				: one
		);
		act(world, '08:02', 'job.saveMapping', { app: 'wd-entra', attributes });
		act(world, '08:05', 'job.start', { app: 'wd-entra' });
		act(world, '08:50', 'hr.hire', { ...lena, hireDate: '2026-03-16' });
		world.advance({ to: at('10:00') });
		const user = world.tables.users.get(world.tables.usersByEmployeeId.first('1000900')!)!;
		expect(String(user.attrs.employeeHireDate)).toContain('2026-03-16');
	});

	it('H-326: what somebody changes in an application is not read, and stays until the user changes', () => {
		const world = createWorld({ apps: ['byoa'] });
		act(world, '08:05', 'assign', { app: 'byoa', kind: 'user', who: [3] });
		act(world, '08:20', 'job.start', { app: 'byoa' });
		world.advance({ to: at('08:30') });
		const slot = world.tables.appsByKey.first('byoa')!;
		const job = world.tables.jobsByApp.first(slot)!;
		const id = world.sim.host.link(job, 'user', 3)!.targetId;
		const Operations = [{ op: 'replace', path: 'title', value: 'By hand' }];
		const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations });
		const what = 'Change a title by hand';
		act(world, '08:31', 'app.request', { app: 'byoa', method: 'PATCH', path: `/Users/${id}`, body, what });
		const title = () => world.sim.apps.of(slot).store.get(id)!.data.title;
		world.advance({ to: at('12:00') });
		expect(title()).toBe('By hand');
		act(world, '12:01', 'user.edit', { user: 3, attribute: 'jobTitle', value: 'Pilot' });
		world.advance({ to: at('13:00') });
		expect(title()).toBe('Pilot');
	});

	it('H-332: a rule of a dynamic group is evaluated later, and the application’s cycle later still', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
		const group = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === 'DYN-Dept-Sales')!;
		act(world, '08:12', 'assign', { app: 'byoa', kind: 'group', who: [group.slot] });
		act(world, '08:37', 'hr.hire', lena);
		const user = () => world.tables.usersByEmployeeId.first('1000900');
		world.advance({ to: at('12:00'), until: () => user() !== undefined });
		const isMember = () =>
			world.tables.membersByMember.get(user()!).some((row) => world.tables.members.get(row)!.group === group.slot);
		expect(isMember()).toBe(false);
		world.advance({ by: 6 * 60_000 });
		expect(isMember()).toBe(true);
	});
});
