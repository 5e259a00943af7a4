import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createWorld } from '#lib/world';
import { importUsers, type ImportedPeople } from './import-users';
import { readCsv } from './csv';

/** A failure comes again. */
const seed = 20260302;

function read(given: unknown, name?: string): ImportedPeople {
	const found = importUsers(given, name);
	if ('error' in found) throw new Error(found.error.message);
	return found;
}
const header = 'userPrincipalName,displayName,department,accountEnabled,manager,groups';

describe('people of a CSV file', () => {
	it('are read with their managers, groups and switches', () => {
		const { users, groups, problems, sentence } = read(
			`\ufeff${header}\r\nada@x.org,"Ada ""A"" Byron, Countess",Sales,true,,Sales;All\r\nben@x.org,Ben,,No,ada@x.org,All\r\n`
		);
		expect(users).toEqual([
			{
				attributes: {
					userPrincipalName: 'ada@x.org',
					displayName: 'Ada "A" Byron, Countess',
					department: 'Sales',
					accountEnabled: true
				}
			},
			{
				attributes: { userPrincipalName: 'ben@x.org', displayName: 'Ben', accountEnabled: false },
				manager: 'ada@x.org'
			}
		]);
		expect(groups).toEqual([
			{ name: 'Sales', members: ['ada@x.org'] },
			{ name: 'All', members: ['ada@x.org', 'ben@x.org'] }
		]);
		expect(problems).toEqual([]);
		expect(sentence).toBe('2 rows were read.');
	});

	it('a row without a name is told with its line, and the others are read', () => {
		const lines = Array.from({ length: 2213 }, (_, index) => (index === 12 ? ',Nobody' : `u${index}@x.org,U`));
		const { users, sentence } = read(['userPrincipalName,displayName', ...lines].join('\n'), 'users.csv');
		expect(users).toHaveLength(2212);
		expect(sentence).toBe('Row 14 of users.csv has no userPrincipalName. 2,212 other rows were read.');
	});

	it('tells names without a domain, names that come twice and words that are no switch', () => {
		const { problems } = read(`${header}\nada,A\nada@x.org,A\nADA@x.org,B\nben@x.org,B,,perhaps\n`, 'it');
		expect(problems.map(({ message }) => message)).toEqual([
			'Row 2 of it has a userPrincipalName that is not a name with a domain: ada.',
			'Row 4 of it has the userPrincipalName of row 3: ADA@x.org.',
			'Row 5 of it has "perhaps", which is neither yes nor no, in accountEnabled.'
		]);
	});

	it('knows the template of the portal, semicolons, and headings of other exports', () => {
		const template =
			'version:v1.0\nName [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required\nAda,ada@x.org,pw,No\n';
		const { users, unread } = read(template);
		expect(users).toEqual([
			{ attributes: { displayName: 'Ada', userPrincipalName: 'ada@x.org', accountEnabled: true } }
		]);
		expect(unread).toEqual(['Initial password [passwordProfile] Required']);
		expect(read('Email;First Name;Worker ID;ManagerID\na@x.org;Ada;7;\nb@x.org;Ben;8;7\n').users[1]).toEqual({
			attributes: { mail: 'b@x.org', givenName: 'Ben', employeeId: '8', userPrincipalName: 'b@x.org' },
			manager: 'a@x.org'
		});
	});

	it('are read with whatever separates them, and where a line in front tells Excel the separator', () => {
		const ada = [{ attributes: { userPrincipalName: 'ada@x.org', displayName: 'Byron, Ada' } }];
		for (const sign of [';', '\t', '|'])
			for (const front of ['', `sep=${sign}\r\n`, `\ufeff"sep=${sign}"\n`])
				expect(read(`${front}userPrincipalName${sign}displayName\nada@x.org${sign}Byron, Ada\n`).users).toEqual(ada);
		expect(read('sep=;\nuserPrincipalName;displayName\n;Nobody\n', 'it').sentence).toContain('Row 3 of it');
	});

	it('a file as a whole is refused with the reason', () => {
		expect(importUsers('', 'users.csv')).toMatchObject({
			error: { message: expect.stringContaining('is empty') as string }
		});
		expect(importUsers('a,b\n1,2', 'users.csv')).toMatchObject({
			error: { message: 'users.csv has no column userPrincipalName: its first line names a, b.' }
		});
		expect(importUsers('userPrincipalName\n"ada@x.org\n', 'it')).toMatchObject({
			error: { message: 'Line 2 of it: a quotation mark is opened but never closed.', line: 2 }
		});
	});

	it('any cells survive being quoted', () => {
		const cell = fc.string({ maxLength: 12 }).map((text) => text.trim());
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
				const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
				const found = readCsv(text);
				expect('error' in found ? found : found.map(({ cells }) => cells)).toEqual(
					rows.filter((row) => row.some((one) => one !== ''))
				);
			}),
			{ seed }
		);
		fc.assert(
			fc.property(fc.string(), (text) => void importUsers(`${header}\n${text}`)),
			{ seed }
		);
	});
});

