import { describe, expect, it } from 'vitest';
import { generatePeople } from '../sample/generate';
import { adUsers } from '../testing/ad-users';
import { distinguishedName, ORGANIZATIONAL_UNITS } from './ou';
import type { AdUser } from './user';

const seed = 'contoso-2026';
const people = generatePeople(seed, 500);
const ad = (preset: Parameters<typeof adUsers>[1], extras = false) =>
	adUsers(people, preset, { seed, extras }) as readonly AdUser[];

describe('the accounts of Active Directory', () => {
	it('O-23: stand in the unit of their city, contractors of the HR-less hybrid in their own', () => {
		const hybrid = ad('hybrid');
		expect(hybrid[0]?.distinguishedName).toBe('CN=Marisol Vega,OU=Seattle,OU=Users,DC=contoso,DC=com');
		expect(hybrid[6]?.parentDistinguishedName).toBe('OU=Default Users,DC=contoso,DC=com');
		expect(hybrid[14]?.parentDistinguishedName).toBe('OU=Contractors,DC=contoso,DC=com');
		expect(hybrid.filter((user) => user?.parentDistinguishedName.startsWith('OU=Contractors'))).toHaveLength(55);
		expect(ad('hybrid-hr')[14]?.parentDistinguishedName).toBe('OU=Default Users,DC=contoso,DC=com');
	});

	it('H-205: no two share a distinguished name or an account name, and every unit exists', () => {
		const users = ad('hybrid', true).filter((user) => user !== null);
		expect(new Set(users.map((user) => user.distinguishedName.toLowerCase())).size).toBe(users.length);
		expect(new Set(users.map((user) => user.sAMAccountName)).size).toBe(users.length);
		for (const user of users) expect(ORGANIZATIONAL_UNITS).toContain(user.parentDistinguishedName);
	});

	it('H-203: keep to the schema’s limits, where a title of 140 characters is cut to 128', () => {
		const users = ad('hybrid-hr').filter((user) => user !== null);
		for (const user of users) {
			expect(user.sAMAccountName.length).toBeLessThanOrEqual(20);
			expect(user.cn.length).toBeLessThanOrEqual(64);
			expect(user.title?.length ?? 0).toBeLessThanOrEqual(128);
		}
		expect(users.filter((user) => user.title?.length === 128).map(({ slot }) => slot)).toEqual([33, 227, 308]);
	});

	it('hybrid-hr: hold what HR holds, the organisation of Grace Mensah and the code of Bulgaria among it', () => {
		expect(ad('hybrid-hr')[17]?.department).toBe('Customer Support');
		expect(ad('hybrid-hr')[18]).toMatchObject({ co: 'BG', c: 'BG' });
		expect(ad('hybrid')[17]?.department).toBeNull();
		expect(ad('hybrid')[18]).toMatchObject({ co: 'Bulgaria', c: 'BG' });
	});

	it('H-281: protect the directory administrator alone', () => {
		expect(ad('hybrid').flatMap((user) => (user?.adminCount ? [user.slot] : []))).toEqual([23]);
	});

	it('with extras, include accounts that HR cannot match and Connect does not see', () => {
		const users = ad('hybrid', true).filter((user) => user?.parentDistinguishedName.startsWith('OU=NoSync'));
		expect(users).toHaveLength(6);
		for (const user of users) expect(user.employeeID).toBeNull();
	});

	it('escape what a distinguished name reserves', () => {
		expect(distinguishedName('Smith, "J" <x>\t', 'DC=c')).toBe('CN=Smith\\, \\"J\\" \\<x\\>\\09,DC=c');
	});
});
