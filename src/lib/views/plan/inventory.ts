import * as z from 'zod/mini';
import type { ObjectMapping } from '#lib/engine/job/records';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { appNamed, jobOf, sourceSystemName, targetSystemName } from '../names';
import { profileOf } from '../profile';
import { statusWords } from '../status/code';
import { appKey, defineView } from '../view';
import { applyWords, scopeModeWords } from '../words';

/** One mapping, as the planning guide wants it written down. */
export interface InventoryMapping {
	readonly target: string;
	readonly type: string;
	/** Source attribute, constant or expression. */
	readonly source: string;
	/** Matching precedence; 0: none. */
	readonly precedence: number;
	readonly apply: string;
}

export interface InventoryObject {
	readonly object: 'Users' | 'Groups';
	readonly enabled: boolean;
	/** Target object actions that are on. */
	readonly actions: readonly string[];
	readonly sourceAttributes: readonly string[];
	readonly targetAttributes: readonly string[];
	readonly matching: readonly string[];
	readonly filters: readonly string[];
	readonly mappings: readonly InventoryMapping[];
}

/** What the planning guide asks to be collected of each application before anything is switched on. */
export interface Inventory {
	readonly key: string;
	readonly name: string;
	readonly kind: string;
	readonly connector: string;
	readonly source: string;
	readonly target: string;
	readonly mode: 'Automatic' | 'Manual';
	readonly status: string;
	/** What the application can do. */
	readonly operations: readonly string[];
	readonly credentials: string;
	readonly limits: readonly string[];
	readonly scope: string;
	readonly deletionThreshold: number | null;
	readonly notificationMail: string | null;
	readonly skipOutOfScopeDeletions: boolean;
	readonly intervalMinutes: number | null;
	readonly objects: readonly InventoryObject[];
}

/** The inventory of one application, or of all. */
export const inventory = defineView(z.object({ app: z.optional(appKey) }), (world, { app }): Inventory[] => {
	const apps = app === undefined ? [...world.tables.apps.all()] : [appNamed(world, app)];
	return apps.map((row) => inventoryOf(world, row)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
});

function inventoryOf(world: World, app: AppRow): Inventory {
	const profile = profileOf(app);
	const job = jobOf(world, app);
	const config = job && world.sim.host.config(job.config);
	return {
		key: app.key,
		name: app.name,
		kind: profile.name,
		connector: profile.connector,
		source: sourceSystemName(world, app),
		target: profile.template ? targetSystemName(app) : app.name,
		mode: job ? 'Automatic' : 'Manual',
		status: statusWords(job),
		operations: operationsOf(profile.operations),
		credentials: profile.credentials.kind,
		limits: limitsOf(profile.limits),
		scope: config ? scopeModeWords[config.scopeMode] : '',
		deletionThreshold: config?.deletionThreshold ?? null,
		notificationMail: config?.notificationMail ?? null,
		skipOutOfScopeDeletions: /^true$/i.test(config?.secrets.SkipOutOfScopeDeletions ?? ''),
		intervalMinutes: job ? job.intervalMs / 60_000 : null,
		objects: config
			? [objectOf('Users', config.users), ...(config.groups ? [objectOf('Groups', config.groups)] : [])]
			: []
	};
}

function operationsOf({
	create,
	update,
	disable,
	delete: remove,
	groups,
	groupRename
}: ReturnType<typeof profileOf>['operations']) {
	return [
		create && 'Create',
		update && 'Update',
		disable && (disable === 'suspend' ? 'Suspend' : 'Disable'),
		remove && 'Delete',
		groups && 'Groups',
		groupRename && 'Rename groups'
	].filter((word): word is string => typeof word === 'string');
}

function limitsOf(limits: ReturnType<typeof profileOf>['limits']): string[] {
	const { createsPerMinute, writesPerMinute, readsPerMinute } = limits ?? {};
	return [
		createsPerMinute && `${createsPerMinute} creates a minute`,
		writesPerMinute && `${writesPerMinute} writes a minute`,
		readsPerMinute && `${readsPerMinute} reads a minute`
	].filter((word): word is string => typeof word === 'string');
}

function objectOf(object: InventoryObject['object'], mapping: ObjectMapping): InventoryObject {
	const rows = mapping.attributes.map(rowOf);
	const matching = rows.filter(({ precedence }) => precedence > 0).sort((a, b) => a.precedence - b.precedence);
	const actions = [mapping.create && 'Create', mapping.update && 'Update', mapping.delete && 'Delete'];
	return {
		object,
		enabled: mapping.enabled,
		actions: actions.filter((word): word is 'Create' | 'Update' | 'Delete' => typeof word === 'string'),
		sourceAttributes: [...new Set(mapping.attributes.flatMap(attributesOf))].sort(),
		targetAttributes: [...new Set(rows.map(({ target }) => target))].sort(),
		matching: matching.map(({ precedence, target, source }) => `${precedence}. ${target} = ${source}`),
		filters: (mapping.filter?.groups ?? []).map(({ name, clauses }) => {
			const words = clauses.map(({ attribute, operator, value }) =>
				[attribute, operator, value ?? ''].join(' ').trim()
			);
			return name ? `${name}: ${words.join(' and ')}` : words.join(' and ');
		}),
		mappings: rows
	};
}

function rowOf({ target, source, matchingPrecedence = 0, flowType }: AttributeMapping): InventoryMapping {
	return {
		target,
		type: source.type,
		source: sourceOf(source),
		precedence: matchingPrecedence,
		apply: applyWords[flowType ?? 'Always'] ?? flowType!
	};
}

function sourceOf(source: AttributeMapping['source']): string {
	if (source.type === 'Direct') return source.attribute;
	if (source.type === 'Constant') return `"${source.value}"`;
	return source.type === 'Expression' ? source.expression : '';
}

/** What a mapping reads; a text in an expression may have brackets too, but nothing of a pattern looks like a name. */
function attributesOf({ source }: AttributeMapping): string[] {
	if (source.type === 'Direct') return [source.attribute];
	if (source.type !== 'Expression') return [];
	return [...source.expression.matchAll(/\[([A-Za-z][\w.]*)\]/g)].map(([, name]) => name!);
}
