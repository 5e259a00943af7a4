import { describe, expect, it } from 'vitest';
import { refusal, type VendorError } from '../errors';
import type { JsonObject, ScimRequest } from '../types';
import { CORE_USER, ENTERPRISE_USER, MESSAGE } from '../urns';
import * as client from './index';
import type { Connection } from './index';

const legacy: Connection = { token: 'tok', dialect: 'legacy' };
const compliant: Connection = { token: 'tok', dialect: 'compliant' };
const body = (request: ScimRequest) => JSON.parse(request.body as string) as JsonObject;
const operations = (request: ScimRequest) => body(request).Operations;
const decoded = (request: ScimRequest) => decodeURIComponent(request.path);

describe('the tenant URL', () => {
	it.each([
		['https://a.example/scim', 'legacy', 'https://a.example/scim'],
		['https://a.example/scim?aadOptscim062020', 'compliant', 'https://a.example/scim'],
		['https://a.example/scim/?aadOptscim062020', 'compliant', 'https://a.example/scim'],
		['https://a.example/scim?x=1&aadOptscim062020', 'compliant', 'https://a.example/scim?x=1'],
		['https://a.example/scim?aadOptscim062020&x=1', 'compliant', 'https://a.example/scim?x=1'],
		['https://a.example/scim?AzureAdScimPatch2017', 'legacy', 'https://a.example/scim']
	])('S-002, S-003, S-005, S-006: %s speaks %s and is asked at %s', (url, dialect, address) => {
		expect(client.dialectOf(url)).toBe(dialect);
		expect(client.withoutFlag(url)).toBe(address);
	});
});

describe('a target with a name that every object has', () => {
	it.each(['__proto__.taken', '__proto__[type eq "work"].taken', 'constructor.taken', 'toString[a eq "b"].taken'])(
		'%s leaves every other object alone',
		(target) => {
			client.create(legacy, 'User', [{ path: target, value: 'x' }]);
			expect(({} as Record<string, unknown>).taken).toBeUndefined();
			expect((Object as unknown as Record<string, unknown>).taken).toBeUndefined();
		}
	);
});

describe('queries', () => {
	it('S-064: a user is matched by one attribute, S-010: with the bearer token', () => {
		const request = client.match(legacy, 'User', 'userName', 'a@b.example');
		expect(decoded(request)).toBe('/Users?filter=userName eq "a@b.example"');
		expect(request.headers.Authorization).toBe('Bearer tok');
		expect(request.body).toBeUndefined();
	});

	it('S-025: the probe asks for whatever attribute is matched', () => {
		const request = client.probe(legacy, 'User', 'emails[type eq "work"].value', 'guid-1');
		expect(decoded(request)).toBe('/Users?filter=emails[type eq "work"].value eq "guid-1"');
	});

	it('S-067, S-068: groups are read without their members', () => {
		expect(decoded(client.match(legacy, 'Group', 'displayName', 'Night Desk'))).toBe(
			'/Groups?excludedAttributes=members&filter=displayName eq "Night Desk"'
		);
		expect(client.read(legacy, 'Group', 'g-1').path).toBe('/Groups/g-1?excludedAttributes=members');
		expect(client.read(legacy, 'User', 'u-1').path).toBe('/Users/u-1');
	});

	it('S-100, S-129: a reference is checked by id and value, asking for the id alone', () => {
		expect(decoded(client.checkManager(legacy, 'u-1', 'u-2'))).toBe(
			'/Users?filter=id eq "u-1" and manager eq "u-2"&attributes=id'
		);
		expect(decoded(client.checkMember(legacy, 'g-1', 'u-2'))).toBe(
			'/Groups?filter=id eq "g-1" and members eq "u-2"&attributes=id'
		);
	});
});

