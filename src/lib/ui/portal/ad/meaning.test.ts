import { describe, expect, it } from 'vitest';
import { refuseAccount, refuseValue } from '#lib/tenant/ad/refuse';
import { meaningOf } from './meaning';

const domain = {
	hasUnit: (dn: string) => dn !== 'OU=Nowhere',
	isTaken: (_name: string, value: string) => value === 'taken'
};
const account = { cn: 'a', userPrincipalName: 'a@x', givenName: 'a', sn: 'a', parentDistinguishedName: 'OU=Here' };

describe('what the domain says', () => {
	it('is told in plain words, whatever it refuses', () => {
		const refusals = [
			refuseValue('title', 't'.repeat(200)),
			refuseValue('title', ''),
			refuseValue('msExchHideFromAddressLists', 'true'),
			refuseValue('sAMAccountName', 'a/b'),
			refuseValue('userPrincipalName', 'no name'),
			refuseAccount({ ...account, sn: null }, [], true, domain),
			refuseAccount({ ...account, parentDistinguishedName: 'OU=Nowhere' }, [], true, domain),
			refuseAccount({ ...account, sAMAccountName: 'taken' }, ['sAMAccountName'], false, domain)
		];
		for (const refusal of refusals) expect(meaningOf(refusal!.detail), refusal!.detail).toMatch(/\.$/);
	});

	it('stays as it is where there is nothing to add', () => {
		expect(meaningOf('objectGUID cannot be edited.')).toBeUndefined();
	});
});
