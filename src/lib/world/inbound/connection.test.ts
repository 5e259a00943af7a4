import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at, connectRun, hrCompany, jobRun, lena, withExpression } from '../testing/hybrid';

const run = (world: World, app: string, time: string) => {
	world.advance({ to: at(time) + 2 * 60_000 });
	return jobRun(world, app, time);
};
const job = (world: World) => world.tables.jobs.get(0)!;

describe('the connection of an HR job', () => {
	it('H-012: a wrong password ends in quarantine, the right one and a restart end it', () => {
		const world = hrCompany();
		act(world, '08:10', 'job.setCredential', { app: 'wd-ad', state: 'bad' });
		world.advance({ to: at('08:41') });
		expect(job(world).quarantine?.error).toMatchObject({ code: 'Unauthorized' });
		act(world, '08:50', 'job.setCredential', { app: 'wd-ad', state: 'ok' });
		act(world, '08:55', 'job.restart', { app: 'wd-ad' });
		expect(run(world, 'wd-ad', '08:55')).toEqual(['skip (24)']);
		expect(job(world).quarantine).toBeNull();
	});

	it('H-036: a tenant that is down is left alone until it answers again', () => {
		const world = hrCompany();
		act(world, '08:10', 'app.set', { app: 'wd-ad', settings: { down: true } });
		act(world, '08:15', 'hr.hire', lena);
		world.advance({ to: at('09:00') });
		expect(job(world).quarantine?.reason).toBe('EncounteredQuarantineException');
		act(world, '09:10', 'app.set', { app: 'wd-ad', settings: { down: false } });
		expect(run(world, 'wd-ad', '14:40')).toEqual(['create 25', 'ref 25']);
		expect(job(world).quarantine).toBeNull();
	});

	it('H-278: an agent that runs and does not answer fails the job', () => {
		const world = hrCompany();
		act(world, '08:10', 'agent.silence', { agent: 'agent1' });
		world.advance({ to: at('08:41') });
		expect(job(world).quarantine?.error?.code).toBe('HybridIdentityServiceAgentSignalingError');
	});

	it('H-037: a hire sends no mail', () => {
		const world = hrCompany();
		act(world, '08:15', 'hr.hire', lena);
		expect(run(world, 'wd-ad', '08:40')).toContain('create 25');
		expect(world.tables.mails.next).toBe(0);
	});
});

describe('matching', () => {
	it('H-173: a worker without any matching value is not evaluated', () => {
		const world = createWorld({ apps: ['api-entra'] });
		act(world, '08:05', 'job.setNotificationMail', { app: 'api-entra', address: 'iam@contoso.com' });
		act(world, '08:06', 'job.start', { app: 'api-entra' });
		world.advance({ to: at('08:07') });
		act(world, '08:10', 'api.post', { app: 'api-entra', records: [{ displayName: 'Nobody' }] });
		expect(run(world, 'api-entra', '08:10')).toEqual(['skip 0']);
	});

	it('H-176: an extension attribute of the tenant cannot be matched', () => {
		const world = createWorld({ hr: 'workday' });
		const attributes = withExpression(world, 'wd-entra', '', '').map((one) =>
			one.target === 'employeeId' ? { ...one, target: 'extensionAttribute1' } : one
		);
		const args = { app: 'wd-entra', attributes };
		expect(world.do({ verb: 'job.saveMapping', args } as never)).toMatchObject({ ok: false });
	});

	it('H-211, H-216, H-220: two of one name get different user names, and the fourth of three rules gets none', () => {
		const world = hrCompany();
		const cities = ['Seattle', 'Austin', 'Dallas', 'London'];
		cities.forEach((city, n) => act(world, `08:1${n}`, 'hr.hire', { ...lena, city, workerId: String(1_000_900 + n) }));
		expect(run(world, 'wd-ad', '08:40')).toEqual([
			'create 25 26 27',
			'fail AttributeValidationFailed 28',
			'ref 25 26 27'
		]);
		const names = [0, 1, 2].map((n) => accountOf(world, String(1_000_900 + n))!.attrs.userPrincipalName);
		expect(names).toEqual(['Lena.Fischer@contoso.com', 'L.Fischer@contoso.com', 'Le.Fischer@contoso.com']);
		expect([...world.tables.escrows.all()]).toHaveLength(1);
	});

	it('H-442: who was a cloud user becomes an on-premises one when HR creates the account', () => {
		const world = createWorld({ preset: 'mixed' });
		const cloud = world.tables.users.get(20)!;
		act(world, '08:05', 'hr.hire', { person: 20 });
		act(world, '08:06', 'job.restart', { app: 'wd-ad' });
		expect(run(world, 'wd-ad', '08:06')).toContain('fail AttributeValidationFailed 20');
		act(world, '08:11', 'user.create', {
			attributes: { userPrincipalName: 'Lena.Fischer@contoso.com', displayName: 'Lena' }
		});
		const user = world.tables.users.next - 1;
		act(world, '08:12', 'hr.hire', { ...lena, manager: null });
		expect(run(world, 'wd-ad', '08:46')).toContain('create 25');
		expect(connectRun(world, '09:10')[0]).toMatch(/^link /);
		expect(world.tables.users.get(user)!.attrs).toMatchObject({ dirSyncEnabled: true, displayName: 'Lena Fischer' });
		expect(cloud.attrs.dirSyncEnabled).toBe(false);
	});
});

