import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/scim/types';
import { operationFor, piecesOf } from './pieces';

const data: JsonObject = {
	userName: 'zoe',
	active: true,
	name: { givenName: 'Zoë', familyName: null },
	emails: [{ type: 'work', primary: true, value: 'zoe@contoso.com' }],
	addresses: [
		{ type: 'work', locality: 'Zürich', postalCode: '8001' },
		{ type: 'home', locality: 'Bern' }
	],
	entitlements: [{ value: 'a' }, { value: 'b' }],
	'urn:x:User': { department: 'Sales', manager: { value: '7' } }
};

describe('the pieces of an account', () => {
	it('have the paths of the mappings', () => {
		expect(Object.fromEntries(piecesOf(data))).toEqual({
			userName: 'zoe',
			active: true,
			'name.givenName': 'Zoë',
			'emails[type eq "work"].value': 'zoe@contoso.com',
			'addresses[type eq "work"].locality': 'Zürich',
			'addresses[type eq "work"].postalCode': '8001',
			'addresses[type eq "home"].locality': 'Bern',
			entitlements: [{ value: 'a' }, { value: 'b' }],
			'urn:x:User:department': 'Sales',
			'urn:x:User:manager': { value: '7' }
		});
	});

	it('are written back by one operation each, also where the value and its type are gone', () => {
		const path = 'emails[type eq "work"].value';
		expect(operationFor('title', undefined, data)).toEqual({ op: 'remove', path: 'title' });
		expect(operationFor(path, 'z@contoso.com', data)).toEqual({ op: 'replace', path, value: 'z@contoso.com' });
		expect(operationFor(path, 'z@contoso.com', { userName: 'zoe' })).toEqual({
			op: 'add',
			path: 'emails',
			value: [{ type: 'work', value: 'z@contoso.com' }]
		});
	});
});
