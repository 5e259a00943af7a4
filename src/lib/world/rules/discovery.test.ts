import { describe, expect, it } from 'vitest';
import { discoveryTime } from '#lib/engine/discovery/duration';
import { createWorld, type Command, type World, type WorldOptions } from '#lib/world';
import { explain } from '../explain';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 8);

function must(world: World, verb: Command['verb'], args: object): number {
	const done = world.do({ verb, args: args as never });
	if (!done.ok) throw new Error(done.message);
	return done.seq;
}

/** Somebody makes an account in the application itself. */
function account(world: World, userName: string): void {
	const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
	const body = JSON.stringify({ schemas, userName, displayName: `Account ${userName}`, active: true });
	must(world, 'app.request', { app: 'byoa', method: 'POST', path: '/Users', body, what: `New account ${userName}` });
}

const refused = (world: World, app = 'byoa') => {
	const done = world.do({ verb: 'job.discover', args: { app } });
	return done.ok ? null : done.message;
};

/** Quillpad holds accounts of Zoë (7), who is assigned, of 8, who is not, and of a service that nobody is. */
function withAccounts(options: WorldOptions = {}): World {
	const world = createWorld({ apps: ['byoa'], ...options });
	for (const name of [upn(world, 7), upn(world, 8).toUpperCase(), 'svc-backup@contoso.com']) account(world, name);
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
	world.advance({ by: 10 * minute });
	return world;
}

const upn = (world: World, user: number) => world.tables.users.get(user)!.attrs.userPrincipalName as string;
const latest = (world: World) => world.tables.discoveries.get(world.tables.discoveries.next - 1)!;
const found = (world: World) =>
	world.tables.pagesByDiscovery.get(latest(world).slot).flatMap((page) => world.tables.discovered.get(page)!.accounts);
const requests = (world: World) =>
	world.facts().filter(({ kind, subject }) => kind === 'request' && subject.table === 'discoveries');
const linkCount = (world: World) => [...world.tables.links.all()].length;

