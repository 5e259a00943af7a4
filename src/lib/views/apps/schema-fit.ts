import { checkMappings, type AttributeMapping } from '#lib/engine/mapping';
import { templateOf } from '#lib/hr/templates';
import type { ObjectMapping } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import { attributeMappingSchema } from '#lib/world/apps/mapping-schema';
import { pathText, type ImportedSchema, type ObjectKind } from '#lib/world/schema-json';
import type { AppRow } from '#lib/world/tables/rows';
import { sourceNames } from '../expressions/attributes';
import { Records } from '../expressions/records';
import { targetsFor } from '../expressions/targets';
import { jobOf } from '../names';

export type Without = { readonly [kind in ObjectKind]: readonly string[] };

/** Targets of a document that the application here does not have: their rows are kept and take no part. */
export function misfits(world: World, app: AppRow, mappings: ImportedSchema['mappings']): Without {
	const of = (kind: ObjectKind) => {
		const names = new Set(targetsFor(world, app, kind).map(({ name }) => name));
		return (mappings[kind]?.attributes ?? []).flatMap(({ target }) => (names.has(target) ? [] : [target]));
	};
	return { users: of('users'), groups: of('groups') };
}

/** A mapping of a document without what takes no part. */
export function fitting({ mappings }: ImportedSchema, kind: ObjectKind, without: Without): ObjectMapping | null {
	const mapping = mappings[kind];
	return (
		mapping && { ...mapping, attributes: mapping.attributes.filter(({ target }) => !without[kind].includes(target)) }
	);
}

/** Rows of it with a part that is longer or greater than what is saved. */
export function tooLong(imported: ImportedSchema, without: Without): readonly { path: string; message: string }[] {
	return (['users', 'groups'] as const).flatMap((kind) =>
		(fitting(imported, kind, without)?.attributes ?? []).flatMap((row) => {
			const [issue] = attributeMappingSchema.safeParse(row).error?.issues ?? [];
			return issue ? [{ path: rowPath(imported, kind, row.target), message: `${row.target}: ${issue.message}` }] : [];
		})
	);
}

/** Where the row of a target stands in the document. */
export function rowPath({ kept }: ImportedSchema, kind: ObjectKind, target: string): string {
	const path = kept.places[kind] ?? [];
	const part = path.reduce<unknown>(
		(value, step) => (value as { readonly [step: string]: unknown })[step],
		kept.document
	);
	const text = pathText(path);
	const { attributeMappings } = part as { readonly attributeMappings?: readonly { targetAttributeName?: unknown }[] };
	const at = attributeMappings?.findIndex(({ targetAttributeName }) => targetAttributeName === target) ?? -1;
	return at < 0 ? text : `${text}.attributeMappings[${at}]`;
}

export interface Complaint {
	readonly severity: 'error' | 'warning';
	readonly target: string;
	readonly rule: string;
	readonly message: string;
}

/** What saving these rows for this application would refuse or warn about, as the mapping editor says it. */
export function complaints(
	world: World,
	app: AppRow,
	kind: ObjectKind,
	rows: readonly AttributeMapping[]
): readonly Complaint[] {
	const job = jobOf(world, app);
	const sources = sourceNames(new Records(world, app.key, kind));
	const found = checkMappings(rows, {
		target: Object.fromEntries(targetsFor(world, app, kind).map((line) => [line.name, line])),
		source: Object.fromEntries(sources.map(({ name, multivalued }) => [name, { multivalued }])),
		sourceNames: sources.map(({ name }) => name),
		syncAll: job !== null && world.sim.host.config(job.config).scopeMode === 'all',
		inboundToEntra: templateOf(app.kind)?.target === 'entra'
	});
	return found.map(({ severity, mapping, rule, message }) => ({
		// M-074: somebody's own directory has attributes that the sample company has not; their value is null here.
		severity: rule === 'M-074' ? 'warning' : severity,
		target: rows[mapping]!.target,
		rule,
		message
	}));
}
