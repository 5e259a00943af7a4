import * as z from 'zod/mini';

/**
 * The members of a synchronizationSchema that anything here reads. Enumerations are free texts, since letter case does
 * not count (J-027); members that nobody knows stay where they are (J-026).
 */
const short = z.nullish(z.string().check(z.maxLength(400)));
const pairs = z.nullish(
	z
		.array(
			z.looseObject({
				key: z.string().check(z.maxLength(400)),
				value: z.nullish(z.string().check(z.maxLength(2_000_000)))
			})
		)
		.check(z.maxLength(1000))
);

export interface StoredSourceShape {
	[member: string]: unknown;
	type?: string | null;
	name?: string | null;
	expression?: string | null;
	parameters?: { [member: string]: unknown; key: string; value: StoredSourceShape }[] | null;
}

const source: z.ZodMiniType<StoredSourceShape> = z.looseObject({
	type: short,
	name: z.nullish(z.string().check(z.maxLength(20_000))),
	expression: z.nullish(z.string().check(z.maxLength(200_000))),
	get parameters() {
		return z.nullish(
			z.array(z.looseObject({ key: z.string().check(z.maxLength(400)), value: source })).check(z.maxLength(500))
		);
	}
});

const scalar = z.nullish(z.union([z.string().check(z.maxLength(20_000)), z.number(), z.boolean()]));

const attributeMapping = z.looseObject({
	targetAttributeName: z.string().check(z.minLength(1), z.maxLength(300)),
	source: z.nullish(source),
	defaultValue: scalar,
	matchingPriority: z.nullish(z.int().check(z.minimum(0), z.maximum(1000))),
	flowType: short,
	flowBehavior: short,
	exportMissingReferences: z.nullish(z.boolean())
});

const clause = z.looseObject({
	sourceOperandName: z.string().check(z.maxLength(400)),
	operatorName: z.string().check(z.maxLength(100)),
	targetOperand: z.nullish(z.looseObject({ values: z.nullish(z.array(scalar).check(z.maxLength(1000))) }))
});
const groups = z.nullish(
	z
		.array(z.looseObject({ name: short, clauses: z.nullish(z.array(clause).check(z.maxLength(200))) }))
		.check(z.maxLength(200))
);
const scope = z.looseObject({ groups, inputFilterGroups: groups, categoryFilterGroups: groups });

export const objectMapping = z.looseObject({
	name: short,
	enabled: z.nullish(z.boolean()),
	flowTypes: short,
	sourceObjectName: short,
	targetObjectName: short,
	scope: z.nullish(scope),
	attributeMappings: z.nullish(z.array(attributeMapping).check(z.maxLength(2000))),
	metadata: pairs
});

const rule = z.looseObject({
	id: short,
	name: short,
	priority: z.nullish(z.number()),
	editable: z.nullish(z.boolean()),
	sourceDirectoryName: short,
	targetDirectoryName: short,
	metadata: pairs,
	objectMappings: z.nullish(z.array(objectMapping).check(z.maxLength(200)))
});

const attribute = z.looseObject({
	name: z.string().check(z.maxLength(400)),
	type: short,
	anchor: z.nullish(z.boolean()),
	multivalued: z.nullish(z.boolean()),
	flowNullValues: z.nullish(z.boolean()),
	apiExpressions: z.nullish(z.array(z.unknown()).check(z.maxLength(1000))),
	referencedObjects: z.nullish(z.array(z.unknown()).check(z.maxLength(200)))
});
const object = z.looseObject({
	name: z.string().check(z.maxLength(400)),
	attributes: z.nullish(z.array(attribute).check(z.maxLength(5000))),
	metadata: pairs
});
const directory = z.looseObject({ name: short, objects: z.nullish(z.array(object).check(z.maxLength(500))) });

export const schemaShape = z.looseObject({
	id: short,
	version: short,
	synchronizationRules: z.nullish(z.array(rule).check(z.maxLength(100))),
	directories: z.nullish(z.array(directory).check(z.maxLength(50)))
});

export type SchemaShape = z.output<typeof schemaShape>;
export type RuleShape = z.output<typeof rule>;
export type ObjectShape = z.output<typeof objectMapping>;
export type RowShape = z.output<typeof attributeMapping>;
export type ScopeShape = z.output<typeof scope>;
export type DirectoryShape = z.output<typeof directory>;
