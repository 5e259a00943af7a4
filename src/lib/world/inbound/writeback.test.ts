import { describe, expect, it } from 'vitest';
import type { AttributeMapping } from '#lib/engine/mapping';
import { templateOf } from '#lib/hr/templates';
import { createWorld, type World, type WorldOptions } from '#lib/world';
import { answerForHr } from './hr-provider';
import { accountOf, act, at, connectRun, jobRun } from '../testing/hybrid';

const company = (options: WorldOptions = {}) => createWorld({ preset: 'hybrid-hr', ...options });
const run = (world: World, app: string, time: string) => {
	world.advance({ to: at(time) + 3 * 60_000 });
	return jobRun(world, app, time);
};
const worker = (world: World, slot: number) => world.tables.workers.get(slot)!;

function save(
	world: World,
	time: string,
	app: string,
	changed: Record<string, AttributeMapping['source'] | null>
): void {
	const job = world.sim.host.job(world.tables.jobsByApp.first(world.tables.appsByKey.first(app)!)!);
	const { attributes } = world.sim.host.config(job.config).users;
	const kept = attributes.filter(({ target }) => !(target in changed));
	const added = Object.entries(changed).flatMap(([target, source]) => (source ? [{ target, source }] : []));
	act(world, time, 'job.saveMapping', { app, attributes: [...kept, ...added] });
}
const expression = (text: string) => ({ type: 'Expression', expression: text }) as const;
const constant = (value: string) => ({ type: 'Constant', value }) as const;

