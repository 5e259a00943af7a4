import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { views } from '../index';
import { at, must } from '../testing.fixture';

const company = () => {
	const world = createWorld({ preset: 'hybrid-hr', apps: ['byoa'] });
	world.advance({ to: at('09:00') });
	return world;
};
const hire = { name: 'Lena Fischer', org: 'Sales', city: 'Seattle', manager: 3, workerId: '1000900' };

describe('the workers of a company', () => {
	it('are none where there is no human-resources system, and the screen is told so', () => {
		expect(views.workers(createWorld(), {})).toMatchObject({ hr: null, rows: [], of: 0 });
		expect(views.worker(createWorld(), { worker: 7 })).toBeNull();
	});

	it('have their state at the moment that is shown, and are found by name and number', () => {
		const world = company();
		expect(views.workers(world, {}).hr).toMatchObject({ name: 'Workday', today: '2026-03-02' });
		must(world, 'hr.terminate', { worker: 7, lastDay: '2026-03-05' });
		expect(views.workers(world, { state: 'leaving' }).rows.map(({ slot }) => slot)).toEqual([7]);
		world.advance({ to: Date.UTC(2026, 2, 6, 9) });
		expect(views.workers(world, { state: 'leaving' }).rows).toEqual([]);
		expect(views.workers(world, { state: 'terminated' }).rows.map(({ slot }) => slot)).toContain(7);
		expect(views.workers(world, { search: 'fischer' }).total).toBe(0);
		must(world, 'hr.hire', { ...hire, hireDate: '2026-03-16' });
		expect(views.workers(world, { state: 'future hire' }).rows.map(({ workerId }) => workerId)).toContain('1000900');
		expect(views.workers(world, { search: '1000900' }).rows[0]).toMatchObject({ name: 'Lena Fischer', links: [] });
		expect(world.tables.workersById.first(views.workers(world, {}).freeId)).toBeUndefined();
	});

	it('C-306, H-364: say what a writeback cannot bring back, and when it is tried again', () => {
		const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors', apps: ['sf-wb'] });
		world.advance({ to: at('09:00') });
		const job = [...world.tables.jobs.all()].find(({ app }) => world.tables.apps.get(app)!.key === 'sf-wb')!;
		const { attributes } = world.tables.configs.get(job.config)!.users;
		const more = [
			{ target: 'email', source: { type: 'Direct', attribute: 'mail' } },
			{ target: 'emailType', source: { type: 'Constant', value: '1' } }
		];
		must(world, 'job.saveMapping', { app: 'sf-wb', attributes: [...attributes, ...more] as never });
		must(world, 'job.setScope', { app: 'sf-wb', mode: 'all' });
		must(world, 'job.start', { app: 'sf-wb' });
		expect(views.worker(world, { worker: 7 })!.failing).toEqual([]);
		world.advance({ by: 1_800_000 });
		const [failing, ...others] = views.worker(world, { worker: 7 })!.failing;
		expect(others).toEqual([]);
		expect(failing).toMatchObject({
			app: { key: 'sf-wb' },
			isWriteback: true,
			reason: expect.stringContaining('emailType')
		});
		expect(failing!.retryAt).toBeGreaterThan(world.clock);
		must(world, 'job.stop', { app: 'sf-wb' });
		expect(views.worker(world, { worker: 7 })!.failing[0]!.retryAt).toBeNull();
	});

	it.each([
		['hybrid-hr', 'workday', 'LeaveAbsenceType', 'Parental'],
		['hybrid-hr', 'successfactors', 'EmpJob.emplStatus', 'U']
	] as const)('H-136, H-137: say that somebody is on leave (%s, %s)', (preset, hr, field, kind) => {
		const world = createWorld({ preset, hr });
		expect(views.workers(world, {}).hr!.leave).toMatchObject({ field });
		must(world, 'hr.change', { worker: 7, fields: { [field]: kind } });
		const away = () => views.workers(world, { state: 'on leave' }).rows.map(({ slot }) => slot);
		expect(away()).toContain(7);
		must(world, 'hr.change', { worker: 7, fields: { [field]: null } });
		expect(away()).not.toContain(7);
	});

	it('proposes the number after the last employee, and nobody else’s', () => {
		const world = company();
		expect(views.workers(world, {}).freeId).toBe('1000025');
		must(world, 'hr.hire', { ...hire, workerId: '1000025', hireDate: '2026-03-16' });
		expect(views.workers(world, {}).freeId).toBe('1000026');
	});

	it('H-080: somebody who was hired is linked after the next cycle, and has a user after Connect', () => {
		const world = company();
		must(world, 'hr.hire', { ...hire, hireDate: '2026-03-02' });
		const lena = () => views.workers(world, { search: 'Lena Fischer' }).rows[0]!;
		expect(views.workers(world, { linked: 'no' }).rows.map(({ slot }) => slot)).toContain(lena().slot);
		world.advance({ by: 3 * 3_600_000 });
		expect(lena().links).toMatchObject([{ app: 'wd-ad', target: 'Active Directory', user: { name: 'Lena Fischer' } }]);
	});
});

