import type * as z from 'zod/mini';
import type { ObjectMapping } from '#lib/engine/job/records';
import type { ScopeSchema } from '#lib/engine/scoping';
import { checkSchema } from './checks';
import { tellKept, tellObject, tellRule } from './kept';
import { listedAttributes, readNullFlow } from './null-flow';
import { readObject } from './object';
import { MOST, readText, type TextError } from './read-text';
import { pathText, Report, type Path, type SchemaReport } from './report';
import { objectMapping, schemaShape, type ObjectShape, type RuleShape, type SchemaShape } from './shape';

export type ObjectKind = 'users' | 'groups';

/** What a document is: a whole schema, one object mapping out of it, or something else that is only kept. */
export type DocumentKind = 'schema' | 'objectMapping' | 'objectDefinition' | 'other';

/** The document as it came, byte order mark included, and where in it the two mappings were found. */
export interface KeptDocument {
	readonly text: string;
	readonly document: unknown;
	readonly places: { readonly [kind in ObjectKind]: Path | null };
	/** Where in it the attributes stand that users are read from; null: it says nothing of them. */
	readonly sources: Path | null;
}

export interface ImportedSchema {
	readonly kind: DocumentKind;
	readonly mappings: { readonly [kind in ObjectKind]: ObjectMapping | null };
	readonly report: SchemaReport;
	readonly kept: KeptDocument;
}

export interface SchemaFailure {
	readonly error: TextError;
}

/**
 * Reads a synchronizationSchema of a stranger. What is no JSON, or has members of wrong types, is an error with its place;
 * everything else is imported with a report, and nothing of it is lost.
 */
export function importSchema(json: unknown): ImportedSchema | SchemaFailure {
	const text = typeof json === 'string' ? json : asText(json);
	if (text === null) return failure(`This is not a JSON document of at most ${MOST} characters.`, []);
	const read = readText(text);
	if ('error' in read) return read;
	const document = read.value;
	if (document === null || typeof document !== 'object')
		return failure('This is not a schema: the document is a single value.', []);
	const kind = kindOf(document);
	const report = new Report();
	const nothing = { users: null, groups: null };
	const kept = { text, document, places: nothing, sources: null };
	if (kind === 'objectMapping') {
		const mapping = objectMapping.safeParse(document);
		return mapping.success ? fragment(mapping.data, kept, report) : refused(mapping.error);
	}
	if (kind !== 'schema') {
		report.error([], 'J-017', `there is no list synchronizationRules: ${whatElse(kind)}`);
		report.keeps([], 'J-026', 'this is kept as it is');
		return { kind, mappings: nothing, report, kept };
	}
	const schema = schemaShape.safeParse(document);
	return schema.success ? whole(schema.data, kept, report) : refused(schema.error);
}

function asText(value: unknown): string | null {
	try {
		return JSON.stringify(value, null, 2) ?? null;
	} catch {
		return null;
	}
}

function kindOf(document: object): DocumentKind {
	if ('synchronizationRules' in document || 'directories' in document) return 'schema';
	if ('attributeMappings' in document) return 'objectMapping';
	return 'attributes' in document ? 'objectDefinition' : 'other';
}

function whatElse(kind: DocumentKind): string {
	return kind === 'objectDefinition' ? 'this is the definition of one object' : 'this is not a synchronizationSchema';
}

function failure(message: string, path: Path): SchemaFailure {
	return { error: { message, path: pathText(path), at: 0, line: 1, column: 1 } };
}

function refused(error: z.core.$ZodError): SchemaFailure {
	const [issue] = error.issues;
	const path = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)));
	return failure(`${pathText(path)} is not as a schema has it: ${issue?.message ?? 'unknown'}.`, path);
}

/** One object mapping alone is read as that of users, unless it says that it is of groups. */
function fragment(mapping: ObjectShape, kept: KeptDocument, report: Report): ImportedSchema {
	report.warning([], 'J-019', 'this is one object mapping, not a whole schema');
	tellObject(mapping, [], report);
	const kind = kindOfObject(mapping) ?? 'users';
	const mappings = { users: null, groups: null, [kind]: readObject(mapping, [], report) };
	return { kind: 'objectMapping', mappings, report, kept: { ...kept, places: { ...kept.places, [kind]: [] } } };
}

function whole(schema: SchemaShape, kept: KeptDocument, report: Report): ImportedSchema {
	checkSchema(schema, report);
	tellKept(schema, report);
	const places: { [kind in ObjectKind]: Path | null } = { users: null, groups: null };
	const mappings: { [kind in ObjectKind]: ObjectMapping | null } = { users: null, groups: null };
	let sources: Path | null = null;
	for (const { rule, index } of byPriority(schema)) {
		const path = ['synchronizationRules', index];
		tellRule(rule, path, report);
		// The first rule that maps users or groups is the job's; another one brings something else, such as roles.
		const isLater = places.users !== null || places.groups !== null;
		for (const [at, mapping] of (rule.objectMappings ?? []).entries()) {
			const place = [...path, 'objectMappings', at];
			const kind = kindOfObject(mapping);
			tellObject(mapping, place, report);
			if (!kind || isLater || places[kind]) {
				report.keeps(
					place,
					'J-026',
					`the mapping ${nameOf(mapping)} has no effect: only users and groups are simulated`
				);
				continue;
			}
			places[kind] = place;
			mappings[kind] = readObject(mapping, place, report, knownOf(schema, rule, mapping));
			if (kind === 'users') sources = listedAttributes('source', schema, rule, mapping);
		}
	}
	if (schema.synchronizationRules && !mappings.users && !mappings.groups)
		report.error(['synchronizationRules'], 'J-017', 'no rule maps users or groups');
	const nullFlowSources = readNullFlow(schema, sources, report);
	if (mappings.users && nullFlowSources.length > 0) mappings.users = { ...mappings.users, nullFlowSources };
	return { kind: 'schema', mappings, report, kept: { ...kept, places, sources } };
}

/** F-026: what filters have to know about the attributes of the source. */
function knownOf(schema: SchemaShape, rule: RuleShape, { sourceObjectName }: ObjectShape): ScopeSchema {
	const source = schema.directories?.find(({ name }) => name === rule.sourceDirectoryName);
	const attributes = source?.objects?.find(({ name }) => name === sourceObjectName)?.attributes ?? [];
	return Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute]));
}

function byPriority({ synchronizationRules }: SchemaShape) {
	return (synchronizationRules ?? [])
		.map((rule, index) => ({ rule, index }))
		.sort((one, two) => (one.rule.priority ?? 0) - (two.rule.priority ?? 0) || one.index - two.index);
}

/** J-028: what an object is, by the last part of its name; both spellings of directories and URNs occur. */
function kindOfObject({ sourceObjectName, targetObjectName }: ObjectShape): ObjectKind | null {
	const source = lastWord(sourceObjectName);
	const target = lastWord(targetObjectName);
	if (source === 'group' && (target === 'group' || target === '')) return 'groups';
	const people = ['user', 'worker', 'person', 'employee', 'inetorgperson'];
	return people.includes(source) ? 'users' : null;
}

function lastWord(name: string | null | undefined): string {
	return (name ?? '').split(/[:.]/).at(-1)!.toLowerCase();
}

function nameOf({ name, sourceObjectName, targetObjectName }: ObjectShape): string {
	return name ?? `${sourceObjectName || 'nothing'} to ${targetObjectName || 'nothing'}`;
}