describe('Workday Writeback', () => {
	it('S-52, H-323, H-333: writes mail and user name back, and the next inbound cycle finds nothing to do', () => {
		const world = company();
		const lena = { name: 'Lena Fischer', org: 'Sales', city: 'Seattle', manager: 3, workerId: '1000900' };
		act(world, '08:07', 'hr.hire', { ...lena, hireDate: '2026-03-02' });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '08:30')).toEqual(['skip (25)']);
		const account = () => accountOf(world, '1000900')!;
		world.advance({ to: at('08:45') });
		act(world, '08:50', 'ad.edit', { account: account().slot, attribute: 'mail', value: 'lena.fischer@contoso.com' });
		expect(connectRun(world, '09:10')).toHaveLength(1);
		expect(run(world, 'wd-wb', '09:50')).toEqual([`update ${world.tables.users.next - 1}`]);
		expect(worker(world, 25).fields).toMatchObject({
			EmailAddress: 'lena.fischer@contoso.com',
			UserID: 'Lena.Fischer@contoso.com'
		});
		expect(run(world, 'wd-ad', '10:00')).toEqual(['skip 25']);
	});

	it('H-342: looks at everybody, whatever scope is chosen', () => {
		const world = company();
		act(world, '08:25', 'job.setScope', { app: 'wd-wb', mode: 'assigned' });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		act(world, '08:50', 'ad.edit', { account: 13, attribute: 'mail', value: 'bart@contoso.com' });
		expect(run(world, 'wd-wb', '09:50')).toEqual(['update 13']);
		expect(worker(world, 13).fields.EmailAddress).toBe('bart@contoso.com');
	});

	it('S-60, H-345: writes for a pre-hire as soon as the user exists', () => {
		const world = company();
		act(world, '08:07', 'hr.hire', { person: 24, hireDate: '2026-03-16' });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '09:50')).toHaveLength(1);
		expect(worker(world, 24).fields.UserID).toBe('Nadia.Rossi@contoso.com');
	});

	it('S-60, H-346 to H-348, EV-11: delayed, it needs the day to have passed and something to change', () => {
		const world = company({ captureHireDate: true });
		save(world, '08:05', 'wd-wb', {
			UserID: expression(
				'IgnoreFlowIfNullOrEmpty(IIF(DateDiff("d", Now(), CDate([employeeHireDate])) >= 0, "", [userPrincipalName]))'
			)
		});
		act(world, '08:07', 'hr.hire', { person: 24, hireDate: '2026-03-16' });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '08:30')).toEqual(['skip (25)']);
		expect(connectRun(world, '09:10')).toHaveLength(1);
		const user = world.tables.users.next - 1;
		expect(world.tables.users.get(user)!.attrs.employeeHireDate).toBe('2026-03-16T00:00:00Z');
		expect(run(world, 'wd-wb', '09:50')).toEqual([`skip ${user}`]);
		const { slot } = accountOf(world, '1000024')!;
		const badge = (value: string) => ({ account: slot, attribute: 'extensionAttribute1', value });
		act(world, '03-16 09:01', 'ad.edit', badge('badge'));
		expect(run(world, 'wd-wb', '03-16 09:50')).toEqual([`skip ${user}`]);
		act(world, '03-17 09:30', 'ad.edit', badge('badge 7'));
		expect(run(world, 'wd-wb', '03-17 09:50')).toEqual([`update ${user}`]);
	});

	const landline = expression(
		'Replace(Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>.*)", , "${phoneNumber}", , ), , "[()\\\\s-]+", , "", , )'
	);

	it('S-61, H-351, H-352: extensions have a part of their own, and secondary numbers pile up', () => {
		const world = company();
		save(world, '08:05', 'wd-ad', { telephoneNumber: null });
		save(world, '08:28', 'wd-wb', { landlineNumber: landline, landlinePrimary: constant('true') });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '08:30')).toEqual(['skip (24)', 'update 6']);
		expect(worker(world, 6).landlines).toEqual([{ number: '2062918163x8125', extension: null, primary: true }]);
		const pattern = '"\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>[^x]*)(x(?<extension>.*))?"';
		save(world, '09:05', 'wd-wb', {
			landlineNumber: expression(
				`Replace(Replace([telephoneNumber], , ${pattern}, , "\${phoneNumber}", , ), , "[()\\\\s-]+", , "", , )`
			),
			landlineExtension: expression(
				`IgnoreFlowIfNullOrEmpty(Replace([telephoneNumber], , ${pattern}, , "\${extension}", , ))`
			)
		});
		expect(run(world, 'wd-wb', '09:05')).toEqual(['skip (24)', 'update 6']);
		expect(worker(world, 6).landlines).toEqual([{ number: '2062918163', extension: '8125', primary: true }]);
		save(world, '09:20', 'wd-wb', { landlinePrimary: constant('false') });
		expect(run(world, 'wd-wb', '09:20')).toEqual(['update (24)', 'skip 25']);
		expect(worker(world, 8).landlines).toHaveLength(2);
		act(world, '09:30', 'ad.edit', { account: 8, attribute: 'telephoneNumber', value: '+34 5550199' });
		expect(run(world, 'wd-wb', '10:00')).toEqual(['update 8']);
		expect(worker(world, 8).landlines).toHaveLength(3);
	});

	it('H-349: an empty value clears nothing, the call fails', () => {
		const world = company();
		save(world, '08:10', 'wd-wb', { EmailAddress: constant('') });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '08:30')).toContain('fail UnprocessableEntity (24)');
	});

	it('H-029: a missing permission fails what needs it', () => {
		const world = company();
		act(world, '08:10', 'app.set', { app: 'wd-wb', settings: { missingDomains: ['Workday Accounts'] } });
		act(world, '08:11', 'hr.change', { worker: 5, fields: { UserID: 'jsmith' } });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '08:30')).toContain('fail InsufficientRights 5');
	});

	it('H-030, H-353: without its place among the initiators the change of contact data fails, by the name of its operation', () => {
		const world = company();
		const initiators = 'Initiators of Change Work Contact Information (Web Service)';
		act(world, '08:10', 'hr.domains', { app: 'wd-wb', missing: [initiators] });
		act(world, '08:10', 'hr.activateDomains', { app: 'wd-wb' });
		act(world, '08:11', 'hr.change', { worker: 5, fields: { EmailAddress: 'old@contoso.com' } });
		act(world, '08:12', 'hr.change', { worker: 7, fields: { UserID: 'zoe' } });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '08:30')).toEqual(expect.arrayContaining(['fail InsufficientRights 5', 'update 7']));
		const [escrow] = world.tables.escrows.all();
		expect(escrow!.reason).toContain('Change_Work_Contact_Information');
	});

	it('H-341, H-360: a worker is read under the names of its own system alone', () => {
		const read = (world: World, key: string) => {
			const app = world.tables.apps.get(world.tables.appsByKey.first(key)!)!;
			const path = `/objects/${worker(world, 7).wid}`;
			const answer = answerForHr(world.sim, app, { app: app.slot, method: 'GET', path, headers: {} });
			return Object.keys(JSON.parse(answer.body ?? '{}') as object);
		};
		const workday = read(company(), 'wd-wb');
		expect(workday).toEqual(expect.arrayContaining(['WorkerID', 'UserID', 'EmailAddress', 'landlineNumber']));
		for (const name of ['emailType', 'personIdExternal', 'businessPhoneNumber']) expect(workday).not.toContain(name);
		const successfactors = read(company({ hr: 'successfactors' }), 'sf-wb');
		expect(successfactors).toEqual(expect.arrayContaining(['personIdExternal', 'userId', 'emailType', 'username']));
		expect(successfactors).not.toContain('WorkerID');
		expect(Object.keys(templateOf('wd-wb')!.targets)).not.toContain('emailType');
		expect(Object.keys(templateOf('sf-wb')!.targets)).not.toContain('EmailAddress');
	});

	it('H-344: a user without a worker is skipped, never created', () => {
		const world = company({ preset: 'mixed' });
		act(world, '08:30', 'job.start', { app: 'wd-wb' });
		expect(run(world, 'wd-wb', '08:30')).toEqual(['skip (25)']);
		expect([...world.tables.workers.all()]).toHaveLength(19);
	});
});

