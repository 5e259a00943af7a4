import type { Json } from '#lib/engine/base';
import type { World } from '#lib/world';
import { answerRefused, demandHasEnded, finished, graph, longestRunMs, type GraphAnswer } from './index';

export interface Told {
	readonly status: number;
	readonly headers: GraphAnswer['headers'];
	/** undefined: no body. */
	readonly body: never;
}

/** Sends a request as the worker does it, with the direct door. */
export function send(world: World, method: string, path: string, body?: Json | string): Told {
	const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
	const answer = graph(world, { method, path, ...(text !== undefined && { body: text }) });
	return told(perform(world, answer));
}

function perform(world: World, answer: GraphAnswer): GraphAnswer {
	if (!answer.command) return answer;
	const done = world.do(answer.command);
	if (!done.ok) return answerRefused(world, done.message);
	if (answer.awaitsRun) world.advance({ until: demandHasEnded, to: world.clock + longestRunMs });
	return finished(world, answer);
}

function told({ status, headers, body }: GraphAnswer): Told {
	return { status, headers, body: (body === undefined ? undefined : JSON.parse(body)) as never };
}

/** The paths of an application's service principal and of its job. */
export function pathsOf(world: World, key: string) {
	const { tables } = world;
	const app = tables.apps.get(tables.appsByKey.first(key)!)!;
	const slot = tables.jobsByApp.first(app.slot);
	const sync = `/v1.0/servicePrincipals/${app.id}/synchronization`;
	const id = slot === undefined ? 'none' : tables.jobs.get(slot)!.id;
	return { app, sync, job: `${sync}/jobs/${id}`, id };
}
