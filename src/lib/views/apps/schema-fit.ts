import { checkMappings, type AttributeMapping } from '#lib/engine/mapping';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import type { ImportedSchema, ObjectKind } from '#lib/world/schema-json';
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
