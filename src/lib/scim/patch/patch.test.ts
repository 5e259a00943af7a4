import { describe, expect, it } from 'vitest';
import { ScimError } from '../errors';
import { compile } from '../model';
import { text } from '../schema/define';
import { enterpriseSchema, userSchema } from '../schema/user';
import type { Json, JsonObject } from '../types';
import { ENTERPRISE_USER, MESSAGE } from '../urns';
import { applyPatch, type PatchOptions } from './apply';
import { readOperations } from './request';

const model = compile({
	name: 'User',
	endpoint: '/Users',
	description: '',
	schema: {
		...userSchema,
		attributes: [...userSchema.attributes, text('badge', 'Given once.', { mutability: 'immutable' })]
	},
	extensions: [{ schema: enterpriseSchema, required: false }]
});

const strict: PatchOptions = {
	textBooleans: false,
	looseShapes: false,
	emptyTextUnassigns: false,
	refuseUnknown: false,
	replaceWithoutMatch: 'noTarget',
	addWithoutMatch: 'noTarget',
	removeWithoutMatch: 'noTarget',
	removeWithValue: 'refuse',
	dottedKeys: 'refuse',
	bareValues: false
};
const entra: PatchOptions = {
	textBooleans: true,
	looseShapes: true,
	emptyTextUnassigns: true,
	refuseUnknown: false,
	replaceWithoutMatch: 'create',
	addWithoutMatch: 'create',
	removeWithoutMatch: 'ignore',
	removeWithValue: 'named',
	dottedKeys: 'expand',
	bareValues: true
};

const ada: JsonObject = {
	userName: 'ada',
	title: 'Analyst',
	active: true,
	name: { givenName: 'Ada', familyName: 'Byron' },
	emails: [
		{ type: 'work', value: 'w', primary: true },
		{ type: 'home', value: 'h' }
	],
	[ENTERPRISE_USER]: { department: 'Engines', employeeNumber: '1' }
};

type Op = { op: string; path?: string; value?: Json };

const patched = (options: PatchOptions, ...operations: Op[]) =>
	applyPatch(model, ada, readOperations({ schemas: [MESSAGE.patch], Operations: operations as Json }), options);

function refusedAs(options: PatchOptions, ...operations: Op[]): string | undefined {
	try {
		patched(options, ...operations);
		return undefined;
	} catch (error) {
		return error instanceof ScimError ? error.scimType : String(error);
	}
}

const work = { type: 'work', value: 'w', primary: true };
const home = { type: 'home', value: 'h' };
const department = `${ENTERPRISE_USER}:department`;

describe('add', () => {
	it.each<[string, Op, JsonObject]>([
		['S-266 without a path', { op: 'add', value: { nickName: 'A', title: 'X' } }, { nickName: 'A', title: 'X' }],
		['S-267 where nothing is', { op: 'add', path: 'nickName', value: 'A' }, { nickName: 'A' }],
		['S-268 over a single value', { op: 'add', path: 'title', value: 'X' }, { title: 'X' }],
		[
			'S-269 to a complex value',
			{ op: 'add', path: 'name', value: { middleName: 'M' } },
			{ name: { givenName: 'Ada', familyName: 'Byron', middleName: 'M' } }
		],
		[
			'S-270 to a list',
			{ op: 'add', path: 'emails', value: [{ type: 'other', value: 'o' }] },
			{ emails: [work, home, { type: 'other', value: 'o' }] }
		],
		['S-270 one object to a list', { op: 'add', path: 'emails', value: home }, { emails: [work, home] }],
		[
			'S-194 a value of the same type is the same entry',
			{ op: 'add', path: 'emails', value: [{ type: 'home', value: 'h', display: 'D' }] },
			{ emails: [work, { ...home, display: 'D' }] }
		],
		[
			'S-263 to an extension that says its schemas',
			{ op: 'add', path: ENTERPRISE_USER, value: { schemas: [ENTERPRISE_USER], department: 'Looms' } },
			{ [ENTERPRISE_USER]: { department: 'Looms', employeeNumber: '1' } }
		],
		[
			'S-262 a new primary takes it from the others',
			{ op: 'add', path: 'emails', value: [{ type: 'other', value: 'o', primary: true }] },
			{ emails: [{ ...work, primary: false }, home, { type: 'other', value: 'o', primary: true }] }
		],
		[
			'S-087 to an extension',
			{ op: 'add', path: `${ENTERPRISE_USER}:costCenter`, value: '9' },
			{ [ENTERPRISE_USER]: { department: 'Engines', employeeNumber: '1', costCenter: '9' } }
		],
		[
			'an extension as a whole',
			{ op: 'add', path: ENTERPRISE_USER, value: { department: 'Looms' } },
			{ [ENTERPRISE_USER]: { department: 'Looms', employeeNumber: '1' } }
		],
		['S-261 to an immutable attribute without a value', { op: 'add', path: 'badge', value: 'b' }, { badge: 'b' }],
		[
			'a sub-attribute of the elements that match',
			{ op: 'add', path: 'emails[type eq "home"].display', value: 'D' },
			{ emails: [work, { ...home, display: 'D' }] }
		]
	])('%s', (_, operation, expected) => {
		expect(patched(strict, operation)).toEqual({ ...ada, ...expected });
		expect(patched(entra, operation)).toEqual({ ...ada, ...expected });
	});

	it('S-086, S-272: a filtered path that matches nothing makes one element, or is noTarget', () => {
		const operations = [
			{ op: 'Add', path: 'addresses[type eq "work"].locality', value: 'Uppsala' },
			{ op: 'Add', path: 'addresses[type eq "work"].country', value: 'SE' }
		];
		const made = [{ type: 'work', locality: 'Uppsala', country: 'SE' }];
		expect(patched(entra, ...operations).addresses).toEqual(made);
		expect(refusedAs(strict, ...operations)).toBe('noTarget');
	});
});