describe('creating', () => {
	const created = body(
		client.create(legacy, 'User', [
			{ path: 'userName', value: 'mirela@larkspur.example' },
			{ path: 'active', value: 'True' },
			{ path: 'title', value: null },
			{ path: 'name.givenName', value: 'Mirela' },
			{ path: 'name.familyName', value: 'Okonjo' },
			{ path: 'emails[type eq "work"].value', value: 'mirela@larkspur.example' },
			{ path: 'addresses[type eq "work"].locality', value: 'Uppsala' },
			{ path: 'addresses[type eq "work"].country', value: 'SE' },
			{ path: 'phoneNumbers[type eq "mobile"].value', value: '+46 70 555 0123' },
			{ path: 'roles[primary eq "True"].value', value: 'Editor' },
			{ path: `${ENTERPRISE_USER}:department`, value: 'Records' }
		])
	);

	it('S-070, S-071: names both schemas and says that it is a user', () => {
		expect(created.schemas).toEqual([CORE_USER, ENTERPRISE_USER]);
		expect(created.meta).toEqual({ resourceType: 'User' });
	});

	it('S-073: typed values become elements, the work e-mail is primary', () => {
		expect(created.emails).toEqual([{ type: 'work', primary: true, value: 'mirela@larkspur.example' }]);
		expect(created.addresses).toEqual([{ type: 'work', locality: 'Uppsala', country: 'SE' }]);
	});

	it('S-074: active is a boolean; S-039: what has no value is not sent', () => {
		expect(created.active).toBe(true);
		expect(created).not.toHaveProperty('title');
	});

	it('S-133: the single role is primary and has a type', () => {
		expect(created.roles).toEqual([{ primary: true, type: 'WindowsAzureActiveDirectoryRole', value: 'Editor' }]);
	});

	it('extension attributes stand under their URN', () => {
		expect(created[ENTERPRISE_USER]).toEqual({ department: 'Records' });
	});

	it('S-076: a group is created empty', () => {
		const group = body(client.create(legacy, 'Group', [{ path: 'displayName', value: 'Night Desk' }]));
		expect(group).toMatchObject({ displayName: 'Night Desk', meta: { resourceType: 'Group' } });
		expect(group).not.toHaveProperty('members');
	});
});

describe('updating', () => {
	const changes = [
		{ target: 'displayName', value: 'Mirela O.', had: true },
		{ target: 'emails[type eq "work"].value', value: 'mo@larkspur.example', had: true },
		{ target: 'name.givenName', value: 'Mira', had: true },
		{ target: 'nickName', value: 'Miri', had: false },
		{ target: `${ENTERPRISE_USER}:employeeNumber`, value: '70001', had: true }
	];

	it('S-081 to S-084, legacy: one operation for each attribute, Add where there was nothing', () => {
		expect(operations(client.update(legacy, 'User', 'u-1', changes))).toEqual([
			{ op: 'Replace', path: 'displayName', value: 'Mirela O.' },
			{ op: 'Replace', path: 'emails[type eq "work"].value', value: 'mo@larkspur.example' },
			{ op: 'Replace', path: 'name.givenName', value: 'Mira' },
			{ op: 'Add', path: 'nickName', value: 'Miri' },
			{ op: 'Replace', path: `${ENTERPRISE_USER}:employeeNumber`, value: '70001' }
		]);
	});

	it('S-094 to S-096, compliant: filtered paths alone, the others in one value under their names as they stand', () => {
		expect(operations(client.update(compliant, 'User', 'u-1', changes))).toEqual([
			{ op: 'replace', path: 'emails[type eq "work"].value', value: 'mo@larkspur.example' },
			{
				op: 'replace',
				value: {
					displayName: 'Mirela O.',
					'name.givenName': 'Mira',
					[`${ENTERPRISE_USER}:employeeNumber`]: '70001'
				}
			},
			{ op: 'add', path: 'nickName', value: 'Miri' }
		]);
	});

	it.each([
		[legacy, false, { op: 'Replace', path: 'active', value: 'False' }],
		[legacy, true, { op: 'Replace', path: 'active', value: 'True' }],
		[compliant, false, { op: 'replace', path: 'active', value: false }]
	])('S-088, S-090, S-093: active is a text in the legacy dialect only', (connection, active, expected) => {
		expect(operations(client.setActive(connection, 'u-1', active))).toEqual([expected]);
	});

	it('S-103 to S-107: the manager in three forms, cleared by an empty value', () => {
		const manager = `${ENTERPRISE_USER}:manager`;
		expect(operations(client.setManager(legacy, 'u-1', 'u-2', false))).toEqual([
			{ op: 'Add', path: manager, value: 'u-2' }
		]);
		expect(operations(client.setManager(legacy, 'u-1', 'u-2', true, 'list'))).toEqual([
			{ op: 'Replace', path: 'manager', value: [{ $ref: null, value: 'u-2' }] }
		]);
		expect(operations(client.setManager(compliant, 'u-1', 'u-2', false, 'object'))).toEqual([
			{ op: 'add', path: manager, value: { value: 'u-2' } }
		]);
		expect(operations(client.setManager(legacy, 'u-1', null, true))).toEqual([
			{ op: 'Replace', path: manager, value: '' }
		]);
	});

	it('S-124, S-127: members are added and removed by value in the legacy dialect', () => {
		expect(operations(client.addMembers(legacy, 'g-1', ['u-1', 'u-2']))).toEqual([
			{
				op: 'Add',
				path: 'members',
				value: [
					{ $ref: null, value: 'u-1' },
					{ $ref: null, value: 'u-2' }
				]
			}
		]);
		expect(operations(client.removeMembers(legacy, 'g-1', ['u-1']))).toEqual([
			{ op: 'Remove', path: 'members', value: [{ $ref: null, value: 'u-1' }] }
		]);
	});

	it('S-097, S-128: the compliant dialect removes members by a filter in the path, without a value', () => {
		expect(operations(client.removeMembers(compliant, 'g-1', ['u-1']))).toEqual([
			{ op: 'remove', path: 'members[value eq "u-1"]' }
		]);
	});

	it('S-029, S-043, S-080: an update says that it is SCIM and a PatchOp, and asks for no version', () => {
		const request = client.update(legacy, 'User', 'u-1', changes);
		const type = 'application/scim+json';
		expect(request.headers).toEqual({ Authorization: 'Bearer tok', Accept: type, 'Content-Type': type });
		const { schemas, Operations } = body(request);
		expect([schemas, Array.isArray(Operations)]).toEqual([[MESSAGE.patch], true]);
	});

	it('S-079, S-112: updates are PATCH, deletion is DELETE', () => {
		expect(client.update(legacy, 'User', 'u-1', changes).method).toBe('PATCH');
		expect(client.remove(legacy, 'Group', 'g-1')).toMatchObject({ method: 'DELETE', path: '/Groups/g-1' });
	});
});

