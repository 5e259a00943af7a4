import * as z from 'zod/mini';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { appName, appNamed, jobOf, type AppName } from '../names';
import { appKey, defineView } from '../view';
import type { Call } from './call';
import { callGroups } from './calls';

/** A call that can be sent as it stands. */
export interface ReadyCall {
	readonly group: string;
	readonly title: string;
	readonly method: Call['method'];
	/** With the ids of the chosen application; the version stands before it. */
	readonly path: string;
	/** What to begin with; empty: none. */
	readonly body: string;
}

export interface GraphConsole {
	/** The chosen application; null: there is none in this tenant. */
	readonly app: AppName | null;
	readonly hasJob: boolean;
	readonly apps: readonly AppName[];
	readonly calls: readonly ReadyCall[];
}

/** The calls of Microsoft Graph that are modelled, ready for one application: the first that has a job unless named. */
export const graphConsole = defineView(z.object({ app: z.optional(appKey) }), (world, asked): GraphConsole => {
	const all = [...world.tables.apps.all()];
	const app = asked.app === undefined ? (all.find((one) => jobOf(world, one)) ?? all[0]) : appNamed(world, asked.app);
	return {
		app: app ? appName(app) : null,
		hasJob: app !== undefined && jobOf(world, app) !== null,
		apps: all.map(appName),
		calls: app ? readyCalls(world, app) : []
	};
});

function readyCalls(world: World, app: AppRow): ReadyCall[] {
	const job = jobOf(world, app);
	const ids: { readonly [name: string]: string | undefined } = {
		sp: app.id,
		job: job?.id,
		id: job ? someConnection(world, job.slot) : undefined
	};
	return callGroups
		.flatMap(({ name, calls }) => calls.map((call) => ({ group: name, ...call })))
		.filter(({ path, only }) => (job === null ? !path.includes('{job}') : only === undefined || only(job)))
		.map(({ group, title, method, path, query, sample }) => ({
			group,
			title,
			method,
			path: `/v1.0${path.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole)}${query ? `?${query}` : ''}`,
			body: sample ? JSON.stringify(sample(world, app, job), null, 2) : ''
		}));
}

function someConnection({ tables }: World, job: number): string | undefined {
	const first = tables.linksByJob.get(job)[0];
	return first === undefined ? undefined : tables.links.get(first)!.sourceId;
}