describe('a company whose SuccessFactors feeds the tenant', () => {
	it('shows its own field names, and a link to the user without Active Directory', () => {
		const world = createWorld({ preset: 'cloud-only', hr: 'successfactors' });
		must(world, 'job.start', { app: 'sf-entra' });
		world.advance({ by: 3_600_000 });
		const { hr, rows } = views.workers(world, { search: '1000003' });
		expect(hr).toMatchObject({ name: 'SuccessFactors', fields: { title: 'EmpJob.jobTitle' } });
		expect(rows[0]).toMatchObject({ state: 'active', links: [{ app: 'sf-entra', target: 'Microsoft Entra ID' }] });
		expect(rows[0]!.links[0]!.user!.name).toBe(rows[0]!.name);
		expect(views.worker(world, { worker: 3 })!.fields.map(({ name }) => name)).toContain('EmpJob.jobTitle');
	});
});

describe('the time axis of a worker', () => {
	it('H-105: has what was entered, when it takes effect, and what changes', () => {
		const world = company();
		must(world, 'hr.change', { worker: 7, fields: { BusinessTitle: 'Pilot' }, effective: '2026-03-09' });
		const times = () => views.worker(world, { worker: 7 })!.times;
		expect(times().map(({ kind, isComing }) => [kind, isComing])).toEqual([
			['effective', false],
			['entered', false],
			['effective', true]
		]);
		expect(times()[2]).toMatchObject({
			date: '2026-03-09',
			rule: 'H-105',
			changes: [{ name: 'BusinessTitle', after: 'Pilot' }]
		});
		world.advance({ to: Date.UTC(2026, 2, 9, 9) });
		expect(times().every(({ isComing }) => !isComing)).toBe(true);
		expect(times().at(-1)!.changes).toMatchObject([{ name: 'BusinessTitle', after: 'Pilot' }]);
	});

	it('H-120, H-125: has the last day and the moment from which the worker is not active', () => {
		const world = company();
		must(world, 'hr.terminate', { worker: 7, lastDay: '2026-03-05' });
		const coming = views.worker(world, { worker: 7 })!.times.filter(({ isComing }) => isComing);
		expect(coming.map(({ at, rule }) => [new Date(at).toISOString().slice(0, 16), rule])).toEqual([
			['2026-03-05T08:00', 'H-125'],
			['2026-03-06T08:00', 'H-120']
		]);
	});

	it('H-150, H-465: keeps what came to pass before a rehire or a conversion wrote other days over it', () => {
		const world = company();
		const effective = (worker: number) =>
			views
				.worker(world, { worker })!
				.times.filter(({ kind }) => kind === 'effective')
				.map(({ at: when, title }) => `${new Date(when).toISOString().slice(0, 10)} ${title}`);
		must(world, 'hr.hire', { ...hire, hireDate: '2026-03-03' });
		must(world, 'hr.convert', { worker: 21, to: 'employee', effective: '2026-03-09' });
		must(world, 'hr.terminate', { worker: 7, lastDay: '2026-03-20' });
		world.advance({ to: Date.UTC(2026, 2, 4, 9) });
		must(world, 'hr.terminate', { worker: 25, lastDay: '2026-03-05' });
		must(world, 'hr.rescind', { worker: 7 });
		world.advance({ to: Date.UTC(2026, 2, 10, 9) });
		must(world, 'hr.rehire', { worker: 25, effective: '2026-03-16' });
		expect(effective(25)).toEqual([
			'2026-03-03 Hired: the first day',
			'2026-03-05 Last day of work',
			'2026-03-06 Terminated: not active from here',
			'2026-03-16 Rehired: the first day'
		]);
		expect(effective(21)).toEqual([
			'2019-05-06 Hired: the first day',
			'2026-03-09 Converted: the first day',
			'2026-03-09 What was entered for this day took effect'
		]);
		expect(effective(7)).toEqual(['2019-05-06 Hired: the first day']);
	});

	it('H-163: names the first day of a hire that is entered again, of whatever kind, as one', () => {
		const world = company();
		must(world, 'hr.hire', { ...hire, hireDate: '2026-03-05' });
		must(world, 'hr.rescind', { worker: 25 });
		world.advance({ to: Date.UTC(2026, 2, 6, 9) });
		must(world, 'hr.rehire', { worker: 25, effective: '2026-03-09', type: 'C' });
		const found = views.worker(world, { worker: 25 })!.times.filter(({ kind }) => kind === 'effective');
		expect(found.map(({ title }) => title)).toEqual(['Hire date of a hire that was rescinded', 'Hired: the first day']);
	});

	it('H-158: names the first day of a conversion in SuccessFactors, and says once when the one of before ended', () => {
		const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
		must(world, 'hr.convert', { worker: 21, to: 'employee', effective: '2026-03-09' });
		world.advance({ to: Date.UTC(2026, 2, 10, 9) });
		const found = views.worker(world, { worker: 21 })!.times.filter(({ kind }) => kind === 'effective');
		expect(found.map(({ title, rule }) => [title, rule])).toEqual([
			['Earlier employment: the first day', 'H-158'],
			['Converted: the first day', 'H-158'],
			['Earlier employment: ended', 'H-158'],
			['What was entered for this day took effect', 'H-054']
		]);
	});

	it('H-466: has an employment that lies ahead, of somebody who is at work', () => {
		const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
		must(world, 'hr.convert', { worker: 21, to: 'employee', effective: '2026-03-20' });
		const { worker, times } = views.worker(world, { worker: 21 })!;
		expect(worker).toMatchObject({ state: 'active', type: 'Contingent worker', next: '2026-03-20' });
		expect(times.filter(({ isComing }) => isComing).map(({ title }) => title)).toEqual([
			'Next employment: the first day'
		]);
	});
});

