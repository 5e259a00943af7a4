import { describe, expect, it } from 'vitest';
import { act, at, connectRun, hybrid } from '../testing/hybrid';
import type { World } from '#lib/world';

const user = (world: World, slot: number) => world.tables.users.get(slot)!;
const newcomer = {
	cn: 'Lena Fischer',
	displayName: 'Lena Fischer',
	givenName: 'Lena',
	sn: 'Fischer',
	userPrincipalName: 'Lena.Fischer@contoso.com',
	parentDistinguishedName: 'OU=Seattle,OU=Users,DC=contoso,DC=com',
	employeeID: '1000900'
};

describe('Connect', () => {
	it('H-300: runs every thirty minutes and has nothing to do where nothing changed', () => {
		const world = hybrid();
		world.advance({ to: at('09:15') });
		const runs = [...world.tables.connectRuns.all()];
		expect(runs.map(({ startedAt }) => startedAt)).toEqual([at('08:10'), at('08:40'), at('09:10')]);
		expect(runs.map(({ exports, status }) => [exports, status])).toEqual([
			[0, 'success'],
			[0, 'success'],
			[0, 'success']
		]);
	});

	it('H-301: carries a change of Active Directory into the tenant, and no other attribute', () => {
		const world = hybrid();
		act(world, '08:15', 'ad.edit', { account: 7, attribute: 'title', value: 'Harbour Master' });
		world.advance({ to: at('08:39') });
		expect(user(world, 7).attrs.jobTitle).toBe('Account Executive');
		expect(connectRun(world, '08:40')).toEqual(['update 7']);
		expect(user(world, 7).attrs.jobTitle).toBe('Harbour Master');
		expect(connectRun(world, '09:10')).toEqual([]);
	});

	it('H-093: creates a user in the run that starts after the account was written', () => {
		const world = hybrid();
		act(world, '08:15', 'ad.create', { attributes: newcomer });
		const count = world.tables.users.next;
		expect(connectRun(world, '08:40')).toEqual([`create ${world.tables.adUsers.next - 1}`]);
		expect(user(world, count).attrs).toMatchObject({
			userPrincipalName: 'Lena.Fischer@contoso.com',
			mailNickname: 'Lena.Fischer',
			employeeId: '1000900',
			dirSyncEnabled: true
		});
	});

	it('H-103: keeps the user when the account moves, because the anchor is its objectGUID', () => {
		const world = hybrid();
		const { id } = user(world, 5);
		const place = 'OU=London,OU=Users,DC=contoso,DC=com';
		act(world, '08:15', 'ad.edit', { account: 5, attribute: 'parentDistinguishedName', value: place });
		expect(connectRun(world, '08:40')).toEqual(['update 5']);
		expect(user(world, 5)).toMatchObject({ id, softDeletedAt: null });
		expect(user(world, 5).attrs.onPremisesDistinguishedName).toBe(`CN=John Smith,${place}`);
	});

	it('H-104, H-303: soft-deletes who is left out, with the next full cycle only, and restores who comes back', () => {
		const world = hybrid();
		act(world, '09:00', 'connect.ouFilter', { unit: 'OU=Contractors', on: false });
		expect(connectRun(world, '09:10')).toEqual([]);
		act(world, '09:50', 'connect.run', { kind: 'initial' });
		expect(connectRun(world, '09:50')).toEqual(['delete 14', 'delete 21']);
		expect(user(world, 14).softDeletedAt).not.toBeNull();
		act(world, '10:25', 'connect.ouFilter', { unit: 'OU=Contractors', on: true });
		act(world, '10:30', 'connect.run', { kind: 'initial' });
		world.advance({ to: at('10:35') });
		expect(user(world, 14).softDeletedAt).toBeNull();
	});

	it('H-320, S-35: holds back more than 500 deletions, and lets go of them when they are not wanted any more', () => {
		const world = hybrid({ size: 10_000 });
		act(world, '09:00', 'connect.ouFilter', { unit: 'OU=Contractors', on: false });
		act(world, '09:02', 'connect.run', { kind: 'initial' });
		world.advance({ to: at('09:05') });
		const run = world.tables.connectRuns.get(world.tables.connect.get(0)!.last!)!;
		expect(run).toMatchObject({ status: 'stopped-deletion-threshold-exceeded', event: 116, staged: 1150 });
		expect([...world.tables.users.all()].filter(({ softDeletedAt }) => softDeletedAt !== null)).toEqual([]);
		act(world, '09:30', 'connect.ouFilter', { unit: 'OU=Contractors', on: true });
		act(world, '09:32', 'connect.run', { kind: 'initial' });
		world.advance({ to: at('09:35') });
		expect(world.tables.connectRuns.get(world.tables.connect.get(0)!.last!)).toMatchObject({ exports: 0, staged: 0 });
	});

	it('H-320: an export that stops exports nothing at all, and makes up for it once the threshold allows it', () => {
		const world = hybrid();
		act(world, '08:11', 'connect.set', { deletionThreshold: 3 });
		for (const account of [7, 8, 9]) act(world, '08:12', 'ad.delete', { account });
		expect(connectRun(world, '08:40')).toEqual(['delete 7', 'delete 8', 'delete 9']);
		for (const account of [10, 11, 12, 13]) act(world, '09:12', 'ad.delete', { account });
		act(world, '09:13', 'ad.edit', { account: 5, attribute: 'title', value: 'Bosun' });
		act(world, '09:14', 'ad.create', { attributes: newcomer });
		const stopped = ['staged 10', 'staged 11', 'staged 12', 'staged 13'];
		expect(connectRun(world, '09:40')).toEqual(stopped);
		expect([user(world, 5).attrs.jobTitle, user(world, 13).softDeletedAt]).toEqual(['Account Executive', null]);
		act(world, '10:12', 'ad.edit', { account: 5, attribute: 'telephoneNumber', value: '+1 555 0100' });
		expect(connectRun(world, '10:40')).toEqual(stopped);
		act(world, '11:12', 'connect.set', { deletionThreshold: 4 });
		const last = world.tables.adUsers.next - 1;
		expect(connectRun(world, '11:40')).toEqual([
			`create ${last}`,
			'update 5',
			'delete 10',
			'delete 11',
			'delete 12',
			'delete 13'
		]);
		expect(user(world, 5).attrs).toMatchObject({ jobTitle: 'Bosun', telephoneNumber: '+1 555 0100' });
		expect([...world.tables.mails.all()].filter(({ about }) => about === 'connect')).toHaveLength(4);
	});

	it('H-320: what a full cycle alone has found is not forgotten while the export stops', () => {
		const world = hybrid();
		act(world, '08:11', 'connect.ouFilter', { unit: 'OU=Seattle', on: false });
		act(world, '08:12', 'connect.run', { kind: 'initial' });
		world.advance({ to: at('08:15') });
		expect(user(world, 5).softDeletedAt).not.toBeNull();
		act(world, '08:20', 'connect.set', { deletionThreshold: 1 });
		act(world, '08:21', 'connect.ouFilter', { unit: 'OU=Seattle', on: true });
		act(world, '08:22', 'connect.ouFilter', { unit: 'OU=London', on: false });
		act(world, '08:23', 'connect.run', { kind: 'initial' });
		world.advance({ to: at('08:30') });
		expect([user(world, 5).softDeletedAt === null, user(world, 13).softDeletedAt === null]).toEqual([false, true]);
		act(world, '08:31', 'connect.set', { deletionThreshold: null });
		connectRun(world, '08:40');
		expect([user(world, 5).softDeletedAt === null, user(world, 13).softDeletedAt === null]).toEqual([true, false]);
	});

	it('H-316: replaces a name that is taken, puts an address aside, and says so in a mail', () => {
		const world = hybrid();
		const proxyAddresses = ['SMTP:marisol.vega@contoso.com', 'smtp:lena@contoso.com'];
		act(world, '08:12', 'ad.edit', { account: 5, attribute: 'proxyAddresses', value: proxyAddresses });
		expect(connectRun(world, '08:40')).toEqual(['update 5']);
		expect(user(world, 5).attrs.proxyAddresses).toEqual(['smtp:lena@contoso.com']);
		expect([...world.tables.mails.all()].filter(({ about }) => about === 'connect')).toHaveLength(1);
	});

	it('H-316: looks again every hour, and gives back what has become free', () => {
		const world = hybrid();
		const proxyAddresses = ['SMTP:john_smith@contoso.com', 'smtp:marisol.vega@contoso.com'];
		act(world, '08:12', 'ad.edit', { account: 5, attribute: 'proxyAddresses', value: proxyAddresses });
		world.advance({ to: at('10:00') });
		expect(user(world, 5).attrs.proxyAddresses).toEqual(['SMTP:john_smith@contoso.com']);
		expect(user(world, 5).attrs.onPremisesProvisioningErrors).toHaveLength(1);
		act(world, '10:05', 'ad.edit', { account: 0, attribute: 'proxyAddresses', value: ['SMTP:ceo@contoso.com'] });
		world.advance({ to: at('11:45') });
		expect(user(world, 5).attrs).toMatchObject({ proxyAddresses, onPremisesProvisioningErrors: null });
	});

	it('H-464: who was deleted stands in nobody’s way, and does not get back what somebody else has by now', () => {
		const world = hybrid();
		const addresses = { proxyAddresses: ['SMTP:john_smith@contoso.com'] };
		const filter = (time: string, on: boolean) => {
			act(world, time, 'connect.ouFilter', { unit: 'OU=Seattle,OU=Users,DC=contoso,DC=com', on });
			act(world, time, 'connect.run', { kind: 'initial' });
			return connectRun(world, time);
		};
		expect(filter('08:05', false)).toContain('delete 5');
		const place = 'OU=London,OU=Users,DC=contoso,DC=com';
		act(world, '08:36', 'ad.edit', { account: 5, attribute: 'userPrincipalName', value: 'old@contoso.com' });
		const again = { ...newcomer, userPrincipalName: 'john_smith@contoso.com', ...addresses };
		act(world, '08:37', 'ad.create', { attributes: { ...again, parentDistinguishedName: place } });
		expect(connectRun(world, '08:40')).toHaveLength(1);
		const created = [...world.tables.users.all()].at(-1)!.attrs;
		expect(created).toMatchObject({ userPrincipalName: 'john_smith@contoso.com', ...addresses });
		expect(filter('09:15', true)).toContain('link 5');
		expect(user(world, 5).softDeletedAt).toBeNull();
		expect(user(world, 5).attrs).toMatchObject({
			userPrincipalName: 'old@contoso.com',
			onPremisesProvisioningErrors: [expect.stringContaining('john_smith')]
		});
	});

	it('H-315: without resiliency a duplicate fails the update, and a new object finds no place', () => {
		const world = hybrid();
		act(world, '08:11', 'connect.set', { duplicateResiliency: false });
		const proxyAddresses = ['SMTP:marisol.vega@contoso.com', 'smtp:lena@contoso.com'];
		act(world, '08:12', 'ad.edit', { account: 5, attribute: 'proxyAddresses', value: proxyAddresses });
		act(world, '08:13', 'ad.create', { attributes: { ...newcomer, proxyAddresses } });
		const before = user(world, 5).attrs.proxyAddresses;
		const [created, updated] = connectRun(world, '08:40').toSorted();
		expect(created).toMatch(/^fail AttributeValueMustBeUnique/);
		expect(updated).toMatch(/^fail InvalidSoftMatch/);
		expect(user(world, 5).attrs.proxyAddresses).toEqual(before);
	});

	it('H-319: a name that Active Directory takes and the tenant does not is a failed validation', () => {
		const world = hybrid();
		act(world, '08:12', 'ad.edit', { account: 5, attribute: 'userPrincipalName', value: 'john.@contoso.com' });
		expect(connectRun(world, '08:40')[0]).toMatch(/^fail IdentityDataValidationFailed/);
		expect(user(world, 5).attrs.userPrincipalName).toBe('john_smith@contoso.com');
	});

	it('H-317: gives the initial domain to a name whose suffix the tenant does not know', () => {
		const world = hybrid();
		act(world, '08:12', 'ad.edit', { account: 5, attribute: 'userPrincipalName', value: 'jsmith@corp.local' });
		expect(connectRun(world, '08:40')).toEqual(['update 5']);
		expect(user(world, 5).attrs.userPrincipalName).toBe('john_smith@contoso.onmicrosoft.com');
	});

	it('H-460: tries again in each run what failed, with no change of the account, until the tenant takes it', () => {
		const world = hybrid();
		act(world, '08:11', 'connect.set', { duplicateResiliency: false });
		const proxyAddresses = ['smtp:marisol.vega@contoso.com'];
		act(world, '08:12', 'ad.edit', { account: 5, attribute: 'proxyAddresses', value: proxyAddresses });
		act(world, '08:13', 'ad.create', { attributes: { ...newcomer, proxyAddresses } });
		const newest = world.tables.adUsers.next - 1;
		for (const time of ['08:40', '09:10'])
			expect(connectRun(world, time)).toEqual([
				expect.stringMatching(/^fail AttributeValueMustBeUnique.* 5$/),
				expect.stringMatching(new RegExp(`^fail InvalidSoftMatch.* ${newest}$`))
			]);
		expect(world.tables.connectRuns.get(world.tables.connect.get(0)!.last!)).toMatchObject({
			status: 'completed-export-errors',
			failed: 2
		});
		// What failed is kept while staging mode holds everything back (H-304).
		act(world, '09:39', 'connect.set', { staging: true });
		expect(connectRun(world, '09:40')).toEqual([]);
		act(world, '10:09', 'connect.set', { staging: false });
		act(world, '10:09', 'connect.set', { duplicateResiliency: true });
		expect(connectRun(world, '10:10')).toEqual([`create ${newest}`, 'update 5']);
		expect(connectRun(world, '10:40')).toEqual([]);
		expect([...world.tables.connectExports.all()]).toEqual([]);
	});

	it('H-460: forgets what failed when the account is deleted, and a full cycle tries it as well', () => {
		const world = hybrid();
		act(world, '08:12', 'ad.edit', { account: 5, attribute: 'userPrincipalName', value: 'john.@contoso.com' });
		act(world, '08:13', 'ad.create', { attributes: { ...newcomer, userPrincipalName: '.lena@contoso.com' } });
		const newest = world.tables.adUsers.next - 1;
		expect(connectRun(world, '08:40')).toHaveLength(2);
		act(world, '09:09', 'connect.run', { kind: 'initial' });
		world.advance({ to: at('09:10') - 1000 });
		expect(world.tables.pendingExports.get(2)).toHaveLength(2);
		act(world, '09:11', 'ad.delete', { account: newest });
		expect(connectRun(world, '09:40')).toEqual([expect.stringMatching(/^fail IdentityDataValidationFailed.* 5$/)]);
	});

	it('H-461: a user whom Active Directory masters is not deleted in the tenant, until the account is gone', () => {
		const world = hybrid();
		const drop = { verb: 'user.softDelete', args: { user: 7 } } as const;
		expect(world.do(drop)).toMatchObject({ message: 'refused: mastered on-premises' });
		act(world, '08:12', 'ad.delete', { account: 7 });
		expect(connectRun(world, '08:40')).toEqual(['delete 7']);
		act(world, '09:12', 'user.restore', { user: 7 });
		expect(world.do(drop)).toMatchObject({ ok: true });
	});

	it('H-312: fails with an account of the name of an administrator, until the role is taken from the cloud user', () => {
		const world = hybrid({ preset: 'mixed' });
		const userPrincipalName = String(user(world, 10).attrs.userPrincipalName);
		act(world, '08:11', 'user.administrator', { user: 10, on: true });
		act(world, '08:12', 'ad.create', { attributes: { ...newcomer, userPrincipalName } });
		const account = world.tables.adUsers.next - 1;
		expect(connectRun(world, '08:40')).toEqual([expect.stringMatching(/^fail ExistingAdminRoleConflict/)]);
		act(world, '09:09', 'user.administrator', { user: 10, on: false });
		expect(connectRun(world, '09:10')).toEqual([`link ${account}`]);
	});

	it('H-311: takes a cloud user over by its name', () => {
		const world = hybrid({ preset: 'mixed' });
		const cloud = user(world, 10);
		expect(cloud.attrs.dirSyncEnabled).toBe(false);
		act(world, '08:12', 'ad.create', {
			attributes: { ...newcomer, cn: 'H', displayName: null, userPrincipalName: String(cloud.attrs.userPrincipalName) }
		});
		const account = world.tables.adUsers.next - 1;
		expect(connectRun(world, '08:40')).toEqual([`link ${account}`]);
		expect(user(world, 10).attrs).toMatchObject({ dirSyncEnabled: true, givenName: 'Lena', displayName: '田中 宏' });
	});

	it('H-304: in staging mode imports and exports nothing, and forgets nothing', () => {
		const world = hybrid();
		act(world, '08:12', 'connect.set', { staging: true });
		act(world, '08:15', 'ad.edit', { account: 7, attribute: 'title', value: 'Harbour Master' });
		expect(connectRun(world, '08:40')).toEqual([]);
		act(world, '09:25', 'connect.set', { staging: false });
		expect(connectRun(world, '09:40')).toEqual(['update 7']);
	});

	it('H-324: what Active Directory masters is not edited in the cloud', () => {
		const world = hybrid();
		const args = { user: 7, attribute: 'jobTitle', value: 'x' };
		expect(world.do({ verb: 'user.edit', args })).toMatchObject({ message: 'refused: mastered on-premises' });
	});

	it('refuses attributes that the schema does not have, values of another kind, and units of no domain', () => {
		const world = hybrid();
		const said = (verb: string, args: object) => {
			const done = world.do({ verb, args } as never);
			return done.ok ? 'done' : done.message;
		};
		const edit = (attribute: string, value: unknown) => said('ad.edit', { account: 5, attribute, value });
		expect(edit('contosoBadge', 'x')).toContain('NoSuchAttribute');
		expect(edit('enabled', 'maybe')).toContain('InvalidAttributeSyntax');
		expect(edit('proxyAddresses', 'smtp:a@contoso.com')).toContain('ConstraintViolation');
		expect(edit('title', ['a', 'b'])).toContain('ConstraintViolation');
		expect(said('ad.unit.create', { dn: 'OU=X,DC=other,DC=com' })).toContain('There is no');
		expect(said('ad.schema.extend', { attribute: '9lives' })).toContain('LDAP display name');
		expect(said('ad.schema.extend', { attribute: 'Title' })).toContain('already');
		expect(said('ad.schema.extend', { attribute: 'contosoBadge' })).toBe('done');
		expect(edit('contosoBadge', 'x')).toBe('done');
	});

	it('H-282: a right on a protected object lasts until the next full hour', () => {
		const world = hybrid();
		act(world, '09:30', 'ad.grant', { account: 23, to: 'provAgentgMSA$' });
		expect(world.tables.adUsers.get(23)!.granted).toBe(true);
		world.advance({ to: at('10:00') });
		expect(world.tables.adUsers.get(23)!.granted).toBe(false);
	});

	it('is the same after any scrub and return', () => {
		const world = hybrid();
		act(world, '08:15', 'ad.create', { attributes: newcomer });
		world.advance({ to: at('12:00') });
		const before = world.fingerprint();
		world.seek({ at: at('08:20') });
		const made = world.tables.adUsers.next - 1;
		expect(world.tables.adByEmployeeId.get('1000900')).toEqual([made]);
		world.back();
		expect(world.fingerprint()).toBe(before);
	});
});