describe('remove', () => {
	it.each<[string, Op, JsonObject]>([
		['S-274 a single value', { op: 'remove', path: 'title' }, { title: undefined as never }],
		['S-274 a sub-attribute', { op: 'remove', path: 'name.givenName' }, { name: { familyName: 'Byron' } }],
		['S-275 a list', { op: 'remove', path: 'emails' }, { emails: undefined as never }],
		['S-276 the elements that match', { op: 'remove', path: 'emails[type eq "home"]' }, { emails: [work] }],
		['S-276 the last elements', { op: 'remove', path: 'emails[value pr]' }, { emails: undefined as never }],
		[
			'S-277 a sub-attribute of the elements that match',
			{ op: 'remove', path: 'emails[type eq "work"].primary' },
			{ emails: [{ type: 'work', value: 'w' }, home] }
		],
		[
			'a sub-attribute of every element',
			{ op: 'remove', path: 'emails.type' },
			{ emails: [{ value: 'w', primary: true }, { value: 'h' }] }
		],
		['S-279 what has no value', { op: 'remove', path: 'nickName' }, {}],
		['S-108 from an extension', { op: 'remove', path: department }, { [ENTERPRISE_USER]: { employeeNumber: '1' } }],
		['an extension as a whole', { op: 'remove', path: ENTERPRISE_USER }, { [ENTERPRISE_USER]: undefined as never }]
	])('%s', (_, operation, expected) => {
		const wanted = Object.fromEntries(Object.entries({ ...ada, ...expected }).filter(([, v]) => v !== undefined));
		expect(patched(strict, operation)).toEqual(wanted);
		expect(patched(entra, operation)).toEqual(wanted);
	});

	it('S-280: a filter without a match is noTarget, or nothing happens', () => {
		const operation = { op: 'remove', path: 'emails[type eq "other"]' };
		expect(refusedAs(strict, operation)).toBe('noTarget');
		expect(patched(entra, operation)).toEqual(ada);
	});

	it('S-281, S-127: a value is refused, or names what goes; never does everything go', () => {
		const operation = { op: 'remove', path: 'emails', value: [{ value: 'h' }] };
		expect(refusedAs(strict, operation)).toBe('invalidValue');
		expect(patched(entra, operation).emails).toEqual([work]);
		expect(patched(entra, { op: 'remove', path: 'emails', value: [{ value: 'nobody' }] })).toEqual(ada);
	});

	it('S-091: a single value goes only if it is the one named', () => {
		expect(patched(entra, { op: 'remove', path: 'title', value: 'Other' }).title).toBe('Analyst');
		expect(patched(entra, { op: 'remove', path: 'title', value: 'Analyst' })).not.toHaveProperty('title');
	});
});