describe('SuccessFactors', () => {
	it('S-62, H-194, H-321: writes mail inbound, so that a change by IT is lost', () => {
		const world = company({ hr: 'successfactors' });
		expect(run(world, 'sf-ad', '08:00')).toEqual(['skip (24)']);
		save(world, '08:25', 'sf-wb', { email: { type: 'Direct', attribute: 'mail' } });
		act(world, '08:26', 'job.setScope', { app: 'sf-wb', mode: 'all' });
		act(world, '08:30', 'job.start', { app: 'sf-wb' });
		expect(run(world, 'sf-wb', '08:30')).toEqual(['skip (25)']);
		act(world, '09:05', 'ad.edit', { account: 7, attribute: 'mail', value: 'zoe.mueller@contoso.com' });
		act(world, '09:15', 'hr.change', { worker: 7, fields: { 'EmpJob.jobTitle': 'Senior Account Executive' } });
		expect(run(world, 'sf-ad', '09:20')).toEqual(['update 7']);
		expect(accountOf(world, '1000007')!.attrs.mail).toBe('zoe.muller@contoso.com');
		expect(run(world, 'sf-wb', '09:50')).toEqual(['skip 7']);
	});

	it('H-363, H-367: writes for those who are assigned, and for nobody else', () => {
		const world = company({ hr: 'successfactors' });
		act(world, '08:25', 'assign', { app: 'sf-wb', kind: 'user', who: [13] });
		act(world, '08:30', 'job.start', { app: 'sf-wb' });
		for (const account of [13, 19])
			act(world, '08:50', 'ad.edit', {
				account,
				attribute: 'userPrincipalName',
				value: `harbour${account}@contoso.com`
			});
		expect(run(world, 'sf-wb', '09:50')).toEqual(['update 13', 'skip 19']);
		expect([13, 19].map((slot) => worker(world, slot).fields['User.username'])).toEqual([
			'harbour13@contoso.com',
			'daniel.cohen@contoso.com'
		]);
	});

	it('H-132: disables when no employment is active', () => {
		const world = company({ hr: 'successfactors' });
		act(world, '08:10', 'hr.terminate', { worker: 19, lastDay: '2026-03-01' });
		expect(run(world, 'sf-ad', '08:40')).toEqual(['disable 19']);
	});
});