describe('the provisioning agents', () => {
	it('H-272, H-275 to H-278: have a state each, and the calls come to what it makes of them', () => {
		const world = company();
		const now = () => views.agents(world, {});
		expect(now()).toMatchObject({ reach: 'answered', through: 'agent1', agents: [{ state: 'active' }] });
		must(world, 'agent.install', { agent: 'agent2' });
		expect(now().agents.map(({ state }) => state)).toEqual(['active', 'standby']);
		must(world, 'agent.stop', { agent: 'agent1' });
		must(world, 'agent.silence', { agent: 'agent2' });
		expect(now()).toMatchObject({ reach: 'not answered', through: 'agent2' });
		expect(now().agents.map(({ state }) => state)).toEqual(['inactive', 'silent']);
		const { seq } = now().agents[1]!;
		expect(views.why(world, { seq: seq! })!.headline).toBe('The provisioning agent agent2 no longer answers.');
		must(world, 'agent.remove', { agent: 'agent2' });
		expect(now()).toMatchObject({ reach: 'no active agent', freeName: 'agent2' });
		expect(now().agents.map(({ state }) => state)).toEqual(['inactive', 'removed']);
		world.advance({ to: at('10:30') });
		expect(now().jobs).toMatchObject([{ key: 'wd-ad', quarantine: { code: 'HybridIdentityServiceNoActiveAgents' } }]);
	});

	it('H-270, H-273, H-274, H-287 to H-290: say what the documentation says of an agent’s server', () => {
		const said = new Map(views.agents(company(), {}).facts.map(({ rule, sentence }) => [rule, sentence]));
		for (const rule of ['H-270', 'H-273', 'H-274', 'H-287', 'H-288', 'H-289', 'H-290'])
			expect(said.get(rule), rule).toMatch(/\.$/);
		expect(said.get('H-270')).toContain('port 443');
		expect(said.get('H-287')).toMatch(/9 is the LDAP filter/);
		expect(said.get('H-290')).toContain('48 hours');
	});

	it('are none without Active Directory', () => {
		expect(views.agents(createWorld(), {})).toMatchObject({ hasDirectory: false, agents: [], reach: 'no agent' });
	});
});

