import * as z from 'zod/mini';
import { isAssumed } from '#lib/engine/assumed';
import { exportSchema, importSchema, linesOf, pathText, placesIn } from '#lib/world/schema-json';
import { appName, appNamed, jobOf, type AppName } from '../names';
import { appKey, defineView } from '../view';
import { complaints, fitting, misfits, rowPath, tooLong, type Without } from './schema-fit';
import { schemaOfJob } from './schema-of-job';
import { changesOf, type SchemaChange } from './schema-changes';

/** "Review your schema": the document that a download is, and the editor shows. */
export interface SchemaDocument {
	readonly app: AppName;
	/** null: there is no job, so there is no schema. */
	readonly text: string | null;
	/** It came from a file, and what is not simulated is kept in it. */
	readonly isImported: boolean;
}

export const schemaDocument = defineView(z.object({ app: appKey }), (world, { app: key }): SchemaDocument => {
	const app = appNamed(world, key);
	const job = jobOf(world, app);
	const isImported = job !== null && Boolean(world.sim.host.config(job.config).imported);
	return { app: appName(app), text: job && exportSchema(schemaOfJob(world, key)), isImported };
});

/** Something about a place of the text. */
export interface SchemaRemark {
	readonly severity: 'error' | 'warning' | 'kept';
	readonly message: string;
	readonly rule: string;
	/** The documentation does not say so: it is our own check. */
	readonly simulated: boolean;
	readonly path: string;
	readonly start: number;
	readonly end: number;
	readonly line: number;
	readonly column: number;
}

export interface SchemaReview {
	/** Parts that act. */
	readonly acts: number;
	readonly remarks: readonly SchemaRemark[];
	readonly errors: number;
	/** What would be different from the saved configuration. */
	readonly changes: readonly SchemaChange[];
	readonly without: Without;
}

/** A longer list helps nobody; errors come first. */
const mostRemarks = 1000;

/** A document that somebody wrote or brought: what is wrong with it, what is only kept, and what it would change. */
export const schemaReview = defineView(
	// How long a document may be is said by whoever reads it, as of everything else that is wrong with it.
	z.object({ app: appKey, text: z.string() }),
	(world, { app: key, text }): SchemaReview => {
		const app = appNamed(world, key);
		const imported = importSchema(text);
		const nothing: Without = { users: [], groups: [] };
		if ('error' in imported) {
			const { message, path, at, line, column } = imported.error;
			const place = path === '$' ? { at, end: at + 1 } : placesIn(text)(path);
			const remark = {
				severity: 'error',
				message,
				rule: 'J-022',
				simulated: false,
				path,
				start: place.at,
				end: place.end
			} as const;
			const where = path === '$' ? { line, column } : linesOf(text)(place.at);
			return { acts: 0, remarks: [{ ...remark, ...where }], errors: 1, changes: [], without: nothing };
		}
		const without = misfits(world, app, imported.mappings);
		const place = placesIn(text);
		const lineOf = linesOf(text);
		const remarks: SchemaRemark[] = [];
		const tell = (severity: SchemaRemark['severity'], path: string, rule: string, message: string) => {
			const { at: start, end } = place(path);
			remarks.push({ severity, message, rule, simulated: isAssumed(rule), path, start, end, ...lineOf(start) });
		};
		for (const { severity, path, rule, message } of imported.report.problems) tell(severity, path, rule, message);
		for (const { path, rule, message } of imported.report.notModelled) tell('kept', path, rule, message);
		for (const { path, message } of tooLong(imported, without)) tell('error', path, 'J-022', message);
		const mappings = { users: fitting(imported, 'users', without), groups: fitting(imported, 'groups', without) };
		for (const kind of ['users', 'groups'] as const) {
			const at = (target: string) => rowPath(imported, kind, target);
			for (const target of without[kind])
				tell('kept', at(target), 'M-070', `${app.name} has no ${target} here: the row is kept but has no effect`);
			const mapping = mappings[kind];
			if (!mapping?.enabled) continue;
			if (mapping.attributes.length === 0 && without[kind].length > 0) {
				const message = `${app.name} has none of these target attributes here: no ${kind} would be provisioned`;
				tell('error', pathText(imported.kept.places[kind]!), 'M-050', message);
			}
			const known = new Set(imported.report.problems.map(({ path, rule }) => `${rule} ${path}`));
			for (const { severity, target, rule, message } of complaints(world, app, kind, mapping.attributes))
				if (!known.has(`${rule} ${at(target)}`)) tell(severity, at(target), rule, message);
		}
		const job = jobOf(world, app);
		const config = job && world.sim.host.config(job.config);
		const severities = { error: 0, warning: 1, kept: 2 };
		remarks.sort((one, two) => severities[one.severity] - severities[two.severity] || one.start - two.start);
		return {
			acts: imported.report.modelled.length - without.users.length - without.groups.length,
			remarks: remarks.slice(0, mostRemarks),
			errors: remarks.filter(({ severity }) => severity === 'error').length,
			changes: config && (mappings.users ?? mappings.groups) ? changesOf(config, mappings) : [],
			without
		};
	}
);
