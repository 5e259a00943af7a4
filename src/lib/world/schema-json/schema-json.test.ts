import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromStored } from '#lib/engine/mapping';
import minimal from '../../../../tests/fixtures/schema/minimal-scim.json';
import { exportSchema, importSchema, placesIn, type ImportedSchema } from '.';
import { byHand, cloudSync, cutShort, documents, objectMappingAlone, twoRules } from './testing.fixture';

/** A failure comes again. */
const seed = 20260302;

/** Real documents have other people's licences, so they are read where somebody has them. */
const samples = process.env.PROVLAB_REAL_SAMPLES;

function read(json: unknown): ImportedSchema {
	const imported = importSchema(json);
	if ('error' in imported) throw new Error(`${imported.error.path}: ${imported.error.message}`);
	return imported;
}
const problems = (json: unknown) =>
	read(json).report.problems.map(({ severity, path, rule }) => `${severity} ${rule} ${path}`);
const kept = (json: unknown) => read(json).report.notModelled.map(({ path, rule }) => `${rule} ${path}`);
const firstRows = '$.synchronizationRules[0].objectMappings[0]';
const parsed = (text: string) => JSON.parse(text.replace(/^\ufeff/, '')) as unknown;

/** The minimal schema with something changed. */
function broken(change: (schema: Loose) => void): unknown {
	const copy = structuredClone(minimal) as unknown as Loose;
	change(copy);
	return copy;
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document that is broken on purpose
type Loose = any;

describe('an exported schema that comes back', () => {
	it('J-017: gives both mappings with their rows, filter and actions, and no finding', () => {
		const { mappings, report, kind } = read(minimal);
		expect(kind).toBe('schema');
		expect(report.problems).toEqual([]);
		expect(mappings.users).toMatchObject({ enabled: true, create: true, update: true, delete: true });
		expect(mappings.users!.filter).toEqual({
			groups: [
				{
					name: 'Records staff',
					clauses: [
						{ attribute: 'department', operator: 'EQUALS', value: 'Records' },
						{ attribute: 'mail', operator: 'IS NOT NULL' }
					]
				}
			]
		});
		expect(mappings.users!.attributes[0]).toEqual({
			target: 'userName',
			source: { type: 'Direct', attribute: 'userPrincipalName' },
			matchingPrecedence: 1
		});
		expect(mappings.groups!.attributes.map(({ target }) => target)).toContain('members');
		expect(report.modelled.length).toBeGreaterThan(10);
	});

	it('J-026: is written again letter by letter, byte order mark included', () => {
		for (const document of [minimal, ...Object.values(documents)])
			for (const text of [
				JSON.stringify(document),
				JSON.stringify(document, null, '\t'),
				`\ufeff${JSON.stringify(document, null, 2)}\r\n`
			]) {
				expect(exportSchema(read(text))).toBe(text);
				expect(parsed(exportSchema(read(parsed(text))))).toEqual(document);
			}
	});

	it('J-026: keeps what nobody knows when a row beside it is changed', () => {
		const imported = read(`\ufeff${JSON.stringify(cloudSync, null, 1)}`);
		const users = imported.mappings.users!;
		const [first, ...rest] = users.attributes;
		const text = exportSchema({
			...imported,
			mappings: {
				users: { ...users, delete: false, attributes: [{ ...first!, defaultValue: '-' }, ...rest] },
				groups: null
			}
		});
		const expected = structuredClone(cloudSync) as Loose;
		const mapping = expected.synchronizationRules[0].objectMappings[0];
		mapping.flowTypes = 'Add, Update';
		mapping.attributeMappings[0].defaultValue = '-';
		expect(text.startsWith('\ufeff{\n "@odata.context"')).toBe(true);
		expect(parsed(text)).toEqual(expected);
	});

	it('J-010, J-026: leaves the source of a row alone where something else of the row is changed, and clauses beside a new one', () => {
		const before = structuredClone(minimal) as Loose;
		const mapping = before.synchronizationRules[0].objectMappings[0];
		const row = mapping.attributeMappings.find((one: Loose) => one.source?.type === 'Function');
		row.source = { colour: 'blue', parameters: row.source.parameters, ...row.source };
		delete row.flowBehavior;
		const clauses = mapping.scope.groups[0].clauses;
		clauses[0] = { colour: 'blue', ...clauses[0], targetOperand: { values: ['Records', 'Archive'] } };
		const imported = read(JSON.stringify(before));
		const users = imported.mappings.users!;
		const text = exportSchema({
			...imported,
			mappings: {
				...imported.mappings,
				users: {
					...users,
					attributes: users.attributes.map((one) =>
						one.target === row.targetAttributeName ? { ...one, flowType: 'ObjectAddOnly' as const } : one
					),
					filter: {
						groups: users.filter!.groups!.map(({ name, clauses: had }) => ({
							...(name !== undefined && { name }),
							clauses: [...had, { attribute: 'city', operator: 'IS NOT NULL' as const }]
						}))
					}
				}
			}
		});
		row.flowType = 'ObjectAddOnly';
		clauses.push({ operatorName: 'IS NOT NULL', sourceOperandName: 'city', targetOperand: null });
		expect(JSON.stringify(parsed(text))).toBe(JSON.stringify(before));
	});

	it('J-026: drops, adds and reorders rows as the mapping list has them', () => {
		const imported = read(twoRules);
		const users = imported.mappings.users!;
		const attributes = [
			{ target: 'Nick', source: { type: 'Expression' as const, expression: 'Left([mail], 3)' } },
			...users.attributes.slice(1).reverse()
		];
		const again = read(exportSchema({ ...imported, mappings: { users: { ...users, attributes }, groups: null } }));
		expect(again.mappings.users!.attributes).toEqual(attributes);
	});

	it.skipIf(!samples)('every real document is given back as it came, and none of the whole ones has an error', () => {
		let count = 0;
		for (const folder of ['schema', 'jobs', 'logs'])
			for (const name of readdirSync(`${samples}/${folder}`)) {
				const text = readFileSync(`${samples}/${folder}/${name}`, 'utf8');
				for (const one of [text, `\ufeff${text}`]) expect(exportSchema(read(one)), name).toBe(one);
				expect(parsed(exportSchema(read(parsed(text)))), name).toEqual(parsed(text));
				const { kind, report } = read(text);
				if (kind === 'schema') expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
				count++;
			}
		expect(count).toBeGreaterThan(10);
	});

	it('C-209: users that are turned off are told of, since only groups can be', () => {
		const off = broken((schema) => {
			schema.synchronizationRules[0].objectMappings[0].enabled = false;
		});
		expect(problems(off)).toContain(`warning C-209 ${firstRows}.enabled`);
	});
});

describe('what a schema says that is not simulated', () => {
	it('J-001, J-002, J-003, J-025, J-026: is named with its place', () => {
		expect(kept(cloudSync)).toEqual(
			expect.arrayContaining([
				'J-025 $["@odata.context"]',
				'J-026 $.provisioningTaskIdentifier',
				'J-026 $.synchronizationRules[0].containerFilter',
				'J-002 $.synchronizationRules[0].metadata[0]',
				`J-001 ${firstRows}.metadata[0]`,
				`J-012 ${firstRows}.attributeMappings[1].source`,
				`J-026 ${firstRows}.attributeMappings[2].somethingNew`,
				'J-026 $.synchronizationRules[0].objectMappings[1]',
				'M-030 $.directories[1].objects[0].attributes[2].flowNullValues'
			])
		);
		expect(kept(cutShort)).toContain('J-002 $.synchronizationRules[0].metadata[0]');
		expect(read(cloudSync).mappings.users!.attributes.map(({ target }) => target)).toEqual([
			'OnPremisesObjectIdentifier',
			'DisplayName'
		]);
	});

	it('J-028: the rule with the lowest priority is the job, and objects go by their own names', () => {
		const { mappings, kept: document, report } = read(twoRules);
		expect(document.places.users).toEqual(['synchronizationRules', 1, 'objectMappings', 0]);
		expect(mappings.users!.enabled).toBe(true);
		expect(report.notModelled.map(({ path }) => path)).toContain('$.synchronizationRules[0].objectMappings[0]');
		const renamed = JSON.stringify(minimal).replaceAll('Microsoft Entra ID', 'Azure Active Directory');
		expect(problems(renamed)).toEqual([]);
	});

	it('J-019: a part of a schema is read as such', () => {
		const { kind, mappings } = read(objectMappingAlone);
		expect(kind).toBe('objectMapping');
		expect(mappings.users!.attributes.map(({ source }) => source.type)).toEqual([
			'Direct',
			'Expression',
			'Expression',
			'None'
		]);
		expect(problems(objectMappingAlone)).toEqual(['warning J-019 $']);
		expect(problems({ name: 'User', attributes: [] })).toEqual(['error J-017 $']);
	});
});

describe('sources and words', () => {
	it('J-004, J-005, J-006, J-007, J-027: are read in every spelling', () => {
		expect(read(byHand).mappings.users!.attributes).toEqual([
			{ target: 'primaryEmail', source: { type: 'Direct', attribute: 'mail' } },
			{ target: 'orgUnitPath', source: { type: 'Constant', value: '/staff' } },
			{ target: 'domain', source: { type: 'Constant', value: '%DomainFQDN%' } }
		]);
		const { users, groups } = read(byHand).mappings;
		expect(users).toMatchObject({ create: true, update: true, delete: true, filter: null });
		expect(groups).toMatchObject({ enabled: false });
	});

	it('J-015: the tree wins over a text that says something else', () => {
		const schema = broken(({ synchronizationRules: [rule] }) => {
			const row = rule.objectMappings[0].attributeMappings.find((one: Loose) => one.source?.type === 'Function');
			row.source.expression = 'Trim([city])';
		});
		const sources = read(schema).mappings.users!.attributes.flatMap(({ source }) =>
			source.type === 'Expression' ? [source.expression] : []
		);
		const wanted = minimal.synchronizationRules[0]!.objectMappings[0]!.attributeMappings.flatMap(({ source }) =>
			source?.type === 'Function' ? [fromStored(source as Loose)] : []
		);
		expect(sources).toEqual(wanted);
	});
});

describe('documents of strangers', () => {
	const parts: fc.Arbitrary<unknown> = fc.oneof(
		fc.jsonValue({ maxDepth: 3 }),
		fc.constantFrom(...Object.values(documents), minimal, null, [], '__proto__', -1, '[x')
	);

	it('J-026: any JSON is imported or refused with a message, and given back', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				const imported = importSchema(text);
				if ('error' in imported) expect(imported.error.message).not.toBe('');
				else expect(exportSchema(imported)).toBe(text);
			}),
			{ seed }
		);
	});

	it('J-026: a schema with any part put anywhere is imported or refused, and nothing else of it is lost', () => {
		const whole = Object.values(documents);
		fc.assert(
			fc.property(fc.constantFrom(...whole), fc.nat(), parts, (document, where, part) => {
				const copy = structuredClone(document) as Loose;
				const places: [Loose, string][] = [];
				const visit = (value: Loose): void => {
					if (typeof value !== 'object' || value === null) return;
					for (const key of Object.keys(value as object)) {
						places.push([value, key]);
						visit(value[key]);
					}
				};
				visit(copy);
				const [parent, key] = places[where % places.length]!;
				parent[key] = part;
				const text = JSON.stringify(copy);
				const imported = importSchema(text);
				if ('error' in imported) return;
				expect(exportSchema(imported)).toBe(text);
				const { users, groups } = imported.mappings;
				const switched = { users: users && { ...users, enabled: !users.enabled }, groups };
				const again = importSchema(exportSchema({ ...imported, mappings: switched }));
				expect('error' in again ? again : again.mappings).toEqual(switched);
			}),
			{ seed, numRuns: 1000 }
		);
	});

	it('J-022: the largest ones end in an answer', () => {
		const long = 'x'.repeat(1_900_000);
		const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`member${index}`, index]));
		const texts = [
			JSON.stringify({ ...minimal, long }),
			`{"a": "${long}", }`,
			JSON.stringify({ ...minimal, ...many }),
			`${'[{"a":'.repeat(300_000)}`,
			JSON.stringify({
				synchronizationRules: [
					{
						objectMappings: [
							{
								attributeMappings: [
									{
										targetAttributeName: 'a',
										source: {
											type: 'Function',
											name: 'Join',
											parameters: Array.from({ length: 400 }, () => ({ key: 'source', value: { name: 'a' } }))
										}
									}
								]
							}
						]
					}
				]
			})
		];
		for (const text of texts) {
			expect(importSchema(text)).toBeTruthy();
			expect(placesIn(text)).toBeTruthy();
		}
	});
});