describe('understanding answers', () => {
	const answer = (status: number, json?: unknown) => ({ status, headers: {}, body: JSON.stringify(json) });
	const refused = (detail: string, vendor: VendorError) => {
		const error = refusal('invalidValue', detail, vendor);
		return { status: error.status, headers: error.headers(), body: JSON.stringify(error.body()) };
	};

	it('S-030: a resource without an id is incompatible', () => {
		expect(client.resourceOf(answer(201, { userName: 'a' }))).toMatchObject({
			ok: false,
			incompatible: expect.stringContaining('id')
		});
	});

	it('S-031: a query answers a list', () => {
		expect(client.listOf(answer(200, { totalResults: 0, Resources: [] }))).toEqual({
			ok: true,
			total: 0,
			resources: []
		});
		expect(client.listOf(answer(200, { id: 'u-1' }))).toMatchObject({ ok: false, incompatible: 'no ListResponse' });
		expect(client.listOf({ status: 200, headers: {}, body: '{"schem' })).toMatchObject({ ok: false });
	});

	it.each([
		[400, 'UnprocessableEntity'],
		[403, 'InsufficientRights'],
		[404, 'InvalidAnchor'],
		[409, 'EntryConflict'],
		[429, 'TooManyRequests'],
		[500, 'InternalServerError'],
		[503, 'WebExceptionProtocolError']
	])('C-555: status %s selects %s', (status, code) => {
		expect(client.errorCodeOf(client.refusalOf(answer(status, {})))).toBe(code);
	});

	it("C-555: the application's own code and words come first", () => {
		const told = client.refusalOf(
			refused('long_username', { code: 'MandatoryFieldsMissing', attribute: 'userName', value: 'Zoë' })
		);
		expect(told).toMatchObject({ detail: 'long_username', vendor: { attribute: 'userName', value: 'Zoë' } });
		expect(client.errorCodeOf(told)).toBe('MandatoryFieldsMissing');
	});

	it('S-155: Retry-After is read in seconds', () => {
		expect(client.retryAfter({ status: 429, headers: { 'retry-after': '30' } })).toBe(30);
		expect(client.retryAfter({ status: 429, headers: {} })).toBeUndefined();
	});
});

describe('reading a target attribute from a resource', () => {
	const resource: JsonObject = {
		userName: 'a',
		Name: { givenName: 'Ada' },
		emails: [
			{ type: 'home', value: 'h' },
			{ type: 'work', value: 'w' }
		],
		roles: [{ primary: true, value: 'Editor' }],
		[ENTERPRISE_USER]: { department: 'Records', manager: { value: 'u-2' } }
	};

	it.each([
		['userName', 'a'],
		['name.givenName', 'Ada'],
		['emails[type eq "work"].value', 'w'],
		['emails[type eq "other"].Value', undefined],
		['roles[primary eq "True"].value', 'Editor'],
		[`${ENTERPRISE_USER}:department`, 'Records'],
		[`${ENTERPRISE_USER}:manager`, 'u-2'],
		['title', undefined]
	])('S-164: %s is %s', (target, value) => {
		expect(client.valueAt(resource, target)).toBe(value);
	});
});