describe('Workday to Microsoft Entra ID', () => {
	it('H-010, H-109, H-441: creates cloud users directly, which needs no agent and no Connect', () => {
		const world = createWorld({ hr: 'workday' });
		act(world, '08:05', 'job.start', { app: 'wd-entra' });
		world.advance({ to: at('08:10') });
		const lena = { name: 'Lena Fischer', org: 'Sales', city: 'Seattle', manager: 3, workerId: '1000900' };
		act(world, '08:41', 'hr.hire', { ...lena, hireDate: '2026-02-23' });
		expect(run(world, 'wd-entra', '08:45')).toEqual(['create 25', 'ref 25']);
		expect(world.tables.users.get(26)!.attrs).toMatchObject({
			userPrincipalName: 'Lena.Fischer@contoso.com',
			employeeId: '1000900',
			dirSyncEnabled: false,
			manager: 3
		});
		act(world, '08:50', 'hr.terminate', { worker: 25, lastDay: '2026-03-01' });
		expect(run(world, 'wd-entra', '09:25')).toEqual(['disable 25']);
		expect(world.tables.users.get(26)!.attrs.accountEnabled).toBe(false);
	});

	it('H-217: a name that is taken fails the create', () => {
		const world = createWorld({ hr: 'workday' });
		act(world, '08:05', 'job.start', { app: 'wd-entra' });
		act(world, '08:20', 'hr.hire', { name: 'Daniel Cohen', workerId: '1000900' });
		expect(run(world, 'wd-entra', '08:45')).toEqual(['fail EntryConflict 25']);
	});

	it('H-217, H-464: the name of a deleted user is not taken', () => {
		const world = createWorld({ hr: 'workday' });
		act(world, '08:05', 'job.start', { app: 'wd-entra' });
		act(world, '08:10', 'user.softDelete', { user: 19 });
		act(world, '08:20', 'hr.hire', { name: 'Daniel Cohen', workerId: '1000900' });
		expect(run(world, 'wd-entra', '08:45')).toEqual(['create 25']);
	});
});

describe('SuccessFactors Writeback for somebody with several employments', () => {
	/** Daniel Cohen was rehired: his first employment has ended. */
	function rehired(userId: Partial<AttributeMapping> | null) {
		const world = company({ hr: 'successfactors' });
		act(world, '08:05', 'hr.terminate', { worker: 19, lastDay: '2026-02-27' });
		act(world, '08:06', 'hr.rehire', { worker: 19, effective: '2026-03-02' });
		const job = world.sim.host.job(world.tables.jobsByApp.first(world.tables.appsByKey.first('sf-wb')!)!);
		const { attributes } = world.sim.host.config(job.config).users;
		const more = userId && { target: 'userId', source: expression('Join("", [employeeId], "-2")'), ...userId };
		act(world, '08:24', 'job.saveMapping', { app: 'sf-wb', attributes: [...attributes, ...(more ? [more] : [])] });
		act(world, '08:25', 'job.setScope', { app: 'sf-wb', mode: 'all' });
		act(world, '08:30', 'job.start', { app: 'sf-wb' });
		act(world, '08:50', 'ad.edit', { account: 19, attribute: 'userPrincipalName', value: 'dan.cohen@contoso.com' });
		run(world, 'sf-wb', '09:50');
		const { fields, others } = worker(world, 19);
		return [fields['User.username'], others![0]!.fields['User.username']];
	}
	const [before, after] = ['daniel.cohen@contoso.com', 'dan.cohen@contoso.com'];

	it('H-368: of several employments the first is written unless userId goes with every change', () => {
		expect(rehired(null)).toEqual([before, after]);
		expect(rehired({})).toEqual([before, after]);
		expect(rehired({ flowBehavior: 'FlowAlways' })).toEqual([after, before]);
	});
});
