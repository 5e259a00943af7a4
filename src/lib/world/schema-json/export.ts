import type { ObjectMapping } from '#lib/engine/job/records';
import { newAttributes } from './define';
import { type ImportedSchema, importSchema, type ObjectKind } from './import';
import { writeNullFlow } from './null-flow';
import { noMapping, rewriteObject, writeObject } from './object';
import type { Path } from './report';
import type { ObjectShape, SchemaShape } from './shape';

/** What a schema says of one side: its objects with their attributes. */
export interface SystemSchema {
	readonly name: string;
	readonly objects: { readonly [kind in ObjectKind]?: SystemObject };
}

export interface SystemObject {
	readonly name: string;
	readonly attributes: readonly SystemAttribute[];
}

export interface SystemAttribute {
	readonly name: string;
	readonly type?: string;
	readonly multivalued?: boolean;
	readonly required?: boolean;
	readonly caseExact?: boolean;
	readonly anchor?: boolean;
	readonly refersTo?: readonly string[];
}

/** A document that was imported, and the rows of it that took no part. */
export interface KeptSchema {
	readonly text: string;
	readonly without: { readonly [kind in ObjectKind]: readonly string[] };
}

/** A job as an exported schema tells it (J-017): no secrets, settings or assignments. */
export interface JobSchema {
	readonly id: string;
	readonly version: string;
	readonly ruleId: string;
	readonly source: SystemSchema & { readonly id: string };
	readonly target: SystemSchema & { readonly id: string };
	readonly mappings: { readonly [kind in ObjectKind]: ObjectMapping | null };
	/** The document that was imported last: what it says beside the mappings is written again (J-026). */
	readonly kept?: KeptSchema;
}

/** The synchronizationSchema of a job, or of a document that was imported, as text. */
export function exportSchema(job: ImportedSchema | JobSchema): string {
	if (!('source' in job)) return rewritten(job, job.mappings, { users: [], groups: [] });
	if (!job.kept) return `${JSON.stringify(schemaOf(job), null, 2)}\n`;
	const imported = importSchema(job.kept.text);
	if ('error' in imported) return `${JSON.stringify(schemaOf(job), null, 2)}\n`;
	return rewritten(withNewMapping(imported, job), job.mappings, job.kept.without, job);
}

/** J-017: users or groups that were mapped since the import, where the document has none, come into the rule of the others. */
function withNewMapping(imported: ImportedSchema, job: JobSchema): ImportedSchema {
	const { places, document } = imported.kept;
	const kind = places.users ? 'groups' : 'users';
	const mapping = job.mappings[kind];
	const [, rule, list] = places.users ?? places.groups ?? [];
	// An object mapping alone is in no rule.
	if (places[kind] || !mapping || rule === undefined || isSame(writeObject(mapping), writeObject(noMapping)))
		return imported;
	const path = ['synchronizationRules', rule, list as string];
	const added = mappingOf(kind, noMapping, job.source, job.target);
	const mapped = replaced(document, path, (before) => [...(before as object[]), added]);
	const place = [...path, (valueAt(document, path) as object[]).length];
	const completed = [job.source, job.target].reduce((schema, system, at) => {
		const side = valueAt(schema, [path[0]!, rule, at ? 'targetDirectoryName' : 'sourceDirectoryName']);
		const { directories } = schema as SchemaShape;
		const index = directories?.findIndex(({ name }) => name === side) ?? -1;
		const object = system.objects[kind];
		const objects = directories?.[index]?.objects;
		if (!object || !objects || objects.some(({ name }) => name === object.name)) return schema;
		return replaced(schema, ['directories', index, 'objects'], () => [...objects, objectOf(object)]);
	}, mapped);
	return { ...imported, kept: { ...imported.kept, document: completed, places: { ...places, [kind]: place } } };
}

const isSame = (one: unknown, two: unknown) => JSON.stringify(one) === JSON.stringify(two);

