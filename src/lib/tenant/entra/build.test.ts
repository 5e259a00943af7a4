import { describe, expect, it } from 'vitest';
import { PRESETS, type Preset } from '#lib/content/company/tenant';
import { adUsers } from '../testing/ad-users';
import type { AdUser } from '../ad/user';
import { generatePeople } from '../sample/generate';
import { entraUsers } from '../testing/entra-users';
import { immutableIdOf, objectGUIDOf } from './anchor';
import type { EntraUser } from './user';

const seed = 'contoso-2026';
const cast = generatePeople(seed, 25);
const five = generatePeople(seed, 500);
const entra = (preset: Preset, people = cast, options = {}) => entraUsers(people, preset, { seed, ...options });
const slots = (users: readonly (EntraUser | AdUser | null)[]) => users.flatMap((user) => (user ? [user.slot] : []));
const at = <T>(rows: readonly (T | null)[], slot: number) => rows[slot] as T;

describe('the users of the tenant', () => {
	it('O-21: are the persons and one guest, in order of creation', () => {
		const users = entra('cloud-only');
		expect(slots(users)).toEqual(Array.from({ length: 26 }, (_, slot) => slot));
		expect(at(users, 25)).toMatchObject({
			userPrincipalName: 'sam_adatum.com#EXT#@contoso.onmicrosoft.com',
			mail: 'sam@adatum.com',
			userType: 'Guest',
			employeeId: null
		});
		expect(at(users, 5).objectId).toBe('a89f25a6-18e5-a0ca-d6e4-7925ceac355a');
		expect(Object.isFrozen(at(users, 5))).toBe(true);
	});

	it('O-21: gain service accounts and disabled shared mailboxes with extras, 3 and 2 at size 25', () => {
		const users = entra('cloud-only', cast, { extras: true });
		expect(users.slice(26).map((user) => [user?.accountEnabled, user?.department, user?.mail !== null])).toEqual([
			[true, 'IT', false],
			[true, 'IT', false],
			[true, 'IT', false],
			[false, null, true],
			[false, null, true]
		]);
		expect(slots(entra('cloud-only', five, { extras: true })).length).toBe(500 + 10 + 4 + 4);
	});

	it.each(PRESETS)('O-01: have names and ids of their own in preset %s', (preset) => {
		const users = entra(preset, five, { extras: true }).filter((user) => user !== null);
		for (const key of ['objectId', 'userPrincipalName'] as const) {
			expect(new Set(users.map((user) => user[key].toLowerCase())).size).toBe(users.length);
		}
	});

	it('hybrid: all people are synchronised, the guest and the break-glass accounts are not', () => {
		const users = entra('hybrid', cast, { extras: true });
		const cloud = users.filter((user) => !user?.dirSyncEnabled).map((user) => user?.displayName);
		expect(cloud).toEqual(['Sam Partner', 'breakglass1', 'breakglass2']);
		expect(at(users, 24)).toMatchObject({ accountEnabled: false, dirSyncEnabled: true });
	});

	it('hybrid-hr: future hires do not exist, and nobody refers to them', () => {
		const users = entra('hybrid-hr', five);
		const missing = users.flatMap((user, slot) => (user ? [] : [slot]));
		expect(missing).toHaveLength(6);
		expect(missing.slice(0, 2)).toEqual([24, 40]);
		for (const user of users) if (user?.manager != null) expect(missing).not.toContain(user.manager);
		for (const slot of [44, 64, 84])
			expect(at(users, slot).manager).toBe(five[slot]?.manager === 24 ? null : five[slot]?.manager);
	});

	it('mixed: every fifth person lives in the cloud only', () => {
		const users = entra('mixed');
		expect(users.flatMap((user) => (user && !user.dirSyncEnabled ? [user.slot] : []))).toEqual([0, 5, 10, 15, 20, 25]);
		expect(users[24]).toBeNull();
	});

	it('HR-greenfield: the directory holds four people', () => {
		expect(slots(entra('HR-greenfield'))).toEqual([0, 2, 22, 23, 25]);
		expect(slots(adUsers(cast, 'HR-greenfield', { seed }))).toEqual([0, 2, 22, 23]);
	});

	it('HR-brownfield: every tenth employee ID is missing, every fiftieth is the next person’s', () => {
		const users = entra('HR-brownfield', five);
		for (const slot of [3, 13, 493]) expect(at(users, slot).employeeId).toBeNull();
		for (const slot of [7, 57, 457]) expect(at(users, slot).employeeId).toBe(five[slot + 1]?.workerId);
		expect(at(users, 8).employeeId).toBe('1000008');
	});

	it('H-317: a name on an unverified suffix becomes one on the initial domain, five of 500 under HR', () => {
		const users = entra('hybrid-hr', five);
		expect(at(users, 38).userPrincipalName).toBe('james.hughes@contoso.onmicrosoft.com');
		const isReplaced = ({ userPrincipalName, onPremisesUserPrincipalName }: EntraUser) =>
			onPremisesUserPrincipalName !== null && onPremisesUserPrincipalName !== userPrincipalName;
		const replaced = users.filter((user) => user !== null && isReplaced(user));
		expect(replaced.map((user) => user?.slot)).toEqual([38, 166, 371, 372, 394]);
	});

	it('H-316: the second claim on the press address never reaches the tenant', () => {
		expect(at(entra('hybrid', five), 45).proxyAddresses).not.toContain('smtp:press@contoso.com');
		expect(at(entra('hybrid', five), 44).proxyAddresses).toContain('smtp:press@contoso.com');
		expect(at(adUsers(five, 'hybrid', { seed }), 45).proxyAddresses).toContain('smtp:press@contoso.com');
	});

	it('O-27: the hire date travels through Active Directory only where it is captured', () => {
		expect(at(entra('hybrid-hr'), 0).employeeHireDate).toBeNull();
		expect(at(entra('hybrid-hr', cast, { captureHireDate: true }), 0).employeeHireDate).toBe('2019-05-06T00:00:00Z');
		expect(at(entra('cloud-only'), 24).employeeHireDate).toBe('2026-03-16T00:00:00Z');
	});

	it('H-309: the source anchor is the objectGUID in base64, low bytes first', () => {
		expect(immutableIdOf('00112233-4455-6677-8899-aabbccddeeff')).toBe('MyIRAFVEd2aImaq7zN3u/w==');
		expect(objectGUIDOf('MyIRAFVEd2aImaq7zN3u/w==')).toBe('00112233-4455-6677-8899-aabbccddeeff');
		expect(objectGUIDOf('an anchor of somebody')).toBeNull();
	});

	it('H-316: are a hundred thousand with names and addresses of their own', () => {
		const people = generatePeople(seed, 100_000);
		const users = entra('cloud-only', people);
		expect(users[65_742]?.userPrincipalName).toMatch(/^mason\.coleman\+\d{4}@contoso\.onmicrosoft\.com$/);
		const names = new Set(users.map((user) => user?.userPrincipalName));
		const addresses = users.flatMap((user) => user?.proxyAddresses.map((address) => address.slice(5)) ?? []);
		expect([names.size, new Set(addresses).size]).toEqual([100_001, addresses.length]);
	}, 60_000);

	it('are a hundred thousand in two directories', () => {
		const people = generatePeople(seed, 100_000);
		const users = entra('hybrid', people);
		expect(users.length).toBe(100_001);
	}, 60_000);
});
