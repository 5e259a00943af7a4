import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at, hrCompany, jobRun, lena, withExpression } from '../testing/hybrid';

const run = (world: World, time: string, app = 'wd-ad') => {
	world.advance({ to: at(time) + 2 * 60_000 });
	return jobRun(world, app, time);
};
const said = (world: World, verb: string, args: object) => {
	const done = world.do({ verb, args } as never);
	return done.ok ? 'done' : done.message;
};
const base = 'https://wd3-impl-services1.workday.com/ccx/service/contoso';
const withTitle = { ...lena, fields: { BusinessTitle: 'Pilot' } };

describe('the fields of a connection', () => {
	it('H-020, H-023: want user@tenant, and a host name without a scheme', () => {
		const workday = hrCompany();
		const account = (world: World, app: string, name: string) => said(world, 'hr.account', { app, account: name });
		expect(account(workday, 'wd-ad', 'provisioning')).toMatch(/^The Workday Username is user@tenant/);
		expect(account(workday, 'wd-wb', 'writer@contoso4')).toBe('done');
		expect(said(workday, 'hr.tenantUrl', { app: 'wd-ad', url: 'x.example' })).toMatch(/is not a SuccessFactors job/);
		const factors = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
		const url = (text: string) => said(factors, 'hr.tenantUrl', { app: 'sf-ad', url: text });
		expect(account(factors, 'sf-ad', 'provisioning')).toMatch(/^The Admin Username is user@companyID/);
		expect(url('https://api4.successfactors.com')).toMatch(/^The Tenant URL is the host name only/);
		expect(url('api4.successfactors.com/odata')).toMatch(/^The Tenant URL is the host name only/);
		expect(url('api8.successfactors.com')).toBe('done');
	});

	it('H-024, H-207: the container takes in accounts that no mapping places, and one that is not there fails them', () => {
		const world = hrCompany();
		const { attributes } = world.sim.host.config(world.tables.jobs.get(0)!.config).users;
		const unplaced = attributes.filter(({ target }) => target !== 'parentDistinguishedName');
		act(world, '08:05', 'job.saveMapping', { app: 'wd-ad', attributes: unplaced });
		const container = (dn: string) => said(world, 'hr.container', { app: 'wd-ad', container: dn });
		expect(container('Leavers')).toMatch(/^The container is a distinguished name/);
		expect(container('OU=Attic,DC=contoso,DC=com')).toBe('done');
		act(world, '08:15', 'hr.hire', lena);
		world.advance({ to: at('09:10') });
		expect(accountOf(world, '1000900')).toBeNull();
		expect(container('OU=Contractors,DC=contoso,DC=com')).toBe('done');
		act(world, '09:11', 'job.restart', { app: 'wd-ad' });
		world.advance({ to: at('10:10') });
		expect(accountOf(world, '1000900')!.attrs.parentDistinguishedName).toBe('OU=Contractors,DC=contoso,DC=com');
		expect(accountOf(world, '1000005')!.attrs.parentDistinguishedName).toBe('OU=Seattle,OU=Users,DC=contoso,DC=com');
	});
});

