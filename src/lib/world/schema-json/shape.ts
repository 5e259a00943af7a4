import { z } from 'zod';

/**
 * The members of a synchronizationSchema that anything here reads. Enumerations are free texts, since letter case does
 * not count (J-027); members that nobody knows stay where they are (J-026).
 */
const short = z.string().max(400).nullish();
const pairs = z
	.array(z.looseObject({ key: z.string().max(400), value: z.string().max(2_000_000).nullish() }))
	.max(1000)
	.nullish();

export interface StoredSourceShape {
	[member: string]: unknown;
	type?: string | null;
	name?: string | null;
	expression?: string | null;
	parameters?: { [member: string]: unknown; key: string; value: StoredSourceShape }[] | null;
}

const source: z.ZodType<StoredSourceShape> = z.looseObject({
	type: short,
	name: z.string().max(20_000).nullish(),
	expression: z.string().max(200_000).nullish(),
	get parameters() {
		return z
			.array(z.looseObject({ key: z.string().max(400), value: source }))
			.max(500)
			.nullish();
	}
});

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean()]).nullish();

const attributeMapping = z.looseObject({
	targetAttributeName: z.string().min(1).max(300),
	source: source.nullish(),
	defaultValue: scalar,
	matchingPriority: z.number().int().min(0).max(1000).nullish(),
	flowType: short,
	flowBehavior: short,
	exportMissingReferences: z.boolean().nullish()
});

const clause = z.looseObject({
	sourceOperandName: z.string().max(400),
	operatorName: z.string().max(100),
	targetOperand: z.looseObject({ values: z.array(scalar).max(1000).nullish() }).nullish()
});
const groups = z
	.array(z.looseObject({ name: short, clauses: z.array(clause).max(200).nullish() }))
	.max(200)
	.nullish();
const scope = z.looseObject({ groups, inputFilterGroups: groups, categoryFilterGroups: groups });

export const objectMapping = z.looseObject({
	name: short,
	enabled: z.boolean().nullish(),
	flowTypes: short,
	sourceObjectName: short,
	targetObjectName: short,
	scope: scope.nullish(),
	attributeMappings: z.array(attributeMapping).max(2000).nullish(),
	metadata: pairs
});

const rule = z.looseObject({
	id: short,
	name: short,
	priority: z.number().nullish(),
	editable: z.boolean().nullish(),
	sourceDirectoryName: short,
	targetDirectoryName: short,
	metadata: pairs,
	objectMappings: z.array(objectMapping).max(200).nullish()
});

const attribute = z.looseObject({
	name: z.string().max(400),
	type: short,
	anchor: z.boolean().nullish(),
	multivalued: z.boolean().nullish(),
	flowNullValues: z.boolean().nullish(),
	apiExpressions: z.array(z.unknown()).max(1000).nullish(),
	referencedObjects: z.array(z.unknown()).max(200).nullish()
});
const object = z.looseObject({
	name: z.string().max(400),
	attributes: z.array(attribute).max(5000).nullish(),
	metadata: pairs
});
const directory = z.looseObject({ name: short, objects: z.array(object).max(500).nullish() });

export const schemaShape = z.looseObject({
	id: short,
	version: short,
	synchronizationRules: z.array(rule).max(100).nullish(),
	directories: z.array(directory).max(50).nullish()
});

export type SchemaShape = z.output<typeof schemaShape>;
export type RuleShape = z.output<typeof rule>;
export type ObjectShape = z.output<typeof objectMapping>;
export type RowShape = z.output<typeof attributeMapping>;
export type ScopeShape = z.output<typeof scope>;
export type DirectoryShape = z.output<typeof directory>;
