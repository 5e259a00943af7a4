import { describe, expect, it } from 'vitest';
import { ScimError } from '../errors';
import { compile } from '../model';
import { groupSchema } from '../schema/group';
import { enterpriseSchema, userSchema } from '../schema/user';
import type { JsonObject } from '../types';
import { ENTERPRISE_USER } from '../urns';
import { bind } from './evaluate';
import { lookups } from './lookup';
import { parseFilter } from './parse';

const users = compile({
	name: 'User',
	endpoint: '/Users',
	description: '',
	schema: userSchema,
	extensions: [{ schema: enterpriseSchema, required: false }]
});
const groups = compile({ name: 'Group', endpoint: '/Groups', description: '', schema: groupSchema, extensions: [] });

const ada: JsonObject = {
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE_USER],
	id: 'u-1',
	externalId: 'Ada',
	userName: 'Ada@Contoso.com',
	active: true,
	title: 'Analyst',
	name: { familyName: "O'Dell", givenName: 'Ada' },
	emails: [
		{ type: 'work', value: 'ada@contoso.com', primary: true },
		{ type: 'home', value: 'ada@home.example' }
	],
	x509Certificates: [{ value: 'MIIB' }],
	meta: { created: '2026-03-02T08:00:00Z', lastModified: '2026-03-02T10:00:00+02:00', resourceType: 'User' },
	[ENTERPRISE_USER]: { employeeNumber: '00417', department: 'Records', manager: { value: 'u-2' } }
};

const passes = (filter: string, options = {}) => bind(parseFilter(filter, options), users, options)(ada);

function refused(filter: string): string | undefined {
	try {
		passes(filter);
		return undefined;
	} catch (error) {
		return error instanceof ScimError ? error.scimType : String(error);
	}
}

describe('what a filter matches', () => {
	it.each([
		// S-190, S-227: by the case rule of the attribute
		['userName eq "ada@contoso.COM"', true],
		['externalId eq "ada"', false],
		['externalId eq "Ada"', true],
		// S-193
		['emails[type eq "home" and primary eq false]', true],
		['emails[type eq "work" and primary eq false]', false],
		['emails[type eq "home" and primary ne false]', false],
		['emails.primary eq false', true],
		['phoneNumbers.primary eq false', false],
		['userName ne "ada@contoso.com"', false],
		['title co "naly"', true],
		['title sw "ANA"', true],
		['title ew "yst"', true],
		['title gt "Analysis"', true],
		['title ge "analyst"', true],
		['title lt "Analyst"', false],
		['title le "Analyst"', true],
		['title pr', true],
		['nickName pr', false],
		['name pr', true],
		['emails pr', true],
		['active eq true', true],
		['active ne true', false],
		// S-188: names, operators and URNs in any case
		['USERNAME EQ "ada@contoso.com"', true],
		['urn:ietf:params:scim:schemas:core:2.0:user:username sw "ada"', true],
		[`${ENTERPRISE_USER}:department eq "records"`, true],
		[`${ENTERPRISE_USER}:manager.value eq "u-2"`, true],
		// S-230 to S-232: any value of a list, one and the same in brackets, `value` if no sub-attribute is named
		['emails.type eq "home" and emails.value co "@contoso"', true],
		['emails[type eq "home" and value co "@contoso"]', false],
		['emails[type eq "work" and value co "@contoso"]', true],
		['emails co "home.example"', true],
		[`${ENTERPRISE_USER}:manager eq "u-2"`, true],
		// S-233: the client's own form
		['emails[type eq "work"].value eq "ADA@contoso.com"', true],
		['emails[type eq "home"].value eq "ada@contoso.com"', false],
		['emails[type eq "work"].display pr', false],
		// S-225: not before and before or
		['title eq "x" or title eq "Analyst" and active eq true', true],
		['(title eq "x" or title eq "Analyst") and active eq false', false],
		['not (title eq "x") and active eq true', true],
		['not (title eq "Analyst" or active eq true)', false],
		['title eq "x" or title eq "y" or title eq "analyst"', true],
		// S-234, S-235: without a value, without a definition
		['nickName ne "x"', true],
		['nickName eq null', true],
		['title ne null', true],
		['favouriteFruit eq "fig"', false],
		['favouriteFruit ne "fig"', false],
		['not (favouriteFruit eq "fig")', true],
		// S-227: of a list, whether any value has the part
		['emails.type pr', true],
		['emails.display pr', false],
		['emails[display pr]', false],
		// dates are instants
		['meta.created eq "2026-03-02T09:00:00+01:00"', true],
		['meta.lastModified eq "2026-03-02T08:00:00.000Z"', true],
		['meta.created gt "2026-03-02T07:59:59.999Z"', true],
		['meta.created lt "2026-03-02T08:00:00Z"', false],
		['meta.created lt "2026-03-02T03:00:00-06:00"', true],
		// S-190: binary values by their letters, case and all
		['x509Certificates.value eq "MIIB"', true],
		['x509Certificates.value eq "miib"', false],
		// S-229: JSON escapes
		['name.familyName eq "O\'Dell"', true],
		['name.familyName eq "O\\u0027Dell"', true],
		['title eq "a\\"b"', false],
		// values of another type never are equal
		['active eq "true"', false],
		['title eq 3', false],
		['title ne 3', true],
		['schemas eq "urn:ietf:params:scim:schemas:core:2.0:User"', true]
	])('S-188, S-190, S-225 to S-235: %s is %s', (filter, expected) => {
		expect(passes(filter)).toBe(expected);
	});

	it('S-041: single quotation marks are none, and no value', () => {
		expect(() => parseFilter("userName eq 'ada'", { bareValues: true })).toThrow('A value is expected');
		expect(parseFilter("userName eq o'brien", { bareValues: true })).toMatchObject({ value: "o'brien" });
	});

	it('S-041, S-291: bare values and text booleans only where they are tolerated', () => {
		expect(passes('externalId eq Ada', { bareValues: true })).toBe(true);
		expect(refused('externalId eq Ada')).toBe('invalidFilter');
		expect(passes('active eq "True"', { textBooleans: true })).toBe(true);
	});

	it('S-232: members of a group are named without their sub-attribute', () => {
		const group: JsonObject = { displayName: 'Ops', members: [{ value: 'u-1' }, { value: 'u-2' }] };
		expect(bind(parseFilter('members eq "u-2"'), groups)(group)).toBe(true);
		expect(bind(parseFilter('members[value eq "u-3"]'), groups)(group)).toBe(false);
	});
});