describe('Account Discovery', () => {
	it('C-418: sorts all accounts of the application into local, unassigned and assigned', () => {
		const world = withAccounts();
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		expect(latest(world)).toMatchObject({ error: null, pages: true, counts: { local: 1, unassigned: 1, assigned: 1 } });
		expect(found(world).map(({ user, assigned }) => [user, assigned])).toEqual([
			[7, true],
			[8, false],
			[null, false]
		]);
	});

	it('C-418, C-075: who is assigned through a group is assigned, and who is in the recycle bin is nobody', () => {
		const world = withAccounts();
		const group = [...world.tables.groups.all()].find(
			({ membership, securityEnabled }) => membership === 'assigned' && securityEnabled
		)!;
		world.do({ verb: 'group.add', args: { group: group.slot, user: 8 } });
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [group.slot] });
		must(world, 'user.softDelete', { user: 7 });
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		expect(found(world).map(({ user, assigned }) => [user, assigned])).toEqual([
			[null, false],
			[8, true],
			[null, false]
		]);
	});

	it('C-419: compares the first matching attribute only, whatever the others say', () => {
		const world = withAccounts();
		const { users } = world.sim.host.config(0);
		const attributes = users.attributes
			.filter(({ target }) => target !== 'externalId')
			.map((one) => ({ ...one, matchingPrecedence: one.target === 'userName' ? 2 : 0 }));
		const byId = { target: 'externalId', source: { type: 'Direct', attribute: 'employeeId' }, matchingPrecedence: 1 };
		must(world, 'job.saveMapping', { app: 'byoa', object: 'users', attributes: [...attributes, byId] });
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		expect(latest(world)).toMatchObject({ target: 'externalId', source: 'employeeId', counts: { local: 3 } });
	});

	it('C-419: refuses a first matching attribute that an expression maps, and says what to do', () => {
		const world = withAccounts();
		const attributes = world.sim.host
			.config(0)
			.users.attributes.map((one) =>
				one.target === 'userName'
					? { ...one, source: { type: 'Expression' as const, expression: 'ToLower([mail])' } }
					: one
			);
		must(world, 'job.saveMapping', { app: 'byoa', object: 'users', attributes });
		expect(refused(world)).toBe(
			'Account Discovery compares the first matching attribute only, and only where it is mapped directly; userName is mapped by the expression ToLower([mail]). Open the attribute mapping, and give matching precedence 1 to an attribute of the type Direct.'
		);
	});

	it('C-420: a report takes at least half an hour, and twelve hours for 250,000 accounts', () => {
		expect(discoveryTime(0)).toBe(30 * minute);
		expect(discoveryTime(250_000)).toBe(12 * 60 * minute);
		const world = withAccounts();
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ to: start + 39 * minute });
		expect(latest(world).endedAt).toBeNull();
		world.advance({ to: start + 41 * minute });
		expect(latest(world).endedAt).toBe(latest(world).startedAt + discoveryTime(3));
	});

	it('C-421: reads every page with GET, and changes neither an account nor a link', () => {
		const world = withAccounts();
		for (let n = 0; n < 230; n++) account(world, `local-${n}@contoso.com`);
		const before = JSON.stringify([...world.tables.accounts.all()]);
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 60 * minute });
		expect(requests(world).map(({ detail }) => detail)).toEqual([200, 200, 200]);
		const asked = requests(world).flatMap(({ seq }) => explain(world, seq));
		expect(asked.map((entry) => entry.step === 'request' && `${entry.request.method} ${entry.request.path}`)).toEqual([
			'GET /Users?startIndex=1&count=100',
			'GET /Users?startIndex=101&count=100',
			'GET /Users?startIndex=201&count=100'
		]);
		expect(found(world)).toHaveLength(233);
		expect(JSON.stringify([...world.tables.accounts.all()])).toBe(before);
		expect(linkCount(world)).toBe(0);
	});

	it('C-422: who is assigned after the report is matched and managed by the cycle that follows', () => {
		const world = withAccounts();
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ cycles: 1 });
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		const { user, id } = found(world).find(({ user, assigned }) => user !== null && !assigned)!;
		expect(world.sim.host.link(0, 'user', user!)).toBeNull();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [user!] });
		world.advance({ by: 80 * minute });
		expect(world.sim.host.link(0, 'user', user!)).toMatchObject({ targetId: id, managed: true });
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		expect(latest(world).counts).toEqual({ local: 1, unassigned: 0, assigned: 2 });
	});

	it('C-423: an application that does not list in pages gives a report with 0 results', () => {
		const world = withAccounts();
		must(world, 'app.set', { app: 'byoa', settings: { quirks: { paging: 'ignore' } } });
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		expect(latest(world)).toMatchObject({
			pages: false,
			error: null,
			counts: { local: 0, unassigned: 0, assigned: 0 }
		});
		expect(found(world)).toEqual([]);
	});

	it('fails at once where the credentials do not hold, and waits out what Retry-After asks for', () => {
		const world = withAccounts();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: minute });
		expect(latest(world).error?.code).toBe('Unauthorized');
		must(world, 'job.setCredential', { app: 'byoa', state: 'ok' });
		must(world, 'app.set', {
			app: 'byoa',
			settings: { faults: [{ kind: 'throttled', retryAfter: 20, to: world.clock + 30_000 }] }
		});
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		expect(latest(world)).toMatchObject({ error: null, counts: { local: 1, unassigned: 1, assigned: 1 } });
	});

	it('is refused while one runs, in an older generation, for human resources and for connectors without it', () => {
		const world = withAccounts();
		must(world, 'job.discover', { app: 'byoa' });
		expect(refused(world)).toBe('A discovery of Quillpad is already running: wait for its report.');
		expect(refused(withAccounts({ era: 2021 }))).toContain('The portal of 2021 does not have Account Discovery');
		expect(refused(createWorld({ apps: ['servicenow'] }), 'servicenow')).toContain('unsupported for the connector');
		expect(refused(createWorld({ apps: ['api-entra'] }), 'api-entra')).toContain('unsupported for');
		expect(refused(createWorld({ apps: ['timecard'] }), 'timecard')).toContain('its mode is Manual');
	});

	it('ends with the configuration that it belongs to', () => {
		const world = withAccounts();
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: minute });
		must(world, 'job.delete', { app: 'byoa' });
		world.advance({ by: 40 * minute });
		expect(latest(world).error?.code).toBe('NotConfigured');
	});

	it('C-467, SC-11: stands in the audit log under a name of our own', () => {
		const world = withAccounts();
		must(world, 'job.discover', { app: 'byoa' });
		expect([...world.tables.audits.all()].at(-1)).toMatchObject({ activity: 'Discover identities' });
	});

	it('comes again with its journal, and goes when its command is taken back', () => {
		const world = withAccounts();
		const before = world.fingerprint();
		const { here: index } = world.sim.ledger;
		must(world, 'job.discover', { app: 'byoa' });
		world.advance({ by: 50 * minute });
		const told = world.fingerprint();
		world.seek({ at: start + 20 * minute });
		expect(latest(world).endedAt).toBeNull();
		world.seek({ index });
		expect(world.fingerprint()).toBe(before);
		expect(world.tables.discoveries.next === 0 || latest(world) === null).toBe(true);
		world.back();
		expect(world.fingerprint()).toBe(told);
		const again = createWorld({ apps: ['byoa'] });
		for (const { at, verb, args } of world.journal()) {
			again.advance({ to: at, before: true });
			must(again, verb as Command['verb'], args as object);
		}
		again.advance({ to: world.clock });
		expect(again.fingerprint()).toBe(told);
	});
});
