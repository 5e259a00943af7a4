import * as z from 'zod/mini';
import type { ObjectMapping } from '#lib/engine/job/records';
import type { AttributeMapping, MappingSource } from '#lib/engine/mapping';
import type { ScopingFilter } from '#lib/engine/scoping';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { appName, appNamed, jobOf, sourceSystemName, type AppName } from '../names';
import { appKey, defineView } from '../view';
import { applyWords } from '../words';

/** One row of the Attribute Mappings list (portal glossary 3). */
export interface MappingListRow {
	readonly index: number;
	/** Mapping type. */
	readonly type: MappingSource['type'];
	/** Source attribute, constant or expression. */
	readonly source: string;
	readonly target: string;
	/** Default value if null (optional). */
	readonly defaultValue: string;
	/** Match objects using this attribute. */
	readonly matches: boolean;
	/** Matching precedence; 0: none. */
	readonly precedence: number;
	/** Apply the mapping. */
	readonly apply: string;
	/** As it is saved. */
	readonly mapping: AttributeMapping;
}

export interface MappingPage {
	readonly app: AppName;
	readonly users: MappingDetails | null;
	readonly groups: MappingDetails | null;
}

export interface MappingDetails {
	/** "Provision Microsoft Entra ID Users". */
	readonly title: string;
	readonly enabled: boolean;
	/** Source Object Scope: "All records", or the number of scoping filters. */
	readonly scope: string;
	/** Target object actions. */
	readonly create: boolean;
	readonly update: boolean;
	readonly delete: boolean;
	/** Those that can be chosen: writeback offers Update only (H-362). */
	readonly offered: readonly ('create' | 'update' | 'delete')[];
	readonly rows: readonly MappingListRow[];
}

export const mappings = defineView(z.object({ app: appKey }), (world, { app: key }): MappingPage => {
	const app = appNamed(world, key);
	const job = jobOf(world, app);
	const config = job && world.sim.host.config(job.config);
	const isWriteback = templateOf(app.kind)?.target === 'hr';
	return {
		app: appName(app),
		users: config && mappingDetails(mappingName(world, app, 'Users'), config.users, isWriteback),
		groups: config?.groups ? mappingDetails(mappingName(world, app, 'Groups'), config.groups, isWriteback) : null
	};
});

/** H-027: jobs from human resources have names of their own. */
export function mappingName(world: World, app: AppRow, objects: 'Users' | 'Groups'): string {
	return templateOf(app.kind)?.mappingName ?? `Provision ${sourceSystemName(world, app)} ${objects}`;
}

function mappingDetails(title: string, mapping: ObjectMapping, isWriteback: boolean): MappingDetails {
	const filters = mapping.filter?.groups?.length ?? 0;
	return {
		title,
		enabled: mapping.enabled,
		scope: filters === 0 ? 'All records' : filters === 1 ? '1 scoping filter' : `${filters} scoping filters`,
		create: mapping.create,
		update: mapping.update,
		delete: mapping.delete,
		offered: isWriteback ? ['update'] : ['create', 'update', 'delete'],
		rows: mapping.attributes.map((row, index) => ({
			index,
			type: row.source.type,
			source: sourceText(row.source),
			target: row.target,
			defaultValue: row.defaultValue ?? '',
			matches: (row.matchingPrecedence ?? 0) > 0,
			precedence: row.matchingPrecedence ?? 0,
			apply: applyWords[row.flowType ?? 'Always'] ?? row.flowType!,
			mapping: row
		}))
	};
}

function sourceText(source: MappingSource): string {
	switch (source.type) {
		case 'Direct':
			return source.attribute;
		case 'Constant':
			return source.value;
		case 'Expression':
			return source.expression;
		case 'None':
			return '';
	}
}

/** One scoping filter: its clauses must all hold; any one filter lets an object in. */
export interface ScopingListRow {
	readonly title: string;
	readonly clauses: readonly { readonly attribute: string; readonly operator: string; readonly value: string }[];
}

export interface Scoping {
	readonly app: AppName;
	readonly users: readonly ScopingListRow[] | null;
	readonly groups: readonly ScopingListRow[] | null;
	/** As they are saved. */
	readonly saved: { readonly users: ScopingFilter | null; readonly groups: ScopingFilter | null };
}

export const scoping = defineView(z.object({ app: appKey }), (world, { app: key }): Scoping => {
	const app = appNamed(world, key);
	const job = jobOf(world, app);
	const config = job && world.sim.host.config(job.config);
	return {
		app: appName(app),
		users: config && filtersOf(config.users.filter),
		groups: config?.groups ? filtersOf(config.groups.filter) : null,
		saved: { users: config?.users.filter ?? null, groups: config?.groups?.filter ?? null }
	};
});

function filtersOf(filter: ScopingFilter | null): ScopingListRow[] {
	return (filter?.groups ?? []).map(({ name, clauses }) => ({
		title: name ?? '',
		clauses: clauses.map(({ attribute, operator, value }) => ({
			attribute,
			operator,
			value: value === undefined || value === null ? '' : String(value)
		}))
	}));
}