describe('the connection to Workday', () => {
	it('H-021: a URL without a version reads everything with the shipped expressions', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.apiUrl', { app: 'wd-ad', url: `${base}/Human_Resources` });
		act(world, '08:07', 'hr.hire', withTitle);
		expect(run(world, '08:40')).toEqual(['create 25', 'ref 25']);
		expect(accountOf(world, '1000900')!.attrs).toMatchObject({ title: 'Pilot', l: 'Seattle' });
	});

	it('H-022: with v30.0 or newer and the shipped expressions, what stands below the position comes back empty', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.apiUrl', { app: 'wd-ad', url: `${base}/v34.0` });
		act(world, '08:07', 'hr.hire', withTitle);
		expect(run(world, '08:40')).toEqual(['create 25', 'ref 25']);
		const { attrs } = accountOf(world, '1000900')!;
		expect([attrs.title, attrs.l, attrs.sn, attrs.department]).toEqual([undefined, undefined, 'Fischer', 'Sales']);
		expect(accountOf(world, '1000005')!.attrs.title).toBe('Account Executive');
		act(world, '08:50', 'hr.xpaths', { app: 'wd-ad', version: 'v30.0' });
		world.advance({ to: at('09:30') });
		expect(accountOf(world, '1000900')!.attrs).toMatchObject({ title: 'Pilot', l: 'Seattle' });
	});

	it('H-028, H-031: a domain that is missing leaves its attributes empty, and a change waits for its activation', () => {
		const world = hrCompany();
		act(world, '08:05', 'hr.domains', { app: 'wd-ad', missing: ['Worker Data: Business Title on Worker Profile'] });
		act(world, '08:07', 'hr.hire', withTitle);
		run(world, '08:40');
		expect(accountOf(world, '1000900')!.attrs.title).toBe('Pilot');
		act(world, '08:45', 'hr.activateDomains', { app: 'wd-ad' });
		act(world, '08:46', 'hr.hire', { ...withTitle, name: 'Max Adler', workerId: '1000901' });
		run(world, '09:20');
		expect(accountOf(world, '1000901')!.attrs.title).toBeUndefined();
		expect(said(world, 'hr.activateDomains', { app: 'wd-ad' })).toBe('No security policy change is pending.');
	});

	it('H-032: a worker whom the group does not see is not read, and nothing happens to the account', () => {
		const world = hrCompany();
		world.advance({ to: at('08:30') });
		act(world, '08:31', 'hr.constrain', { app: 'wd-ad', organisation: 'Sales' });
		act(world, '08:32', 'hr.terminate', { worker: 19, lastDay: '2026-02-27' });
		expect(run(world, '08:40')).toEqual([]);
		act(world, '08:50', 'job.restart', { app: 'wd-ad' });
		const rows = run(world, '08:50');
		expect(rows.join()).not.toContain('19');
		expect(accountOf(world, '1000019')!.attrs.enabled).toBe(true);
		expect(said(world, 'job.onDemand', { app: 'wd-ad', object: 19 })).toContain('does not return');
	});

	it('H-128: the lookahead is set while the job is stopped', () => {
		const world = hrCompany();
		world.advance({ to: at('08:30') });
		expect(said(world, 'hr.lookahead', { app: 'wd-ad', on: true })).toContain('Stop provisioning first');
		act(world, '08:31', 'job.stop', { app: 'wd-ad' });
		expect(said(world, 'hr.lookahead', { app: 'wd-ad', on: true })).toBe('done');
	});

	it('H-164: a rescind flag is mapped only once it is in the attribute list', () => {
		const world = hrCompany();
		const flag = { attribute: 'StatusHireRescinded', on: true };
		const expression = 'Switch([StatusHireRescinded], "False", "1", "True")';
		const save = () =>
			said(world, 'job.saveMapping', {
				app: 'wd-ad',
				attributes: withExpression(world, 'wd-ad', 'accountDisabled', expression)
			});
		act(world, '08:10', 'hr.hire', { person: 24, hireDate: '2026-03-16' });
		expect(save()).toContain('StatusHireRescinded is not in the attribute list of Workday');
		expect(said(world, 'hr.attributeList', { app: 'wd-wb', ...flag })).toContain('does not read Workday');
		expect(said(world, 'hr.attributeList', { app: 'wd-ad', ...flag })).toBe('done');
		expect(said(world, 'hr.attributeList', { app: 'wd-ad', ...flag })).toContain('already');
		expect(save()).toBe('done');
		expect(said(world, 'hr.attributeList', { app: 'wd-ad', ...flag, on: false })).toContain('accountDisabled reads');
		world.advance({ to: at('09:30') });
		expect(accountOf(world, '1000024')!.attrs.enabled).toBe(true);
		act(world, '09:31', 'hr.rescind', { worker: 24 });
		world.advance({ to: at('10:30') });
		expect(accountOf(world, '1000024')!.attrs.enabled).toBe(false);
	});

	it('refuses what is no address, no domain, or another system’s', () => {
		const world = hrCompany();
		expect(said(world, 'hr.apiUrl', { app: 'wd-ad', url: 'workday.com' })).toContain('The API URL is');
		expect(said(world, 'hr.apiUrl', { app: 'wd-ad', url: `${base}/vNext` })).toContain('The API URL is');
		expect(said(world, 'hr.domains', { app: 'wd-ad', missing: ['Everything'] })).toContain('is not a domain');
		expect(said(world, 'hr.employmentPath', { app: 'wd-ad', employment: 'last' })).toContain(
			'not a SuccessFactors job'
		);
		expect(said(world, 'hr.xpaths', { app: 'wd-wb', version: 'v30.0' })).toContain('does not read Workday');
		expect(said(world, 'hr.typeIds', { app: 'wd-ad', own: true })).toContain('does not write');
	});
});

describe('ids of types in HR', () => {
	const writeback = (world: World) => {
		act(world, '08:20', 'job.start', { app: 'wd-wb' });
		act(world, '09:05', 'ad.edit', { account: 7, attribute: 'mail', value: 'zoe@contoso.com' });
		world.advance({ to: at('11:30') });
		return world.tables.workers.get(7)!.fields.EmailAddress;
	};

	it('H-350: a tenant with ids of its own refuses mail and telephone', () => {
		expect(writeback(hrCompany())).toBe('zoe@contoso.com');
		const other = hrCompany();
		act(other, '08:10', 'hr.typeIds', { app: 'wd-wb', own: true });
		expect(writeback(other)).not.toBe('zoe@contoso.com');
	});

	it('H-364: a constant is the id of the option, without a comma', () => {
		const answer = (emailType: string, own = false) => {
			const world = createWorld({ preset: 'hybrid-hr', hr: 'successfactors' });
			if (own) act(world, '08:05', 'hr.typeIds', { app: 'sf-wb', own: true });
			const row = world.tables.apps.get(world.tables.appsByKey.first('sf-wb')!)!;
			const { wid } = world.tables.workers.get(7)!;
			const request = { app: row.slot, method: 'PATCH', path: `/objects/${wid}`, headers: {} } as const;
			const body = JSON.stringify({ email: 'zoe@contoso.com', emailType });
			return world.sim.apps.inbound!(row, { ...request, body })!.status;
		};
		expect([answer('8448'), answer('8,448'), answer('8448', true), answer('5423', true)]).toEqual([204, 400, 400, 204]);
	});
});
