import * as z from 'zod/mini';
import { mappingsSaved } from '#lib/engine/job/lifecycle';
import type { ObjectMapping } from '#lib/engine/job/records';
import { checkMappings, type AttributeMapping } from '#lib/engine/mapping';
import { attributeMappingSchema } from '../apps/mapping-schema';
import { shippedMappings } from '../apps/add';
import { templateOf } from '#lib/hr/templates';
import { takesNull } from '../inbound/add';
import { filterObjection, mappingObjection } from '../inbound/check';
import type { Simulation } from '../simulation';
import { appOf, define, jobOf, Refused } from './command';
import { saveConfig } from './jobs';
import { saveSchema } from './save-schema';

const app = z.string().check(z.maxLength(60));
const object = z._default(z.enum(['users', 'groups']), 'users');
const clause = z.object({
	attribute: z.string().check(z.minLength(1), z.maxLength(200)),
	operator: z.string().check(z.minLength(1), z.maxLength(60)),
	value: z.optional(z.string().check(z.maxLength(4000)))
});
const filter = z.nullable(
	z.object({
		groups: z
			.array(
				z.object({
					name: z.optional(z.string().check(z.maxLength(200))),
					clauses: z.array(clause).check(z.maxLength(100))
				})
			)
			.check(z.maxLength(100))
	})
);

/** F-029: what is edited is the normal set; the other two stay as a schema has brought them. */
function besideOthers(before: ObjectMapping['filter'], saving: ObjectMapping['filter']): ObjectMapping['filter'] {
	const { groups: _, ...others } = before ?? {};
	const isAlone = Object.values(others).every((set) => set.length === 0);
	return isAlone ? saving : { ...others, groups: [], ...saving };
}

/** Saves a changed object mapping: the next cycle is an initial one (C-381, C-382). */
function saved(
	sim: Simulation,
	appKey: string,
	which: 'users' | 'groups',
	change: (before: ObjectMapping) => ObjectMapping,
	cause: number
): void {
	saveConfig(sim, appKey, (before) => {
		const mapping = before[which];
		if (!mapping) throw new Refused(`${appOf(sim, appKey).name} does not support groups.`);
		return { ...before, [which]: change(mapping) };
	});
	mappingsSaved(sim.host, jobOf(sim, appKey), sim.writer, cause);
}

/** What is wrong with rows whatever the application is, as the editor says it: an expression that cannot be read. */
function unreadable(attributes: readonly AttributeMapping[]): string | null {
	return checkMappings(attributes).find(({ severity }) => severity === 'error')?.message ?? null;
}

function refuseIf(objection: string | null): void {
	if (objection !== null) throw new Refused(objection);
}

export const mappings = {
	...saveSchema,
	'job.saveMapping': define({
		schema: z.object({
			app,
			object,
			attributes: z.array(attributeMappingSchema).check(z.minLength(1), z.maxLength(300))
		}),
		describe: (sim, args) => `Save the attribute mappings of ${appOf(sim, args.app).name}`,
		apply(sim, { app, object, attributes }, cause) {
			const template = templateOf(appOf(sim, app).kind);
			const { secrets } = sim.host.config(jobOf(sim, app).config);
			refuseIf(template ? mappingObjection(sim.tables, template, attributes, secrets) : unreadable(attributes));
			saved(sim, app, object, (before) => ({ ...before, attributes }), cause);
		}
	}),
	'job.saveFilter': define({
		schema: z.object({ app, object, filter }),
		describe: (sim, args) =>
			args.filter
				? `Save a scoping filter of ${appOf(sim, args.app).name}`
				: `Clear the scoping filter of ${appOf(sim, args.app).name}`,
		apply(sim, { app, object, filter }, cause) {
			const saving = filter as ObjectMapping['filter'];
			refuseIf(filterObjection(saving));
			saved(sim, app, object, (before) => ({ ...before, filter: besideOthers(before.filter, saving) }), cause);
		}
	}),
	'job.setNullFlow': define({
		schema: z.object({
			app,
			sources: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(300))
		}),
		describe: (sim, { app, sources }) =>
			`Let empty values of ${sources.join(', ') || 'no attribute'} flow in ${appOf(sim, app).name}`,
		apply(sim, { app, sources }, cause) {
			// M-031.
			if (!takesNull(appOf(sim, app).kind))
				throw new Refused('Only jobs from human resources to a directory can clear values.');
			saved(sim, app, 'users', (before) => ({ ...before, nullFlowSources: sources }), cause);
		}
	}),
	'job.setActions': define({
		schema: z.object({ app, object, create: z.boolean(), update: z.boolean(), delete: z.boolean() }),
		describe: (sim, args) => `Change the target object actions of ${appOf(sim, args.app).name}`,
		apply: (sim, { app, object, create, update, delete: remove }, cause) =>
			saved(sim, app, object, (before) => ({ ...before, create, update, delete: remove }), cause)
	}),
	'job.setGroupMapping': define({
		schema: z.object({ app, enabled: z.boolean() }),
		describe: (sim, { app, enabled }) =>
			`${enabled ? 'Enable' : 'Disable'} the group mapping of ${appOf(sim, app).name}`,
		apply: (sim, { app, enabled }, cause) => saved(sim, app, 'groups', (before) => ({ ...before, enabled }), cause)
	}),
	'job.restoreDefaults': define({
		schema: z.object({ app }),
		describe: (sim, args) => `Restore default mappings of ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const defaults = shippedMappings(appOf(sim, args.app).kind, sim.host.tenantRow);
			saveConfig(sim, args.app, (before) => ({ ...before, ...defaults, imported: null }));
			mappingsSaved(sim.host, jobOf(sim, args.app), sim.writer, cause);
		}
	})
};
