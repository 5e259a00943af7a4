import type { World } from '#lib/world';
import { failure, GraphError, type GraphAnswer } from './answer';

/** The command was refused: nothing was written. */
export function answerRefused(world: World, message: string): GraphAnswer {
	return failure(world, new GraphError(409, 'Conflict', message));
}

/** Reads what only the world after the command can say. */
export function finished(world: World, answer: GraphAnswer): GraphAnswer {
	try {
		return answer.finish?.(world) ?? answer;
	} catch (error) {
		if (error instanceof GraphError) return failure(world, error);
		throw error;
	}
}

/** No run on demand is under way: what was asked for is done (C-392). */
export function demandHasEnded({ tables }: World): boolean {
	return tables.runningCycles.get(0).every((slot) => tables.cycles.get(slot)!.kind !== 'demand');
}

/** How long a run may take until the caller is told that nobody answered. */
export const longestRunMs = 120_000;
