import * as z from 'zod/mini';
import { definitionOf } from '#lib/apps';
import { checkMappings, type AttributeMapping, type MappingComplaint } from '#lib/engine/mapping';
import { scopeOperators } from '#lib/engine/scoping';
import { templateOf } from '#lib/hr/templates';
import { attributeMappingSchema } from '#lib/world/apps/mapping-schema';
import { takesNull } from '#lib/world/inbound/add';
import { sourceNames, type AttributeName } from '../expressions/attributes';
import { Records } from '../expressions/records';
import { targetsFor, type TargetLine } from '../expressions/targets';
import { appName, appNamed, jobOf, sourceSystemName, targetSystemName, type AppName } from '../names';
import { appKey, defineView } from '../view';

export const objectKind = z._default(z.enum(['users', 'groups']), 'users');

/** What the mapping editor and the scoping editor offer to choose from. */
export interface MappingChoices {
	readonly app: AppName;
	readonly source: string;
	readonly target: string;
	readonly sources: readonly AttributeName[];
	readonly targets: readonly TargetLine[];
	/** Attributes that may be chosen for matching; null: any. */
	readonly matching: readonly string[] | null;
	/** M-030: source attributes whose empty values may flow; null: the job cannot clear values. */
	readonly nullFlow: readonly string[] | null;
	readonly operators: readonly { readonly name: string; readonly needsValue: boolean; readonly rule: string }[];
}

export const mappingChoices = defineView(
	z.object({ app: appKey, object: objectKind }),
	(world, asked): MappingChoices => {
		const app = appNamed(world, asked.app);
		const job = jobOf(world, app);
		const clears = asked.object === 'users' && takesNull(app.kind);
		const saved = job && world.sim.host.config(job.config).users.nullFlowSources;
		return {
			app: appName(app),
			source: sourceSystemName(world, app),
			target: targetSystemName(app),
			sources: sourceNames(new Records(world, asked.app, asked.object)),
			targets: targetsFor(world, app, asked.object),
			matching: templateOf(app.kind) ? null : (definitionOf(app.kind).matching ?? null),
			nullFlow: clears ? (saved ?? []) : null,
			operators: scopeOperators.map(({ name, needsValue, rule }) => ({ name, needsValue, rule }))
		};
	}
);

const checkArgs = z.object({
	app: appKey,
	object: objectKind,
	attributes: z.array(attributeMappingSchema).check(z.maxLength(300))
});

/** Everything that saving these mappings would refuse or warn about. */
export const mappingCheck = defineView(checkArgs, (world, asked): readonly MappingComplaint[] => {
	const app = appNamed(world, asked.app);
	const job = jobOf(world, app);
	const config = job && world.sim.host.config(job.config);
	const sources = sourceNames(new Records(world, asked.app, asked.object));
	return checkMappings(asked.attributes as readonly AttributeMapping[], {
		target: Object.fromEntries(targetsFor(world, app, asked.object).map((line) => [line.name, line])),
		source: Object.fromEntries(sources.map(({ name, multivalued }) => [name, { multivalued }])),
		sourceNames: sources.map(({ name }) => name),
		syncAll: config?.scopeMode === 'all',
		inboundToEntra: templateOf(app.kind)?.target === 'entra'
	});
});
