import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { act, at, jobRun, withExpression } from '../testing/hybrid';

const app = 'api-entra';
const post = (world: World, time: string, args: object) => act(world, time, 'api.post', { app, ...args });
const answer = (world: World) => world.tables.uploadCalls.get(world.tables.uploadCalls.next - 1)!.answers;
const job = (world: World) => world.tables.jobs.get(0)!;
const run = (world: World, time: string) => {
	world.advance({ to: at(time) + 60_000 });
	return jobRun(world, app, time);
};
const n1 = {
	externalId: '9000001',
	displayName: 'New One',
	userPrincipalName: 'n1@contoso.com',
	mailNickname: 'n1',
	active: true
};

/** A person of the directory as a client would send it. */
function person(world: World, slot: number, changed: object = {}) {
	const { employeeId, displayName, userPrincipalName, jobTitle, department, mail } =
		world.tables.users.get(slot)!.attrs;
	return {
		externalId: employeeId,
		displayName,
		userPrincipalName,
		jobTitle,
		department,
		mail,
		active: true,
		...changed
	};
}

function listening(): World {
	const world = createWorld({ apps: [app] });
	act(world, '08:09', 'job.setNotificationMail', { app, address: 'iam@contoso.com' });
	act(world, '08:10', 'job.start', { app });
	world.advance({ to: at('08:11') });
	return world;
}

