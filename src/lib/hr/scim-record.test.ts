import { describe, expect, it } from 'vitest';
import { flatRecord } from './scim-record';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const custom = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

describe('a SCIM user that is uploaded', () => {
	it('H-402: is read under the names of the shipped mappings, with name, work address and the enterprise extension', () => {
		const record = flatRecord({
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
			externalId: '9000001',
			userName: 'nora.lindqvist@contoso.com',
			name: { givenName: 'Nora', familyName: 'Lindqvist' },
			displayName: 'Nora Lindqvist',
			title: 'Pilot',
			emails: [{ type: 'work', value: 'nora@contoso.com', primary: true }],
			addresses: [{ type: 'work', locality: 'Oslo', country: 'NO' }],
			active: true,
			[enterprise]: { department: 'Sales', manager: { value: '1000007' } }
		});
		expect(record).toMatchObject({
			externalId: '9000001',
			userPrincipalName: 'nora.lindqvist@contoso.com',
			mailNickname: 'nora.lindqvist',
			givenName: 'Nora',
			surname: 'Lindqvist',
			jobTitle: 'Pilot',
			mail: 'nora@contoso.com',
			city: 'Oslo',
			country: 'NO',
			active: true,
			department: 'Sales',
			manager: '1000007'
		});
		expect(record.schemas).toBeUndefined();
	});

	it('H-402: is read whatever the letter case of its names, as published bodies have username', () => {
		expect(flatRecord({ username: 'DuckD@contoso.com', Name: { FamilyName: 'Duck' }, title: 'Manager' })).toMatchObject(
			{
				userPrincipalName: 'DuckD@contoso.com',
				mailNickname: 'DuckD',
				surname: 'Duck',
				jobTitle: 'Manager'
			}
		);
	});

	it('H-462: has what stands before the at sign of its user name as mail nickname, unless the record says one', () => {
		expect(flatRecord({ externalId: '1', userName: 'nora@contoso.com' })).toMatchObject({ mailNickname: 'nora' });
		expect(flatRecord({ externalId: '1', userName: 'nora@contoso.com', mailNickname: 'nl' }).mailNickname).toBe('nl');
	});

	it('keeps the attributes of an extension of its own under their whole names', () => {
		expect(flatRecord({ externalId: '1', [custom]: { HireDate: '2026-04-01' } })).toEqual({
			externalId: '1',
			[`${custom}:HireDate`]: '2026-04-01'
		});
	});

	it('stays as it is where it is flat, and what is written flat counts', () => {
		const flat = { externalId: '1', givenName: 'Nora', active: false, department: null };
		expect(flatRecord(flat)).toEqual(flat);
		expect(flatRecord({ ...flat, name: { givenName: 'Eleonora' } })).toMatchObject({ givenName: 'Nora' });
	});

	it('H-404: is refused as Invalid Data Format where it has no such shape', () => {
		expect(() => flatRecord([1])).toThrow('Invalid Data Format: a record is an object with attributes.');
		expect(() => flatRecord(JSON.parse(`${'{"a":'.repeat(9)}1${'}'.repeat(9)}`) as never)).toThrow('nested too deeply');
		expect(() => flatRecord({ tags: ['a'] })).toThrow('Invalid Data Format: tags is a list of single values.');
	});
});
