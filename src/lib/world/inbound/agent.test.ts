import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { accountOf, act, at, hrCompany, jobRun, lena, withExpression } from '../testing/hybrid';

const company = hrCompany;
const run = (world: World, time: string, minutes = 2) => {
	world.advance({ to: at(time) + minutes * 60_000 });
	return jobRun(world, 'wd-ad', time);
};
describe('the provisioning agent', () => {
	it('S-65, H-276, H-283, H-284: without one the job is in quarantine, and nothing is lost', () => {
		const world = company();
		act(world, '09:10', 'agent.stop', { agent: 'agent1' });
		act(world, '09:15', 'hr.hire', lena);
		world.advance({ to: at('11:00') });
		expect(accountOf(world, '1000900')).toBeNull();
		const job = () => world.tables.jobs.get(0)!;
		expect(job().quarantine).toMatchObject({
			reason: 'EncounteredQuarantineException',
			error: { code: 'HybridIdentityServiceNoActiveAgents' },
			nextAttempt: at('15:20')
		});
		expect([...world.tables.mails.all()]).toHaveLength(1);
		act(world, '11:30', 'agent.start', { agent: 'agent1' });
		act(world, '11:35', 'job.restart', { app: 'wd-ad' });
		expect(run(world, '11:35')).toEqual(['skip (24)', 'create 25', 'ref 25']);
	});

	it('H-068: lost within a cycle, what is left of the cycle fails and is tried again', () => {
		const world = hrCompany({ size: 500 });
		world.advance({ to: at('08:05') });
		act(world, '08:05', 'agent.stop', { agent: 'agent1' });
		world.advance({ to: at('08:30') });
		const lost = jobRun(world, 'wd-ad', '08:00').find((line) => line.startsWith('fail EndpointUnavailable'));
		expect(lost).toBeDefined();
	});

	it('H-277: removed, it leaves the domain without an agent', () => {
		const world = company();
		act(world, '08:30', 'agent.remove', { agent: 'agent1' });
		world.advance({ to: at('08:41') });
		expect(world.tables.jobs.get(0)!.quarantine!.error!.code).toBe('HybridIdentityServiceNoAgentsAssigned');
	});

	it('H-279: not registered with the domain any more, it fails the job until it is registered again', () => {
		const world = company();
		act(world, '09:10', 'agent.breakRegistration', { agent: 'agent1' });
		act(world, '09:15', 'hr.hire', lena);
		world.advance({ to: at('09:21') });
		expect(world.tables.jobs.get(0)!.quarantine!.error!.code).toBe('HybridIdentityServiceInvalidResource');
		act(world, '09:30', 'agent.register', { agent: 'agent1' });
		act(world, '09:35', 'job.restart', { app: 'wd-ad' });
		expect(run(world, '09:35')).toEqual(['skip (24)', 'create 25', 'ref 25']);
	});

	it('S-66, H-272, H-285: a second one takes over', () => {
		const world = company();
		act(world, '08:30', 'agent.install', { agent: 'agent2' });
		act(world, '09:10', 'agent.stop', { agent: 'agent1' });
		act(world, '09:15', 'hr.hire', lena);
		expect(run(world, '09:20')).toEqual(['create 25', 'ref 25']);
		expect(world.tables.mails.next).toBe(0);
	});

	it('S-67, H-281, H-282: it has no right to write a protected account', () => {
		const world = company();
		const lead = { BusinessTitle: 'Lead Directory Administrator' };
		act(world, '09:15', 'hr.change', { worker: 23, fields: lead });
		act(world, '09:16', 'hr.change', { worker: 7, fields: { BusinessTitle: 'Senior Account Executive' } });
		const refused = 'fail HybridSynchronizationActiveDirectoryInsufficientAccessRights 23';
		expect(run(world, '09:20')).toEqual(['update 7', refused]);
		act(world, '09:30', 'ad.grant', { account: 23, to: 'provAgentgMSA$' });
		expect(run(world, '10:00')).toEqual([refused]);
		act(world, '10:30', 'ad.removeFromProtectedGroups', { account: 23 });
		expect(run(world, '11:20')).toEqual(['update 23']);
	});

	const protectedOne = 'fail HybridSynchronizationActiveDirectoryInsufficientAccessRights 23';

	it('H-110: it does not know an attribute that is younger than its start', () => {
		const world = company();
		act(world, '08:05', 'ad.schema.extend', { attribute: 'harbourBadge' });
		const attributes = [
			...withExpression(world, 'wd-ad', '', ''),
			{ target: 'harbourBadge', source: { type: 'Constant', value: 'blue' } }
		];
		act(world, '08:10', 'job.saveMapping', { app: 'wd-ad', attributes });
		expect(run(world, '08:10')).toEqual([
			'fail HybridSynchronizationActiveDirectoryCannotFindAttribute (23)',
			protectedOne
		]);
		act(world, '08:20', 'agent.stop', { agent: 'agent1' });
		act(world, '08:21', 'agent.start', { agent: 'agent1' });
		expect(run(world, '08:50')).toEqual(['update (23)', protectedOne]);
	});
});

