import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ObjectMapping } from '#lib/engine/job/records';
import type { AttributeMapping, MappingSource } from '#lib/engine/mapping';
import { scopeOperators, type ClauseGroup, type ScopingFilter } from '#lib/engine/scoping';
import { exportSchema, importSchema, type JobSchema } from '.';

const names = ['mail', 'displayName', 'department', 'extension_0a_cost', 'emails[type eq "work"].value'];
const expressions = [
	'Join(" ", [mail], "x\\"y\\\\")',
	'IIF([department] = "NULL", IgnoreAttributeFlow, NULL)',
	'Switch([department], , "1", "a", "", "b")',
	'Not([mail] <> "a")',
	'NULL',
	'IgnoreAttributeFlow',
	'Replace([mail], , "(?<a>.)", , "${a}", , )'
];
const anyText = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', '[mail]', '"', 'NULL', '%x%', 'True'));
const source: fc.Arbitrary<MappingSource> = fc.oneof(
	fc.constantFrom(...names).map((attribute) => ({ type: 'Direct', attribute }) as const),
	anyText.map((value) => ({ type: 'Constant', value }) as const),
	fc.constantFrom(...expressions).map((expression) => ({ type: 'Expression', expression }) as const),
	fc.constant({ type: 'None' } as const)
);
const row = fc.record<AttributeMapping, 'source' | 'target'>(
	{
		target: fc.constantFrom('userName', 'active', ...names),
		source,
		defaultValue: anyText,
		matchingPrecedence: fc.integer({ min: 1, max: 9 }),
		flowType: fc.constantFrom('ObjectAddOnly', 'MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly'),
		flowBehavior: fc.constant('FlowAlways')
	},
	{ requiredKeys: ['source', 'target'] }
);
const clause = fc
	.tuple(fc.constantFrom(...names), fc.constantFrom(...scopeOperators), fc.constantFrom('', '5', 'a b', '^x"'))
	.map(([attribute, { name, needsValue }, value]) => ({
		attribute,
		operator: name,
		...(needsValue && { value: name.startsWith('Greater') ? '5' : value })
	}));
const groups: fc.Arbitrary<ClauseGroup[]> = fc.array(
	fc.record({ name: fc.string(), clauses: fc.array(clause, { maxLength: 3 }) }, { requiredKeys: ['clauses'] }),
	{ minLength: 1, maxLength: 2 }
);
const filter = fc.option(
	fc
		.record({ groups, inputFilterGroups: groups, categoryFilterGroups: groups }, { requiredKeys: [] })
		.filter((sets) => Object.keys(sets).length > 0)
) as fc.Arbitrary<ScopingFilter | null>;
const mapping: fc.Arbitrary<ObjectMapping> = fc.record({
	enabled: fc.boolean(),
	create: fc.boolean(),
	update: fc.boolean(),
	delete: fc.boolean(),
	attributes: fc.uniqueArray(row, { selector: ({ target }) => target, maxLength: 5 }),
	filter
});

const nullFlowSources = fc.subarray(names);

it('J-017, J-024: what a job exports is imported as what it was, and imported once more stays', () => {
	const attributes = names.map((name) => ({ name }));
	const side = (name: string) => ({
		id: name,
		name,
		objects: { users: { name: 'User', attributes }, groups: { name: 'Group', attributes: [] } }
	});
	fc.assert(
		fc.property(mapping, nullFlowSources, nullFlowSources, mapping, (mapped, flows, others, groupMapping) => {
			const flowing = (of: readonly string[]) => (of.length > 0 ? { nullFlowSources: of } : {});
			const users = { ...mapped, ...flowing(flows) };
			const job: JobSchema = {
				id: 'j',
				version: 'v',
				ruleId: 'r',
				source: side('Microsoft Entra ID'),
				target: side('customappsso'),
				mappings: { users, groups: groupMapping }
			};
			const text = exportSchema(job);
			const back = importSchema(text);
			if ('error' in back) throw new Error(back.error.message);
			expect(back.mappings).toEqual(job.mappings);
			expect(exportSchema(back)).toBe(text);
			// M-030: what is chosen afterwards is written into the document that was imported.
			const mappings = { ...back.mappings, users: { ...mapped, ...flowing(others) } };
			expect(importSchema(exportSchema({ ...back, mappings }))).toMatchObject({ mappings });
		}),
		{ seed: 20260302, numRuns: 150 }
	);
});
