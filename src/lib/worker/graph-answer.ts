import type { GraphAnswer } from '#lib/views/graph';
import type { World } from '#lib/world';
import { drive, finishMillisecond } from './drive';
import type { OpenSession } from './open-session';
import type { Heard } from './protocol';

/** What comes back over the wire. */
export interface GraphTold {
	readonly status: number;
	readonly headers: { readonly [name: string]: string };
	readonly body?: string;
}

/** Not of Graph: the fact of the session that tells what became of a write, so that a page can explain it. */
export const factHeader = 'x-provlab-fact';

/** Graph's own words come with the first call, so that the engine starts without them. */
const loaded = () => import('#lib/views/graph');

/**
 * A call of Microsoft Graph. What reads is answered where the person stands. What writes is a command like any other, so
 * that it travels with the session and can be undone; a run on demand lets the seconds pass that it takes.
 */
export async function answerGraph(session: OpenSession, request: Heard<'graph'>): Promise<GraphTold> {
	const { graph, answerRefused, finished, demandHasEnded, longestRunMs } = await loaded();
	const { world, runner } = session;
	const answer = world.showing(runner.shown, () => graph(world, request));
	if (!answer.command) return told(answer);
	if (answer.awaitsRun && request.held !== undefined) return told(answerRefused(world, request.held));
	await finishMillisecond(world, runner.through);
	const done = world.do(answer.command);
	runner.shown = world.checkpoint().seq;
	if (!done.ok) return told(answerRefused(world, done.message));
	if (answer.awaitsRun) {
		await drive(world, { until: demandHasEnded, to: world.clock + longestRunMs }, runner.through, () => false);
		runner.shown = world.checkpoint().seq;
	}
	const after = finished(world, answer);
	const fact = answer.awaitsRun ? rowOfRun(world, done.seq) : done.seq;
	return told({ ...after, headers: { ...after.headers, [factHeader]: String(fact) } });
}

/** The row of a run on demand, or else the command. */
function rowOfRun(world: World, command: number): number {
	const cycle = [...world.tables.cycles.all()].findLast(({ kind }) => kind === 'demand')?.slot;
	const row = world.facts(command).find(({ kind, guards }) => kind === 'row' && guards >>> 2 === cycle);
	return row?.seq ?? command;
}

function told({ status, headers, body }: GraphAnswer): GraphTold {
	return { status, headers, ...(body !== undefined && { body }) };
}
