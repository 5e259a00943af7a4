import type { Ms } from '#lib/engine/base';
import { CompiledExpression, compileExpression, type AttributeMapping } from '#lib/engine/mapping';
import type { ObjectMapping } from '#lib/engine/job/records';
import { templateOf } from '#lib/hr/templates';
import { guid } from '#lib/tenant/sample/identifiers';
import type { Command, World } from '#lib/world';
import {
	exportSchema,
	importSchema,
	type JobSchema,
	type ObjectKind,
	type SystemAttribute,
	type SystemSchema
} from '#lib/world/schema-json';
import type { AppRow } from '#lib/world/tables/rows';
import { sourceNames } from '../expressions/attributes';
import { Records } from '../expressions/records';
import { targetsFor } from '../expressions/targets';
import { appNamed, jobOf, NotThere, sourceSystemName, targetSystemName } from '../names';
import { objectName } from './object-name';
import { misfits, tooLong } from './schema-fit';

/** The directory has the same id in every tenant's exports. */
const directoryId = '66e4a8cc-1b7b-435e-95f8-f06cea133828';
const booleans = new Set(['accountEnabled', 'IsSoftDeleted', 'mailEnabled', 'securityEnabled']);
const references = new Set(['manager', 'members', 'owners']);

/** What an export says of a job (J-017). */
export function schemaOfJob(world: World, key: string): JobSchema {
	const app = appNamed(world, key);
	const job = jobOf(world, app);
	if (!job) throw new NotThere(`${app.name} has no provisioning job, so it has no schema.`);
	const { seedText } = world.sim.host.tenantRow;
	const { users, groups, imported, slot } = world.sim.host.config(job.config);
	const mappings = { users, groups };
	const id = (part: string) => guid(seedText, `schema ${part} ${key}`, 0);
	const isDirectory = (templateOf(app.kind)?.source ?? 'directory') === 'directory';
	return {
		id: job.id,
		version: `Date:${stamp(app.configuredAt)}, ActivityId:${guid(seedText, 'schema version', slot)}`,
		ruleId: id('rule'),
		source: { id: isDirectory ? directoryId : id('source'), ...sourceOf(world, app, mappings) },
		target: { id: id('target'), ...targetOf(world, app, mappings) },
		mappings,
		...(imported && { kept: imported })
	};
}

/** As Microsoft Graph stamps versions: seven digits of a second. */
function stamp(at: Ms): string {
	return new Date(at).toISOString().replace('Z', '0000Z');
}

type Mappings = JobSchema['mappings'];

function sourceOf(world: World, app: AppRow, mappings: Mappings): SystemSchema {
	const objects: { [kind in ObjectKind]?: SystemSchema['objects'][kind] } = {};
	for (const kind of kindsOf(mappings)) {
		const records = new Records(world, app.key, kind);
		const list = new Map<string, SystemAttribute>();
		for (const { name, multivalued } of sourceNames(records))
			list.set(name, {
				name,
				multivalued: multivalued || name === 'members',
				anchor: name === 'objectId',
				type: booleans.has(name) ? 'Boolean' : references.has(name) ? 'Reference' : 'String',
				...(references.has(name) && { refersTo: name === 'manager' ? ['User'] : ['User', 'Group'] })
			});
		for (const name of namesRead(mappings[kind]!)) if (!list.has(name)) list.set(name, { name });
		objects[kind] = { name: kind === 'users' ? 'User' : 'Group', attributes: [...list.values()] };
	}
	return { name: sourceSystemName(world, app), objects };
}

function targetOf(world: World, app: AppRow, mappings: Mappings): SystemSchema {
	const objects: { [kind in ObjectKind]?: SystemSchema['objects'][kind] } = {};
	for (const kind of kindsOf(mappings)) {
		const list = new Map<string, SystemAttribute>([['id', { name: 'id', anchor: true, required: true }]]);
		for (const { name, type, multivalued, required, caseExact } of targetsFor(world, app, kind)) {
			const refersTo = kindsOf(mappings).map((one) => objectName(app, one));
			list.set(name, {
				name,
				required,
				...(type && { type }),
				...(multivalued && { multivalued }),
				...(caseExact && { caseExact }),
				...(type === 'Reference' && { refersTo })
			});
		}
		for (const { target } of mappings[kind]!.attributes) if (!list.has(target)) list.set(target, { name: target });
		objects[kind] = { name: objectName(app, kind), attributes: [...list.values()] };
	}
	return { name: targetSystemName(app), objects };
}

function kindsOf(mappings: Mappings): ObjectKind[] {
	return (['users', 'groups'] as const).filter((kind) => mappings[kind]);
}

/** The source attributes that a mapping and its filter read. */
function namesRead({ attributes, filter }: ObjectMapping): string[] {
	const clauses = [filter?.groups, filter?.inputFilterGroups, filter?.categoryFilterGroups].flatMap((groups) =>
		(groups ?? []).flatMap((group) => group.clauses.map(({ attribute }) => attribute))
	);
	return [...attributes.flatMap(readBy), ...clauses];
}

function readBy({ source }: AttributeMapping): readonly string[] {
	if (source.type === 'Direct') return [source.attribute];
	if (source.type !== 'Expression') return [];
	const compiled = compileExpression(source.expression);
	return compiled instanceof CompiledExpression ? compiled.attributes : [];
}

/** The schema as Microsoft Graph reads and replaces it. */
export const schemaDoor = {
	read: (world: World, key: string) => {
		const text = exportSchema(schemaOfJob(world, key));
		return JSON.parse(text.replace(/^\ufeff/, '')) as never;
	},
	/** The command that replaces it; a refusal is an Error with the place and the reason. */
	replace(world: World, key: string, schema: unknown): Command {
		const imported = importSchema(schema);
		if ('error' in imported) throw new Error(imported.error.message);
		const without = misfits(world, appNamed(world, key), imported.mappings);
		const errors = imported.report.problems.filter(({ severity }) => severity === 'error');
		const [error] = [...errors, ...tooLong(imported, without)];
		if (error) throw new Error(`${error.path}: ${error.message}`);
		return { verb: 'job.saveSchema', args: { app: key, schema: imported.kept.text, without } as never };
	}
};
