import { definitionOf, planFor } from '#lib/apps';
import { templateOf } from '#lib/hr/templates';
import { parseTarget } from '#lib/scim/client';
import type { AppRow } from '../../tables/rows';
import type { Sandbox } from './sandbox';

/** What people say for a target attribute that has a longer path. */
const alias: Readonly<Record<string, string>> = {
	email: 'emails[type eq "work"].value',
	mail: 'emails[type eq "work"].value',
	phone: 'phoneNumbers[type eq "work"].value',
	mobile: 'phoneNumbers[type eq "mobile"].value',
	role: 'roles[primary eq "True"].value'
};

/** The last name of a path: employeeNumber of urn:...:User:employeeNumber, familyName of name.familyName. */
export function shortName(path: string): string {
	const target = parseTarget(path);
	if (target.where.length === 0) return target.sub ?? target.name;
	const said = Object.keys(alias).find((name) => alias[name] === path && name !== 'mail');
	return said ?? (target.sub === 'value' || target.sub === undefined ? target.name : target.sub);
}

/** Every name that a script may use for a target. */
export function namesOf(sandbox: Sandbox, app: AppRow, path: string): readonly string[] {
	const { name, sub, where } = parseTarget(path);
	const job = sandbox.jobIfAny(app);
	const rows = job ? sandbox.sim.host.config(job.config).users.attributes : [];
	const sources = rows.flatMap(({ target, source }) =>
		target === path && source.type === 'Direct' ? [source.attribute] : []
	);
	return [path, shortName(path), name, ...(sub ? [sub] : []), ...where.map(({ value }) => value), ...sources];
}

/** The path that a script's short name means in this application. */
export function targetPath(sandbox: Sandbox, app: AppRow, name: string, object: 'User' | 'Group' = 'User'): string {
	const template = templateOf(app.kind);
	if (template) return Object.keys(template.targets).find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
	const definition = definitionOf(app.kind);
	const job = sandbox.jobIfAny(app);
	const config = job && sandbox.sim.host.config(job.config);
	const mapped = (object === 'User' ? config?.users : config?.groups)?.attributes.map(({ target }) => target) ?? [];
	const known = [...mapped, ...(definition.mappings[object] ?? []).map(({ target }) => target)];
	const wanted = name.toLowerCase();
	const same = (path: string) => path.toLowerCase() === wanted;
	const short = (path: string) => shortName(path).toLowerCase() === wanted;
	const found = known.find(same) ?? schemaPath(app.kind, object, wanted, 0) ?? known.find(short);
	if (found) return found;
	const fed = config?.users.attributes.find(({ source }) => source.type === 'Direct' && source.attribute === name);
	if (object === 'User' && fed) return fed.target;
	const said = alias[name];
	if (said && schemaPath(app.kind, object, parseTarget(said).name.toLowerCase(), 0)) return said;
	return schemaPath(app.kind, object, wanted, 1) ?? name;
}

/** An attribute of the schema by its name: at the top, or in an extension or inside another one. */
function schemaPath(kind: string, object: 'User' | 'Group', wanted: string, depth: 0 | 1): string | undefined {
	const type = planFor(kind).definition.types.find(({ name }) => name === object);
	if (!type) return undefined;
	const named = <A extends { readonly name: string }>(list: readonly A[]) =>
		list.find(({ name }) => name.toLowerCase() === wanted);
	if (depth === 0) return named(type.schema.attributes)?.name;
	for (const { schema } of type.extensions) {
		const found = named(schema.attributes);
		if (found) return `${schema.id}:${found.name}`;
	}
	for (const attribute of type.schema.attributes) {
		const found = !attribute.multiValued && named(attribute.subAttributes ?? []);
		if (found) return `${attribute.name}.${found.name}`;
	}
	return undefined;
}