describe('provision on demand', () => {
	it('H-064, H-131: takes one worker, between two cycles', () => {
		const world = company();
		act(world, '09:05', 'hr.terminate', { worker: 19, lastDay: '2026-02-27' });
		act(world, '09:06', 'job.onDemand', { app: 'wd-ad', object: 19 });
		expect(run(world, '09:06')).toEqual(['disable 19']);
	});

	it('H-256: a report whose manager has not been processed keeps none until the manager has', () => {
		const world = company();
		act(world, '08:45', 'hr.hire', { ...lena, manager: 3 });
		act(world, '08:46', 'hr.hire', { ...lena, name: 'Max Adler', workerId: '1000901', manager: 25 });
		act(world, '08:50', 'job.onDemand', { app: 'wd-ad', object: 26 });
		expect(run(world, '08:50')).toEqual(['create 26']);
		expect(world.facts().some(({ kind }) => kind === 'reference.unresolved')).toBe(true);
		expect(run(world, '09:20')).toEqual(['create 25', 'skip 26', 'ref 25 26']);
	});

	it('H-065: is not there for uploads', () => {
		const world = createWorld({ apps: ['api-entra'] });
		expect(world.do({ verb: 'job.onDemand', args: { app: 'api-entra', object: 0 } })).toMatchObject({ ok: false });
	});
});

describe('dirty data', () => {
	it('S-71, H-174, H-175, H-202: at five hundred, three kinds of edge disagree', () => {
		const world = company({ size: 500 });
		expect(run(world, '08:00', 25)).toEqual([
			'skip (478)',
			'enable 31 91 116 249 362 416 482',
			'fail SystemForCrossDomainIdentityManagementBadResponse 33 227 308',
			'fail DuplicateTargetEntries 34 107 133',
			'fail DuplicateSourceEntries 35 108 134'
		]);
		expect(run(world, '08:40')).toEqual([
			'fail SystemForCrossDomainIdentityManagementBadResponse 33 227 308',
			'fail DuplicateTargetEntries 34 107 133',
			'fail DuplicateSourceEntries 35 108 134'
		]);
		world.advance({ to: at('08:45') });
		expect(world.tables.users.get(31)!.attrs.accountEnabled).toBe(true);
		expect(world.tables.users.get(482)!.attrs.accountEnabled).toBe(true);
		expect(world.tables.users.get(38)!.attrs.userPrincipalName).toBe('james.hughes@contoso.onmicrosoft.com');
		expect([...world.tables.mails.all()].filter(({ about }) => about === 'connect')).toHaveLength(1);
	});
});

describe('a filter that leaves out one record of a pair', () => {
	it('H-175, C-395: ends its failure, since scope comes before matching', () => {
		const world = createWorld({ preset: 'HR-greenfield', size: 500 });
		act(world, '08:02', 'job.start', { app: 'wd-ad' });
		expect(run(world, '08:02', 60)).toContain('fail DuplicateSourceEntries 35 108 134');
		const clauses = [{ attribute: 'SupervisoryOrganization', operator: 'NOT EQUALS', value: 'Customer Support' }];
		act(world, '09:30', 'job.saveFilter', { app: 'wd-ad', filter: { groups: [{ clauses }] } });
		world.advance({ to: at('10:30') });
		expect(jobRun(world, 'wd-ad', '09:30').join()).not.toContain('DuplicateSourceEntries 35');
		expect([...world.tables.escrows.all()].some(({ source }) => source === 35)).toBe(false);
	});
});

describe('time travel', () => {
	it('scrubbing through HR, Active Directory and Connect and coming back changes nothing', () => {
		const world = company();
		act(world, '08:07', 'hr.hire', lena);
		act(world, '09:00', 'hr.terminate', { worker: 19, lastDay: '2026-03-02' });
		world.advance({ to: at('03-04 08:00') });
		const before = world.fingerprint();
		for (const time of ['08:41', '09:11', '03-03 08:00']) world.seek({ at: at(time) });
		world.back();
		expect(world.fingerprint()).toBe(before);
		const again = company();
		for (const { at: when, verb, args } of world.journal()) {
			again.advance({ to: when, before: true });
			again.do({ verb, args } as never);
		}
		again.advance({ to: at('03-04 08:00') });
		expect(again.fingerprint()).toBe(before);
	});
});
