import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { at, must } from '../testing.fixture';
import { adAccount } from './ad-account';
import { adAccounts } from './ad-accounts';
import { adUnits } from './ad-units';
import { connect } from './connect';
import { connectRun } from './connect-run';
import { mails } from '../health/mails';

const hybrid = () => createWorld({ preset: 'hybrid', apps: ['byoa'] });

describe('the screens of Active Directory', () => {
	it('show no Active Directory and no Connect where there is none', () => {
		const world = createWorld({ preset: 'cloud-only' });
		expect([adUnits(world, {}), adAccount(world, { account: 0 }), connect(world, {})]).toEqual([null, null, null]);
		expect(adAccounts(world, {}).of).toBe(0);
	});

	it('show the units as a tree, with the one that Connect leaves out', () => {
		const world = hybrid();
		must(world, 'ad.unit.create', { dn: 'OU=Pier,OU=London,OU=Users,DC=contoso,DC=com' });
		const { units, accounts } = adUnits(world, {})!;
		const names = units.map(({ name, depth }) => `${depth} ${name}`);
		expect(names.slice(names.indexOf('1 Users'))).toEqual([
			'1 Users',
			'2 Austin',
			'2 Dallas',
			'2 London',
			'3 Pier',
			'2 Seattle'
		]);
		expect(units.filter(({ filtered }) => filtered).map(({ name }) => name)).toEqual(['NoSync']);
		const total = (wanted: string) => units.find(({ name }) => name === wanted)!.total;
		expect(total('Users')).toBe(total('Austin') + total('Dallas') + total('London') + total('Seattle'));
		expect(units.reduce((sum, unit) => sum + unit.accounts, 0)).toBe(accounts);
	});

	it('list the accounts of a unit with those below it, and find one by its name', () => {
		const world = hybrid();
		const all = adAccounts(world, { unit: 'OU=Users,DC=contoso,DC=com' });
		const own = adAccounts(world, { unit: 'OU=Users,DC=contoso,DC=com', below: false });
		expect(all.of).toBeGreaterThan(own.of);
		const [first] = all.rows;
		expect(adAccounts(world, { search: first!.sAMAccountName }).rows.map(({ slot }) => slot)).toContain(first!.slot);
	});

	it('H-281, H-282: say that an account is protected, and until when a right on it lasts', () => {
		const world = hybrid();
		const guarded = adAccounts(world, { guarded: true }).rows[0]!;
		must(world, 'ad.grant', { account: guarded.slot, to: 'provAgentgMSA$' });
		expect(adAccount(world, { account: guarded.slot })).toMatchObject({ granted: true, resetAt: at('09:00') });
	});

	it('H-301: say what Connect has not read yet, and that it has', () => {
		const world = hybrid();
		must(world, 'ad.edit', { account: 7, attribute: 'title', value: 'Pilot' });
		expect(adAccount(world, { account: 7 })).toMatchObject({
			waiting: ['title'],
			readAt: at('08:10'),
			user: { slot: 7 }
		});
		expect(connect(world, {})).toMatchObject({ waiting: 1, nextAt: at('08:10'), scheduler: true });
		world.advance({ to: at('08:12') });
		expect(adAccount(world, { account: 7 })!.waiting).toEqual([]);
		const { runs } = connect(world, {})!;
		expect(runs.rows[0]).toMatchObject({ kind: 'delta', status: 'success', exports: 1, failed: 0 });
		const { lines } = connectRun(world, { run: runs.rows[0]!.slot })!;
		expect(lines.rows).toMatchObject([{ account: 7, operation: 'update', rule: 'H-306' }]);
	});

	it('H-303: say that a changed filter waits for a full cycle', () => {
		const world = hybrid();
		must(world, 'connect.ouFilter', { unit: 'OU=Leavers', on: false });
		expect(connect(world, {})!.filterWaits).toBe(true);
		must(world, 'connect.run', { kind: 'initial' });
		world.advance({ to: at('08:05') });
		expect(connect(world, {})!.filterWaits).toBe(false);
	});

	it('H-320: name what the deletion threshold holds back', () => {
		const world = hybrid();
		must(world, 'connect.set', { deletionThreshold: 0 });
		must(world, 'ad.delete', { account: 7 });
		must(world, 'ad.edit', { account: 5, attribute: 'title', value: 'Bosun' });
		world.advance({ to: at('08:12') });
		const { runs, held, waiting } = connect(world, {})!;
		expect([held, waiting]).toEqual([1, 1]);
		expect(mails(world, {}).rows[0]).toMatchObject({ isQuoted: true, from: 'MSSecurity-noreply@microsoft.com' });
		expect(runs.rows[0]).toMatchObject({ status: 'stopped-deletion-threshold-exceeded', event: 116, staged: 1 });
		expect(connectRun(world, { run: runs.rows[0]!.slot, errorsOnly: true })!.lines.rows).toMatchObject([
			{ account: 7, name: 'Zoë Müller (deleted)', operation: 'staged', rule: 'H-320' }
		]);
	});

	it('H-316: name the users with values that the tenant put aside', () => {
		const world = hybrid();
		const taken = String(world.tables.users.get(2)!.attrs.userPrincipalName);
		must(world, 'ad.edit', {
			account: 7,
			attribute: 'proxyAddresses',
			value: [`smtp:${taken}`, `SMTP:own@contoso.com`]
		});
		must(world, 'ad.edit', { account: 2, attribute: 'proxyAddresses', value: [`smtp:${taken}`] });
		world.advance({ to: at('08:12') });
		const { errors, errorCount } = connect(world, {})!;
		expect(errorCount).toBeGreaterThan(0);
		expect(errors[0]!.message).toContain('proxyAddress');
	});

	it('H-460: name the accounts that each run tries again, at Connect and at the account', () => {
		const world = hybrid();
		must(world, 'ad.edit', { account: 7, attribute: 'userPrincipalName', value: 'zoe.@contoso.com' });
		world.advance({ to: at('08:12') });
		const told = { code: 'IdentityDataValidationFailed', message: expect.stringContaining('dot') as string };
		expect(connect(world, {})).toMatchObject({ errors: [{ account: 7, ...told }], errorCount: 1, failing: 1 });
		expect(adAccount(world, { account: 7 })!.refusal).toMatchObject(told);
		world.advance({ until: ({ tables }) => tables.connect.get(0)!.run !== null });
		expect(connect(world, {})).toMatchObject({ running: { failed: 0 }, errorCount: 1, failing: 1 });
		must(world, 'ad.edit', { account: 7, attribute: 'userPrincipalName', value: 'zoe@contoso.com' });
		world.advance({ to: at('09:12') });
		expect(connect(world, {})).toMatchObject({ errors: [], failing: 0 });
		expect(adAccount(world, { account: 7 })!.refusal).toBeNull();
	});
});
