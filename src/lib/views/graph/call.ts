import type { Json } from '#lib/engine/base';
import type { JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { GraphError, type GraphAnswer } from './answer';

/** A request that was recognised: its call, and what its path names. */
export interface Asked {
	readonly world: World;
	readonly version: string;
	readonly base: string;
	readonly params: { readonly [name: string]: string };
	readonly query: ReadonlyMap<string, string>;
	/** undefined: the request has no body. */
	readonly body: Json | undefined;
}

/** One call of the surface. */
export interface Call {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** `/servicePrincipals/{sp}/synchronization/jobs/{job}` */
	readonly path: string;
	/** What it is for, in a few words. */
	readonly title: string;
	/** A body to begin with. */
	readonly sample?: (world: World, app: AppRow, job: JobRow | null) => Json;
	/** The jobs that have it; absent: every job. */
	readonly only?: (job: JobRow) => boolean;
	/** A query to begin with. */
	readonly query?: string;
	/** The options that its query may have; absent: none. */
	readonly options?: readonly string[];
	run(asked: Asked): GraphAnswer;
}

export function principalOf({ world, params }: Asked): AppRow {
	for (const app of world.tables.apps.all()) if (app.id === params.sp) return app;
	throw new GraphError(404, 'Request_ResourceNotFound', `Resource '${params.sp}' does not exist.`);
}

/** C-021: a job belongs to exactly one service principal. */
export function jobOfPath(asked: Asked): { app: AppRow; job: JobRow } {
	const app = principalOf(asked);
	const { jobs, jobsByApp } = asked.world.tables;
	for (const slot of jobsByApp.get(app.slot)) {
		const job = jobs.get(slot)!;
		if (job.id === asked.params.job) return { app, job };
	}
	throw new GraphError(
		404,
		'NotFound',
		`The synchronization job '${asked.params.job}' was not found for service principal '${app.id}'.`
	);
}

export function bodyObject({ body }: Asked): { readonly [name: string]: Json } {
	if (body === undefined) return {};
	if (body === null || typeof body !== 'object' || Array.isArray(body))
		throw new GraphError(400, 'BadRequest', 'The body has to be a JSON object.');
	return body as { readonly [name: string]: Json };
}

/** A list of `{ key, value }`, as secrets and credentials are sent. */
export function pairsOf(list: Json | undefined, name: string): { key: string; value: string }[] {
	if (!Array.isArray(list))
		throw new GraphError(
			400,
			'RequestMissingRequiredParameter',
			`The body has to have ${name}: a list of key and value.`
		);
	return (list as readonly Json[]).map((pair) => {
		const { key, value } = (pair ?? {}) as { readonly [name: string]: Json };
		if (typeof key !== 'string' || typeof value !== 'string')
			throw new GraphError(400, 'BadRequest', `Each entry of ${name} needs a key and a value, both of them text.`);
		return { key, value };
	});
}