describe('people of a JSON document', () => {
	it('come as a list, as an answer of Microsoft Graph, or beside groups', () => {
		const ada = { userPrincipalName: 'ada@x.org', businessPhones: ['+1'], accountEnabled: false, id: '1' };
		const wanted = [{ attributes: { userPrincipalName: 'ada@x.org', telephoneNumber: '+1', accountEnabled: false } }];
		expect(read([ada]).users).toEqual(wanted);
		expect(read(JSON.stringify({ value: [ada] })).users).toEqual(wanted);
		const both = read({ users: [ada, {}], groups: [{ displayName: 'All', members: ['ada@x.org', 7] }] }, 'it');
		expect(both).toMatchObject({ users: wanted, groups: [{ name: 'All', members: ['ada@x.org'] }], unread: ['id'] });
		expect(both.sentence).toBe('Entry 2 of it has no userPrincipalName. 1 other entry was read.');
		expect(importUsers('{"users": [}')).toMatchObject({ error: { line: 1, column: 12 } });
		expect(importUsers({ some: 'thing' })).toMatchObject({ error: { path: '$' } });
	});
});

describe('people who are imported', () => {
	it('are in the directory with managers and groups, and go with one undo', () => {
		const world = createWorld({});
		const { here: index } = world.sim.ledger;
		const count = [...world.tables.users.all()].length;
		const { users, groups } = read(`${header}\nada@x.org,Ada,Sales,no,ben@x.org,Pilot\nben@x.org,Ben,Sales,yes,,Pilot`);
		const done = world.do({ verb: 'users.import', args: { users, groups } as never });
		expect(done).toMatchObject({ ok: true });
		const found = [...world.tables.users.all()].slice(count);
		expect(found.map(({ attrs }) => [attrs.displayName, attrs.accountEnabled])).toEqual([
			['Ada', false],
			['Ben', true]
		]);
		expect(found[0]!.attrs.manager).toBe(found[1]!.slot);
		const pilot = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === 'Pilot')!;
		const members = [...world.tables.members.all()].filter(({ group }) => group === pilot.slot);
		expect(members.map(({ member }) => member)).toEqual(found.map(({ slot }) => slot));
		expect(world.do({ verb: 'users.import', args: { users } as never })).toEqual({
			ok: false,
			message: 'All of these users exist already.'
		});
		world.seek({ index });
		expect([...world.tables.users.all()]).toHaveLength(count);
	});

	it('a stranger cannot set what the directory keeps for itself', () => {
		const world = createWorld({});
		const attributes = { userPrincipalName: 'ada@x.org', objectId: 'mine' };
		expect(world.do({ verb: 'users.import', args: { users: [{ attributes }] } })).toMatchObject({ ok: false });
	});
});