describe('a schema that cannot be used', () => {
	const at = (text: string) => {
		const imported = importSchema(text);
		return 'error' in imported ? `${imported.error.line}:${imported.error.column} ${imported.error.message}` : null;
	};

	it('J-022: says where the text is no JSON, trailing commas by name', () => {
		expect(at('{"synchronizationRules": [\n  {},\n]}')).toBe(
			'2:5 This is not JSON: there is a comma before the closing bracket.'
		);
		expect(at('{\n "id": tru }')).toBe('2:8 This is not JSON: "t" does not begin a value.');
		expect(at('')).toBe('1:1 This is not JSON: a value is missing.');
		expect(at('7')).toBe('1:1 This is not a schema: the document is a single value.');
		expect(at(`${'['.repeat(300)}${']'.repeat(300)}`)).toContain('nested more than 200 deep');
		expect(at(' '.repeat(2_000_001))).toContain('2000001 characters');
	});

	it('J-017: says where a member has the wrong type', () => {
		const imported = importSchema(broken((schema) => (schema.synchronizationRules[0].objectMappings = 'none')));
		expect(imported).toMatchObject({ error: { path: '$.synchronizationRules[0].objectMappings' } });
	});

	it('J-017, J-027, J-028: finds each mistake of the list of checks', () => {
		const rule = (change: (rule: Loose) => void) =>
			problems(broken((schema) => change(schema.synchronizationRules[0])));
		const users = (change: (mapping: Loose) => void) => rule(({ objectMappings: [mapping] }) => change(mapping));
		expect(problems({ directories: [] })).toEqual(['error J-017 $']);
		expect(problems(broken((schema) => delete schema.directories))).toEqual(['warning J-017 $']);
		expect(rule((one) => (one.targetDirectoryName = 'nowhere'))).toEqual([
			'error J-028 $.synchronizationRules[0].targetDirectoryName'
		]);
		expect(users((one) => (one.targetObjectName = 'Person'))).toEqual([`error J-028 ${firstRows}.targetObjectName`]);
		expect(users((one) => (one.attributeMappings[1].targetAttributeName = 'shoeSize'))).toEqual([
			`error M-070 ${firstRows}.attributeMappings[1]`
		]);
		expect(users((one) => (one.attributeMappings[0].source.name = 'shoeSize'))).toEqual([
			`error M-074 ${firstRows}.attributeMappings[0].source`
		]);
		expect(users((one) => one.attributeMappings.push(one.attributeMappings[0]))).toEqual([
			expect.stringContaining('error M-001'),
			expect.stringContaining('warning M-050')
		]);
		expect(users((one) => (one.flowTypes = 'Add, Change'))).toEqual([`error J-027 ${firstRows}.flowTypes`]);
		expect(users((one) => (one.attributeMappings[0].flowType = 'Sometimes'))).toEqual([
			`error J-027 ${firstRows}.attributeMappings[0].flowType`
		]);
		expect(users((one) => one.attributeMappings.forEach((row: Loose) => (row.matchingPriority = 0)))).toEqual([
			`warning M-050 ${firstRows}`
		]);
		expect(users((one) => (one.scope.groups[0].clauses[0].sourceOperandName = 'manager'))).toEqual([
			`error F-026 ${firstRows}.scope`
		]);
		const born = { name: 'born', type: 'DateTime' };
		expect(
			problems(
				broken(({ directories, synchronizationRules }) => {
					directories[0].objects[0].attributes.push(born);
					synchronizationRules[0].objectMappings[0].scope.groups[0].clauses[1].sourceOperandName = 'born';
				})
			)
		).toEqual([`error F-026 ${firstRows}.scope`]);
		expect(users((one) => (one.scope.groups[0].clauses[1].targetOperand = { values: ['x'] }))).toEqual([
			`warning F-006 ${firstRows}.scope.groups[0].clauses[1].targetOperand`
		]);
		expect(
			users(
				(one) => (one.attributeMappings[0].source = { type: 'Function', expression: `Trim("${'x'.repeat(10_001)}")` })
			)
		).toEqual([`error J-007 ${firstRows}.attributeMappings[0].source.expression`]);
		for (const expression of ['Append([mail], ', 'Append([mail], &)', 'Append'])
			expect(
				users((one) => (one.attributeMappings[0].source = { type: 'Function', name: 'Append', expression })),
				expression
			).toEqual([`error J-015 ${firstRows}.attributeMappings[0].source`]);
		expect(problems(cloudSync)).toEqual([
			'warning J-028 $.directories[0].objects[0]',
			'warning J-028 $.directories[1].objects[0]'
		]);
	});

	it('J-022: knows the place in the text of whatever it names', () => {
		const text = `\ufeff${JSON.stringify(cloudSync, null, 2)}`;
		const place = placesIn(text);
		const { at, end } = place(`${firstRows}.metadata[0].key`);
		expect(text.slice(at, end)).toBe('"EscrowBehavior"');
		expect(place('$.nowhere')).toEqual({ at: 0, end: text.length });
	});
});