/** A document that still says the same is given back letter by letter. */
function rewritten(
	{ kept }: ImportedSchema,
	mappings: JobSchema['mappings'],
	without: KeptSchema['without'],
	systems?: JobSchema
): string {
	let document = kept.document;
	for (const kind of ['users', 'groups'] as const) {
		const place = kept.places[kind];
		const mapping = mappings[kind];
		if (!place || !mapping) continue;
		const change = (before: unknown) => rewriteObject(mapping, before as ObjectShape, without[kind]);
		document = replaced(document, place, change);
		if (systems) {
			const after = change(valueAt(kept.document, place));
			for (const { at, attributes } of newAttributes(kept.document as SchemaShape, place, after, kind, systems))
				document = replaced(document, at, (listed) => [
					...(listed as object[]),
					...attributes.map((attribute) => definition(attribute, false))
				]);
		}
	}
	const { sources } = kept;
	const flows = mappings.users?.nullFlowSources ?? [];
	if (sources && mappings.users)
		document = replaced(document, sources, (before) => writeNullFlow(before as SystemAttribute[], flows));
	if (isSame(document, kept.document)) return kept.text;
	const indent = /^\ufeff?[[{]\r?\n([ \t]+)/.exec(kept.text)?.[1] ?? '  ';
	const mark = kept.text.startsWith('\ufeff') ? '\ufeff' : '';
	return `${mark}${JSON.stringify(document, null, indent)}\n`;
}

function valueAt(document: unknown, path: Path): unknown {
	return path.reduce((part, step) => (part as { readonly [step: string]: unknown })[step], document);
}

function replaced(part: unknown, [step, ...rest]: Path, change: (before: unknown) => unknown): unknown {
	if (step === undefined) return change(part);
	if (Array.isArray(part))
		return part.map((item, at) => (at === step ? replaced(item, rest, change) : (item as unknown)));
	const members = part as { readonly [member: string]: unknown };
	return { ...members, [step]: replaced(members[step as string], rest, change) };
}

function schemaOf({ id, version, ruleId, source, target, mappings }: JobSchema): object {
	const kinds = (['users', 'groups'] as const).filter((kind) => mappings[kind]);
	return {
		id,
		version,
		synchronizationRules: [
			{
				containerFilter: null,
				editable: true,
				groupFilter: null,
				id: ruleId,
				name: kinds.length > 1 ? 'USERGROUP_OUTBOUND_USERGROUP' : 'USER_OUTBOUND_USER',
				priority: 1,
				sourceDirectoryName: source.name,
				targetDirectoryName: target.name,
				metadata: [{ key: 'supportsProvisionOnDemand', value: 'true' }],
				objectMappings: kinds.map((kind) => mappingOf(kind, mappings[kind]!, source, target))
			}
		],
		directories: [directory(source, version, mappings.users?.nullFlowSources), directory(target, version)]
	};
}

function mappingOf(kind: ObjectKind, mapping: ObjectMapping, source: SystemSchema, target: SystemSchema): ObjectShape {
	return {
		...writeObject(mapping),
		name: `Provision ${source.name} ${kind === 'users' ? 'Users' : 'Groups'}`,
		sourceObjectName: source.objects[kind]?.name ?? null,
		targetObjectName: target.objects[kind]?.name ?? null,
		// J-001: enumerations are JSON inside the text.
		metadata: [
			{ key: 'IsCustomerDefined', value: 'false' },
			{ key: 'DisableMonitoringForChanges', value: 'false' },
			{ key: 'Disposition', value: '"Normal"' },
			{ key: 'ExcludeFromReporting', value: 'false' },
			{ key: 'EscrowBehavior', value: '"Default"' },
			{ key: 'Unsynchronized', value: 'false' }
		]
	};
}

function directory(
	{ id, name, objects }: SystemSchema & { readonly id: string },
	version: string,
	nullFlow?: readonly string[]
): object {
	return {
		id,
		name,
		readOnly: false,
		discoverabilities: 'None',
		discoveryDateTime: null,
		version,
		objects: Object.values(objects).map((object) => objectOf(object, nullFlow))
	};
}

function objectOf({ name, attributes }: SystemObject, nullFlow: readonly string[] = []): object {
	return {
		name,
		supportedApis: [name],
		metadata: [],
		attributes: attributes.map((attribute) => definition(attribute, nullFlow.includes(attribute.name)))
	};
}

/** M-030: the attribute's half of null flow has a member; the mapping's has none. */
function definition(
	{ name, type, multivalued, required, caseExact, anchor, refersTo }: SystemAttribute,
	flowNullValues: boolean
): object {
	return {
		anchor: anchor ?? false,
		caseExact: caseExact ?? false,
		defaultValue: null,
		flowNullValues,
		multivalued: multivalued ?? false,
		mutability: 'ReadWrite',
		name,
		required: required ?? false,
		type: type ?? 'String',
		apiExpressions: [],
		metadata: [],
		referencedObjects: (refersTo ?? []).map((referencedObjectName) => ({
			referencedObjectName,
			referencedProperty: null
		}))
	};
}
