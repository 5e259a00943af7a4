import { describe, expect, it } from 'vitest';
import { refuseAccount, refuseValue } from './refuse';

const domain = { hasUnit: (dn: string) => dn === 'OU=A', isTaken: (_: string, value: string) => value === 'taken' };
const account = { cn: 'a', givenName: 'g', sn: 's', userPrincipalName: 'u@x.y', parentDistinguishedName: 'OU=A' };

describe('what Active Directory refuses', () => {
	it('H-106: an empty text', () => {
		expect(refuseValue('title', '')?.detail).toContain('data 0, v3839');
		expect(refuseValue('title', null)).toBeNull();
	});

	it('H-202, H-203: a value that is longer than the schema allows', () => {
		expect(refuseValue('company', 'x'.repeat(64))).toBeNull();
		expect(refuseValue('company', 'x'.repeat(65))).toMatchObject({
			code: 'SystemForCrossDomainIdentityManagementBadResponse',
			detail: expect.stringContaining('CONSTRAINT_ATT_TYPE - company') as string
		});
		expect(refuseValue('title', 'x'.repeat(129))?.detail).toContain('ConstraintViolation');
	});

	it('H-201: accents and other scripts in a UPN', () => {
		expect(refuseValue('userPrincipalName', "siobhan.o'connor@contoso.com")).toBeNull();
		expect(refuseValue('userPrincipalName', 'José.García@contoso.com')).not.toBeNull();
		expect(refuseValue('userPrincipalName', '田中.宏@contoso.com')).not.toBeNull();
	});

	it('H-204, H-206: account names and booleans that the schema does not know', () => {
		expect(refuseValue('sAMAccountName', 'a+b')).not.toBeNull();
		expect(refuseValue('sAMAccountName', 'ab.')).not.toBeNull();
		expect(refuseValue('msExchHideFromAddressLists', 'true')?.code).toContain('InvalidParameter');
		expect(refuseValue('msExchHideFromAddressLists', 'TRUE')).toBeNull();
	});

	it('H-200: an account without a name', () => {
		expect(refuseAccount(account, [], true, domain)).toBeNull();
		expect(refuseAccount({ ...account, sn: null }, [], true, domain)?.detail).toContain('sn is missing');
		expect(refuseAccount({ ...account, sn: null }, [], false, domain)).toBeNull();
	});

	it('H-205, H-207: a name that is taken, and a unit that does not exist', () => {
		expect(refuseAccount({ ...account, distinguishedName: 'taken' }, [], true, domain)?.code).toBe(
			'EntryAlreadyExists'
		);
		expect(refuseAccount({ ...account, sAMAccountName: 'taken' }, ['sAMAccountName'], false, domain)).not.toBeNull();
		const nowhere = { ...account, parentDistinguishedName: 'OU=B' };
		expect(refuseAccount(nowhere, [], true, domain)?.detail).toContain('No superior reference');
	});
});