describe('replace', () => {
	it.each<[string, Op, JsonObject]>([
		['S-282 without a path', { op: 'replace', value: { title: 'X' } }, { title: 'X' }],
		['S-283 a single value', { op: 'replace', path: 'title', value: 'X' }, { title: 'X' }],
		['S-284 a list as a whole', { op: 'replace', path: 'emails', value: [home] }, { emails: [home] }],
		['S-285 what has no value', { op: 'replace', path: 'nickName', value: 'A' }, { nickName: 'A' }],
		[
			'S-286 parts of a complex value',
			{ op: 'replace', path: 'name', value: { givenName: 'Augusta' } },
			{ name: { givenName: 'Augusta', familyName: 'Byron' } }
		],
		[
			'S-287 the elements that match',
			{ op: 'replace', path: 'emails[type eq "home"]', value: { type: 'other', value: 'o' } },
			{ emails: [work, { type: 'other', value: 'o' }] }
		],
		[
			'S-288 a sub-attribute of the elements that match',
			{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n' },
			{ emails: [{ ...work, value: 'n' }, home] }
		],
		[
			'S-262 the primary value',
			{ op: 'replace', path: 'emails[type eq "home"].primary', value: true },
			{
				emails: [
					{ ...work, primary: false },
					{ ...home, primary: true }
				]
			}
		],
		[
			'a sub-attribute of all values',
			{ op: 'replace', path: 'emails.display', value: 'D' },
			{
				emails: [
					{ ...work, display: 'D' },
					{ ...home, display: 'D' }
				]
			}
		]
	])('%s', (_, operation, expected) => {
		expect(patched(strict, operation)).toEqual({ ...ada, ...expected });
		expect(patched(entra, operation)).toEqual({ ...ada, ...expected });
	});

	it('S-191: null and an empty list unassign', () => {
		expect(patched(strict, { op: 'replace', path: 'title', value: null })).not.toHaveProperty('title');
		expect(patched(strict, { op: 'replace', path: 'emails', value: [] })).not.toHaveProperty('emails');
	});

	it('S-191, S-286: a part given as null goes alone, and an object without parts changes nothing', () => {
		const name = (options: PatchOptions, value: Json) => patched(options, { op: 'replace', path: 'name', value }).name;
		for (const options of [strict, entra]) {
			expect(name(options, { givenName: null })).toEqual({ familyName: 'Byron' });
			expect(name(options, { givenName: null, familyName: 'King' })).toEqual({ familyName: 'King' });
			expect(name(options, {})).toEqual(ada.name);
			expect(name(options, { givenName: null, familyName: null })).toBeUndefined();
		}
	});

	it('S-194: of values that are said twice one is kept', () => {
		const after = patched(strict, { op: 'replace', path: 'emails', value: [home, work, { ...home, display: 'D' }] });
		expect(after.emails).toEqual([home, work]);
		const alike = [
			{ type: 'at home', value: 'h' },
			{ type: 'at', value: 'home h' }
		];
		expect(patched(strict, { op: 'replace', path: 'emails', value: alike }).emails).toEqual(alike);
	});

	it('S-191: an extension that is null goes', () => {
		const operations: Op[] = [
			{ op: 'replace', value: { [ENTERPRISE_USER]: null } },
			{ op: 'replace', path: ENTERPRISE_USER, value: null }
		];
		for (const operation of operations) expect(patched(strict, operation)).not.toHaveProperty([ENTERPRISE_USER]);
		expect(refusedAs(entra, { op: 'replace', path: ENTERPRISE_USER, value: '' })).toBe('invalidValue');
	});

	it('S-289, S-290: a filter without a match is noTarget, or creates what the filter says', () => {
		const operation = { op: 'replace', path: 'roles[primary eq "True"].value', value: 'Editor' };
		expect(refusedAs(strict, operation)).toBe('noTarget');
		expect(patched(entra, operation).roles).toEqual([{ primary: true, value: 'Editor' }]);
	});

	it('S-290: a filter that is no equality describes no element', () => {
		expect(refusedAs(entra, { op: 'replace', path: 'roles[value sw "a"].display', value: 'x' })).toBe('noTarget');
	});
});

describe('the tolerance of the Entra position', () => {
	it.each(['True', 'true', 'TRUE'])('S-291: %s is true', (value) => {
		expect(patched(entra, { op: 'Replace', path: 'active', value }).active).toBe(true);
		expect(refusedAs(strict, { op: 'Replace', path: 'active', value })).toBe('invalidValue');
	});

	it.each<Json[]>([[[{ $ref: null, value: 'u-2' }]], ['u-2'], [{ value: 'u-2' }]])(
		'S-103 to S-105, S-292: the manager %j is stored as an object',
		(value) => {
			const path = `${ENTERPRISE_USER}:manager`;
			const after = patched(entra, { op: 'Add', path, value })[ENTERPRISE_USER] as JsonObject;
			expect(after.manager).toEqual({ value: 'u-2' });
		}
	);

	it('S-292: a text is no list of objects', () => {
		expect(refusedAs(entra, { op: 'replace', path: 'emails', value: 'ada@contoso.com' })).toBe('invalidValue');
	});

	it('S-292: a plain value that older clients wrap in a list of one object is unwrapped', () => {
		const wrapped = (value: Json) => [{ $ref: null, value }];
		expect(patched(entra, { op: 'Replace', path: 'title', value: wrapped('Chief') }).title).toBe('Chief');
		expect(patched(entra, { op: 'Replace', path: 'active', value: wrapped('False') }).active).toBe(false);
		const path = 'emails[type eq "work"].value';
		const { emails } = patched(entra, { op: 'Replace', path, value: wrapped('a@b.example') });
		expect(emails).toContainEqual({ ...(work as object), value: 'a@b.example' });
		expect(refusedAs(strict, { op: 'replace', path: 'title', value: wrapped('Chief') })).toBe('invalidValue');
		expect(refusedAs(entra, { op: 'Replace', path: 'title', value: { value: 'Chief' } })).toBe('invalidValue');
	});

	it('S-096, S-293: member names are resolved as paths', () => {
		const value = { 'name.givenName': 'Mira', [department]: 'Looms', 'emails[type eq "home"].value': 'n' };
		const after = patched(entra, { op: 'replace', value });
		expect(after).toMatchObject({ name: { givenName: 'Mira', familyName: 'Byron' }, emails: [work, { value: 'n' }] });
		expect(refusedAs(strict, { op: 'replace', value })).toBe('invalidPath');
	});

	it('S-294: an empty text unassigns, or is a text', () => {
		const operation = { op: 'Replace', path: 'title', value: '' };
		expect(patched(entra, operation)).not.toHaveProperty('title');
		expect(patched(strict, operation).title).toBe('');
	});
});

describe('what is refused', () => {
	it.each<[string, Op, string]>([
		['S-273', { op: 'remove' }, 'noTarget'],
		['S-255', { op: 'upsert', path: 'title', value: 'x' }, 'invalidSyntax'],
		['S-260', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
		['S-260', { op: 'replace', path: 'meta.created', value: 'x' }, 'mutability'],
		['S-260', { op: 'add', path: 'groups', value: [{ value: 'g' }] }, 'mutability'],
		['S-278', { op: 'remove', path: 'userName' }, 'mutability'],
		['S-219', { op: 'replace', path: 'userName', value: null }, 'invalidValue'],
		['S-264', { op: 'replace', path: 'emails[type eq "work"', value: 'x' }, 'invalidPath'],
		['S-264', { op: 'replace', path: 'emails[type eq "work"]value', value: 'x' }, 'invalidPath'],
		['S-264', { op: 'replace', path: 'emails..value', value: 'x' }, 'invalidPath'],
		['S-265', { op: 'replace', path: 'favouriteFruit', value: 'x' }, 'invalidPath'],
		['S-265', { op: 'add', value: { favouriteFruit: 'x' } }, 'invalidPath'],
		['S-265', { op: 'replace', path: 'name[givenName eq "x"].familyName', value: 'x' }, 'invalidPath'],
		['a value of another type', { op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue'],
		['no value', { op: 'add', path: 'title' }, 'invalidValue'],
		['no object without a path', { op: 'add', value: 'x' }, 'invalidValue'],
		[
			'S-193',
			{
				op: 'add',
				path: 'emails',
				value: [
					{ value: 'a', primary: true },
					{ value: 'b', primary: true }
				]
			},
			'invalidValue'
		]
	])('S-255, S-260, S-264, S-265, S-273, S-278, by %s: %j is %s', (_, operation, scimType) => {
		expect(refusedAs(strict, operation)).toBe(scimType);
	});

	it('S-261: an immutable attribute that has a value', () => {
		const again = [
			{ op: 'add', path: 'badge', value: 'b' },
			{ op: 'replace', path: 'badge', value: 'c' }
		];
		expect(refusedAs(strict, ...again)).toBe('mutability');
		expect(refusedAs(strict, again[0] as Op, again[0] as Op)).toBeUndefined();
	});
});

it('S-257: operations run in order, each on the result of the one before', () => {
	const after = patched(
		strict,
		{ op: 'remove', path: 'title' },
		{ op: 'add', path: 'title', value: 'Interim' },
		{ op: 'replace', path: 'title', value: 'Final' }
	);
	expect(after.title).toBe('Final');
});

it('S-258: what was given is never changed in place', () => {
	const before = JSON.stringify(ada);
	patched(strict, { op: 'add', path: 'emails[type eq "work"].display', value: 'x' }, { op: 'remove', path: 'name' });
	expect(JSON.stringify(ada)).toBe(before);
});