describe('what is no filter', () => {
	it.each([
		'',
		'userName',
		'userName eq',
		'userName eq "a',
		'userName xx "a"',
		'userName eq "a" and',
		'userName eq "a" userName eq "b"',
		'(userName eq "a"',
		'userName eq "a")',
		'emails[type eq "work"',
		'emails[type eq "work"].',
		'emails[] pr',
		'not userName eq "a"',
		'"a" eq userName',
		'user name eq "a"',
		'userName eq "\\x"',
		'eq eq eq',
		// S-228
		'active gt true',
		'x509Certificates.value gt "a"',
		'active co "t"',
		'meta.created gt "yesterday"',
		'meta.created gt "2026-13-01T00:00:00Z"',
		'meta.created gt "2026-02-30T00:00:00Z"',
		'meta.created gt "2026-03-02T08:60:00Z"',
		'title gt null'
	])('S-228, S-236: %s is invalidFilter', (filter) => {
		expect(refused(filter)).toBe('invalidFilter');
	});

	it('a filter nested ten thousand deep is refused, not a stack overflow', () => {
		const deep = '('.repeat(10_000) + 'title pr' + ')'.repeat(10_000);
		expect(refused(deep)).toBe('invalidFilter');
		expect(refused('not ('.repeat(5_000) + 'title pr' + ')'.repeat(5_000))).toBe('invalidFilter');
		expect(refused('emails['.repeat(5_000))).toBe('invalidFilter');
	});

	it('a chain of a thousand conditions is no nesting, one of ten thousand is refused', () => {
		const chain = (length: number) => Array.from({ length }, () => 'title eq "x"').join(' or ');
		expect(passes(chain(1_000))).toBe(false);
		expect(refused(chain(10_000))).toBe('invalidFilter');
	});
});

describe('what an index can answer', () => {
	it.each([
		['userName eq "a"', ['userName']],
		['id eq "u-1" and manager eq "u-2"', ['id', `${ENTERPRISE_USER}:manager.value`]],
		['emails[type eq "work"].value eq "a"', ['emails.type', 'emails.value']],
		['emails eq "a"', ['emails.value']],
		['title pr and userName eq "a"', ['userName']],
		['userName eq "a" or title pr', []],
		['not (userName eq "a")', []]
	])('%s: %j', (filter, labels) => {
		expect(lookups(parseFilter(filter), users).map(({ field }) => field.label)).toEqual(labels);
	});
});