describe('where a value comes from', () => {
	it('H-322: names the places, the carriers and the rules', () => {
		const world = company();
		must(world, 'hr.change', { worker: 7, fields: { LastName: 'Braun' } });
		world.advance({ by: 3 * 3_600_000 });
		const { hops } = views.valueTrace(world, { user: 7, attribute: 'surname' })!;
		expect(hops.map(({ place, carrier, value }) => [place, carrier, value])).toEqual([
			['Workday', null, 'Braun'],
			['Active Directory', 'Workday to Active Directory User Provisioning', 'Braun'],
			['Microsoft Entra ID', 'Connect sync', 'Braun']
		]);
		expect(hops.every(({ changed }) => /^[HC]-\d+$/.test(changed!.rule))).toBe(true);
		const [active] = views.valueTrace(world, { user: 7, attribute: 'accountEnabled' })!.hops;
		expect([active!.derived, hops[0]!.derived]).toEqual([true, false]);
		const managers = views.valueTrace(world, { user: 7, attribute: 'manager' })!.hops.map(({ value }) => value);
		expect(managers).toEqual(['John Smith', 'John Smith', 'John Smith']);
		for (const nobody of [{ user: 9999 }, { account: 9999 }, { worker: 9999 }])
			expect(views.valueTrace(world, { ...nobody, attribute: 'surname' })).toBeNull();
	});

	it('H-003, H-322: says what has to run before a value has arrived', () => {
		const world = company();
		must(world, 'hr.hire', { name: 'Lena Fischer', city: 'Seattle', workerId: '1000900' });
		const worker = world.tables.workersById.first('1000900')!;
		const ahead = (asked: object) => views.valueTrace(world, { ...asked, attribute: 'surname' } as never)!.ahead;
		expect(ahead({ worker })).toMatchObject({
			place: 'Active Directory',
			carrier: 'Workday to Active Directory User Provisioning'
		});
		world.advance({ to: ahead({ worker })!.at! + 60_000 });
		const account = world.tables.adByEmployeeId.first('1000900')!;
		expect(ahead({ account })).toMatchObject({ place: 'Microsoft Entra ID', carrier: 'Connect sync' });
		world.advance({ to: ahead({ account })!.at! + 60_000 });
		expect(ahead({ worker })).toBeNull();
	});

	it('H-200: promises no cycle to somebody whom every cycle fails, before the first attempt and after it', () => {
		const world = company();
		must(world, 'hr.hire', { name: 'Sukarno', city: 'Seattle', workerId: '1000901' });
		const worker = world.tables.workersById.first('1000901')!;
		const ahead = () => views.valueTrace(world, { worker, attribute: 'givenName' })!.ahead;
		const noName = 'Active Directory would not take the account of Sukarno: ObjectClassViolation: sn is missing.';
		expect(ahead()).toMatchObject({ place: 'Active Directory', but: noName });
		expect(views.whyNot(world, { kind: 'worker', slot: worker })!.headline).toBe(noName);
		world.advance({ to: ahead()!.at! + 60_000 });
		expect(ahead()!.but).toBe(noName);
		expect(views.whyNot(world, { kind: 'worker', slot: worker })!.conditions.map(({ what }) => what)).toContain(
			'escrow'
		);
		must(world, 'hr.change', { worker, fields: { LastName: 'Wijaya' } });
		expect(ahead()!.but).toBeNull();
		world.advance({ to: ahead()!.at! + 60_000 });
		expect(world.tables.adByEmployeeId.first('1000901')).toBeDefined();
	});

	it('H-303: says of an account that Connect leaves out that no run brings it', () => {
		const world = company();
		const named = { cn: 'Old Printer', givenName: 'Old', sn: 'Printer', userPrincipalName: 'old.printer@contoso.com' };
		must(world, 'ad.create', { attributes: { ...named, parentDistinguishedName: 'OU=NoSync,DC=contoso,DC=com' } });
		const account = world.tables.adUsers.next - 1;
		const { ahead } = views.valueTrace(world, { account, attribute: 'displayName' })!;
		expect(ahead!.but).toMatch(/leaves OU=NoSync,DC=contoso,DC=com out/);
	});
});
