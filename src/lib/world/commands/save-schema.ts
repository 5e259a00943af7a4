import * as z from 'zod/mini';
import { mappingsSaved } from '#lib/engine/job/lifecycle';
import type { ObjectMapping } from '#lib/engine/job/records';
import { templateOf } from '#lib/hr/templates';
import { attributeMappingSchema } from '../apps/mapping-schema';
import { filterObjection, mappingObjection } from '../inbound/check';
import { type ImportedSchema, importSchema, MOST, noMapping, type ObjectKind } from '../schema-json';
import { appOf, define, jobOf, Refused } from './command';
import { saveConfig } from './jobs';

const targets = z._default(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(2000)), []);
const rows = z.array(attributeMappingSchema).check(z.maxLength(300));

export const saveSchema = {
	/** J-018: the whole schema takes the place of the one before; what is not simulated is kept for the next export. */
	'job.saveSchema': define({
		schema: z.object({
			app: z.string().check(z.maxLength(60)),
			schema: z.string().check(z.minLength(2), z.maxLength(MOST)),
			/** Targets whose rows are kept in the document and take no part: the application here does not have them. */
			without: z._default(z.object({ users: targets, groups: targets }), { users: [], groups: [] })
		}),
		describe: (sim, args) => `Save the schema of ${appOf(sim, args.app).name}`,
		apply(sim, { app, schema, without }, cause) {
			const imported = usable(importSchema(schema));
			const { kind } = appOf(sim, app);
			const of = (which: ObjectKind) => readyMapping(imported.mappings[which], without[which]);
			const users = of('users');
			const template = templateOf(kind);
			if (template) {
				const { secrets } = sim.host.config(jobOf(sim, app).config);
				refuseIf(mappingObjection(sim.tables, template, users.attributes, secrets));
				refuseIf(filterObjection(users.filter));
			}
			const saysNullFlow = imported.kept.sources !== null;
			saveConfig(sim, app, (before) => ({
				...before,
				users: replaced(before.users, users, saysNullFlow),
				groups: before.groups && { ...before.groups, ...of('groups') },
				imported: { text: schema, without }
			}));
			// J-020: a cycle that runs goes on with what it began with.
			mappingsSaved(sim.host, jobOf(sim, app), sim.writer, cause);
		}
	})
};

/**
 * M-030: the attributes' half of null flow is the schema's to say where it lists them. It has no member for the mapping's
 * half, so that stays as it is.
 */
function replaced(before: ObjectMapping, users: ObjectMapping, saysNullFlow: boolean): ObjectMapping {
	const { nullFlowSources: _, ...others } = before;
	const flows = before.attributes.flatMap(({ target, flowNullValues }) => (flowNullValues ? target : []));
	const attributes = users.attributes.map((row) =>
		flows.includes(row.target) ? { ...row, flowNullValues: true } : row
	);
	return { ...(saysNullFlow ? others : before), ...users, attributes };
}

function usable(imported: ReturnType<typeof importSchema>): ImportedSchema {
	if ('error' in imported) {
		const { message, line, column } = imported.error;
		throw new Refused(`Line ${line}, column ${column}: ${message}`);
	}
	const errors = imported.report.problems.filter(({ severity }) => severity === 'error');
	const [first] = errors;
	if (first) {
		const more = errors.length > 1 ? ` There are ${errors.length - 1} more errors.` : '';
		throw new Refused(`${first.path}: ${first.message}.${more}`);
	}
	return imported;
}

function readyMapping(mapping: ObjectMapping | null, without: readonly string[]): ObjectMapping {
	if (!mapping) return noMapping;
	const attributes = mapping.attributes.filter(({ target }) => !without.includes(target));
	const read = rows.safeParse(attributes);
	const [issue] = read.error?.issues ?? [];
	if (issue) {
		const row = attributes[Number(issue.path[0])];
		throw new Refused(`${row ? `The row of ${row.target}` : 'The attribute mappings'}: ${issue.message}.`);
	}
	return { ...mapping, attributes };
}

function refuseIf(objection: string | null): void {
	if (objection !== null) throw new Refused(objection);
}