describe('API-driven inbound provisioning', () => {
	it('S-68, H-411: without a notification address it is in quarantine, with one it listens', () => {
		const world = createWorld({ apps: [app] });
		act(world, '08:05', 'job.start', { app });
		world.advance({ to: at('08:06') });
		expect(job(world).quarantine?.reason).toBe('EncounteredQuarantineException');
		act(world, '08:09', 'job.setNotificationMail', { app, address: 'iam@contoso.com' });
		act(world, '08:10', 'job.restart', { app });
		world.advance({ to: at('08:11') });
		expect(job(world)).toMatchObject({ quarantine: null, schedule: 'Active', nextAt: null });
	});

	it('S-68, H-408, H-109, H-217: the service decides by externalId what becomes of a record', () => {
		const world = listening();
		const seven = person(world, 7, { jobTitle: 'Senior Account Executive', mail: 'zoe.mueller@contoso.com' });
		const n2 = { ...n1, externalId: '9000002', userPrincipalName: 'n2@unknown.example' };
		const eight = world.tables.users.get(8);
		post(world, '08:15', { records: [n1, seven, n2] });
		expect(answer(world)).toBe('202');
		expect(run(world, '08:15')).toEqual([
			'create 0',
			'update 1',
			'fail AzureActiveDirectoryInvalidUserPrincipalName 2'
		]);
		expect(world.tables.users.get(7)!.attrs).toMatchObject({
			jobTitle: 'Senior Account Executive',
			mail: 'zoe.muller@contoso.com'
		});
		expect(world.tables.users.get(8)).toBe(eight);
		expect(
			world.facts().some(({ kind, detail }) => kind === 'fail' && world.text(detail).includes('domain does not exist'))
		).toBe(true);
	});

	it('S-68, H-404 to H-407: a malformed, unauthorized or too large call is refused, too many are throttled', () => {
		const world = listening();
		const said = (time: string, args: object) => {
			post(world, time, args);
			return answer(world);
		};
		expect(said('08:30', { contentType: 'application/json' })).toBe('400');
		expect(said('08:31', { token: 'expired' })).toBe('401');
		expect(said('08:32', { permission: false })).toBe('403');
		expect(said('08:33', { calls: 41 })).toBe('40 × 202, 1 × 429');
		expect(said('08:34', { size: 51 })).toBe('400');
		expect(said('08:35', { calls: 7000 })).toBe('6960 × 429, 40 × 202');
	});

	it('H-404: takes the content type in any letter case, and with a charset', () => {
		const world = listening();
		for (const contentType of ['Application/SCIM+JSON', 'application/scim+json; charset=utf-8']) {
			post(world, '08:15', { records: [n1], contentType });
			expect(answer(world)).toBe('202');
		}
	});

	it('S-68, H-410, H-413: what is sent to a paused job is processed when it starts', () => {
		const world = listening();
		act(world, '08:40', 'job.stop', { app });
		post(world, '08:41', { records: [person(world, 8, { active: false })] });
		world.advance({ to: at('08:55') });
		expect(world.tables.users.get(8)!.attrs.accountEnabled).toBe(true);
		act(world, '09:00', 'job.start', { app });
		expect(run(world, '09:00')).toEqual(['disable 0']);
		expect(world.tables.users.get(8)!.attrs.accountEnabled).toBe(false);
	});

	it('H-412: a delta is an upload of the changed, and processed records are not looked at again', () => {
		const world = listening();
		post(world, '08:15', { records: [n1] });
		expect(run(world, '08:15')).toEqual(['create 0']);
		post(world, '08:20', { records: [{ ...n1, jobTitle: 'Clerk' }] });
		expect(run(world, '08:20')).toEqual(['update 0']);
		act(world, '08:30', 'job.restart', { app });
		expect(run(world, '08:30')).toEqual([]);
	});

	it('S-175, C-155: what a later record leaves out comes from the one that waits, in whichever call both were sent', () => {
		const world = listening();
		act(world, '08:40', 'job.stop', { app });
		post(world, '08:41', {
			records: [
				{ ...n1, department: 'Sales' },
				{ externalId: n1.externalId, active: false }
			]
		});
		post(world, '08:42', { records: [{ externalId: n1.externalId, jobTitle: 'Clerk' }] });
		act(world, '08:50', 'job.start', { app });
		expect(run(world, '08:50')).toEqual(['create 0']);
		const attrs = world.tables.users.get(world.tables.usersByEmployeeId.first(n1.externalId)!)!.attrs;
		expect(attrs).toMatchObject({
			displayName: 'New One',
			department: 'Sales',
			jobTitle: 'Clerk',
			accountEnabled: false
		});
		post(world, '08:55', { records: [{ externalId: n1.externalId, city: 'Rome' }] });
		expect(run(world, '08:55')).toEqual(['update 0']);
	});

	it('S-181: what a later record leaves out is cleared all the same, where its null values flow', () => {
		const world = listening();
		post(world, '08:15', { records: [{ ...n1, jobTitle: 'Clerk', department: 'Sales' }] });
		run(world, '08:15');
		const jobTitle = {
			...withExpression(world, app, '', '').find(({ target }) => target === 'jobTitle')!,
			flowNullValues: true
		};
		const others = withExpression(world, app, '', '').filter(({ target }) => target !== 'jobTitle');
		act(world, '08:20', 'job.saveMapping', { app, attributes: [...others, jobTitle] });
		act(world, '08:21', 'job.setNullFlow', { app, sources: ['jobTitle'] });
		act(world, '08:40', 'job.stop', { app });
		post(world, '08:41', { records: [{ externalId: n1.externalId, jobTitle: 'Chief', department: 'Legal' }] });
		post(world, '08:42', { records: [{ externalId: n1.externalId, city: 'Rome' }] });
		act(world, '08:50', 'job.start', { app });
		run(world, '08:50');
		const { attrs } = world.tables.users.get(world.tables.usersByEmployeeId.first(n1.externalId)!)!;
		expect(attrs).toMatchObject({ department: 'Legal', city: 'Rome', jobTitle: null });
	});

	it('H-414: a restart of an idle job throws away what waited', () => {
		const world = listening();
		act(world, '08:40', 'job.stop', { app });
		post(world, '08:41', { records: [n1] });
		act(world, '08:50', 'job.restart', { app });
		expect(run(world, '08:50')).toEqual([]);
		expect(world.tables.usersByUpn.get('n1@contoso.com')).toEqual([]);
	});

	it('H-415: a scoping filter decides which records are processed', () => {
		const world = listening();
		const clauses = [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }];
		act(world, '08:12', 'job.saveFilter', { app, filter: { groups: [{ clauses }] } });
		world.advance({ to: at('08:13') });
		post(world, '08:15', {
			records: [n1, { ...n1, externalId: '9', userPrincipalName: 'n9@contoso.com', department: 'Sales' }]
		});
		expect(run(world, '08:15')).toEqual(['skip 0', 'create 1']);
	});

	it('H-412, H-467: who corrects a record that failed sends all of it again, because a part of it stands for itself', () => {
		const world = listening();
		const failing = { ...person(world, 7), jobTitle: 'Pilot', userPrincipalName: 'zoe@unknown.example' };
		const attributes = world.sim.host
			.config(job(world).config)
			.users.attributes.map((one) =>
				one.target === 'userPrincipalName' ? { ...one, flowType: 'Always' as const } : one
			);
		act(world, '08:12', 'job.saveMapping', { app, attributes });
		post(world, '08:15', { records: [failing] });
		expect(run(world, '08:15')).toEqual(['fail AzureActiveDirectoryInvalidUserPrincipalName 0']);
		const { externalId } = failing;
		post(world, '08:20', { records: [{ externalId, userPrincipalName: 'zoe@contoso.com' }] });
		expect(run(world, '08:20')).toEqual(['update 0']);
		const zoe = () => world.tables.users.get(7)!.attrs;
		expect(zoe()).toMatchObject({ userPrincipalName: 'zoe@contoso.com', jobTitle: 'Account Executive' });
		post(world, '08:25', { records: [{ ...failing, userPrincipalName: 'zoe@contoso.com' }] });
		expect(run(world, '08:25')).toEqual(['update 0']);
		expect(zoe().jobTitle).toBe('Pilot');
	});

	it('H-416: one job creates, and an upload with Update only brings other attributes to the same users', () => {
		const world = createWorld({ preset: 'cloud-only', hr: 'workday', apps: [app] });
		act(world, '08:09', 'job.setNotificationMail', { app, address: 'iam@contoso.com' });
		act(world, '08:10', 'job.setActions', { app, create: false, update: true, delete: false });
		act(world, '08:11', 'job.start', { app });
		act(world, '08:12', 'job.start', { app: 'wd-entra' });
		act(world, '08:50', 'hr.hire', { name: 'Lena Fischer', workerId: '1000900', manager: 3 });
		world.advance({ to: at('09:40') });
		const lena = () => world.tables.users.get(world.tables.usersByEmployeeId.first('1000900')!)!;
		const name = lena().attrs.userPrincipalName;
		const records = [
			{ externalId: '1000900', displayName: 'Lena Fischer', telephoneNumber: '555', jobTitle: 'Badge holder' },
			{ ...n1, externalId: '9000009' }
		];
		post(world, '09:45', { records });
		world.advance({ to: at('09:50') });
		expect(lena().attrs).toMatchObject({ jobTitle: 'Badge holder', userPrincipalName: name });
		expect(world.tables.usersByEmployeeId.first('9000009')).toBeUndefined();
	});

	it('H-286: to Active Directory without an agent, an upload is accepted and comes to nothing', () => {
		const world = createWorld({ preset: 'hybrid', apps: ['api-ad'] });
		act(world, '08:05', 'job.setNotificationMail', { app: 'api-ad', address: 'iam@contoso.com' });
		act(world, '08:06', 'agent.install', { agent: 'agent1' });
		act(world, '08:10', 'job.start', { app: 'api-ad' });
		act(world, '08:15', 'agent.stop', { agent: 'agent1' });
		act(world, '08:20', 'api.post', { app: 'api-ad', records: [{ ...n1, givenName: 'New', surname: 'One' }] });
		world.advance({ to: at('08:25') });
		expect(answer(world)).toBe('202');
		expect(world.tables.adByEmployeeId.get('9000001')).toEqual([]);
		act(world, '08:30', 'agent.start', { agent: 'agent1' });
		act(world, '08:31', 'job.start', { app: 'api-ad' });
		world.advance({ to: at('08:35') });
		expect(world.tables.adByEmployeeId.get('9000001')).toHaveLength(1);
	});
});