describe('managers', () => {
	it('H-258: a manager who comes into scope later reaches the reports with a restart only', () => {
		const world = hrCompany();
		const filter = (value: string) => ({
			groups: [{ clauses: [{ attribute: 'WorkerID', operator: 'NOT EQUALS', value }] }]
		});
		act(world, '08:05', 'job.saveFilter', { app: 'wd-ad', filter: filter('1000901') });
		act(world, '08:10', 'hr.hire', { ...lena, name: 'Max Adler', workerId: '1000901' });
		act(world, '08:11', 'hr.hire', { ...lena, manager: 25 });
		expect(run(world, 'wd-ad', '08:45')).toEqual(['skip 25', 'create 26']);
		act(world, '09:00', 'job.saveFilter', { app: 'wd-ad', filter: null });
		expect(run(world, 'wd-ad', '09:00')).toContain('ref 25 26');
	});

	it('H-233: with the unit mapped for creation only, a mover stays', () => {
		const world = hrCompany();
		const attributes = withExpression(world, 'wd-ad', '', '').map((one) =>
			one.target === 'parentDistinguishedName' ? { ...one, flowType: 'ObjectAddOnly' as const } : one
		);
		act(world, '08:10', 'job.saveMapping', { app: 'wd-ad', attributes });
		act(world, '08:20', 'hr.change', { worker: 5, fields: { Municipality: 'London' } });
		expect(run(world, 'wd-ad', '08:50')).toEqual(['update 5']);
		expect(accountOf(world, '1000005')!.attrs).toMatchObject({
			l: 'London',
			parentDistinguishedName: 'OU=Seattle,OU=Users,DC=contoso,DC=com'
		});
	});
});

describe('Connect on demand', () => {
	it('H-302, H-305: runs when asked, and not while its scheduler is suspended', () => {
		const world = hrCompany();
		act(world, '08:05', 'connect.scheduler', { on: false });
		act(world, '08:06', 'ad.edit', { account: 5, attribute: 'title', value: 'Pilot' });
		world.advance({ to: at('09:00') });
		expect(world.tables.connectRuns.next).toBe(0);
		act(world, '09:01', 'connect.run', { kind: 'delta' });
		expect(connectRun(world, '09:01')).toEqual(['update 5']);
		world.advance({ to: at('11:00') });
		expect(world.tables.connectRuns.next).toBe(1);
		act(world, '11:01', 'connect.scheduler', { on: true });
		expect(connectRun(world, '11:10')).toEqual([]);
	});

	it('H-307: a disabled account is synchronized', () => {
		const world = hrCompany();
		act(world, '08:06', 'ad.edit', { account: 5, attribute: 'enabled', value: false });
		expect(connectRun(world, '08:10')).toEqual(['update 5']);
		expect(world.tables.users.get(5)!.attrs.accountEnabled).toBe(false);
	});
});
