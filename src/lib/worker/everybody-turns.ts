// Between two turns nothing can be asked again, so all parts are there.
import '#lib/world/whole';
import * as z from 'zod/mini';
import { evaluating, question } from '#lib/views/expressions/everybody';
import type { Engine } from './engine';
import type { Heard } from './protocol';
import { cancelled, inTurns, openedWorld } from './turns';

/** False: it was cancelled, or the world moved on meanwhile. */
export async function evaluateInTurns(engine: Engine, ask: Heard<'runEverybody'>): Promise<boolean> {
	const { run } = ask;
	const { place, runs } = engine;
	try {
		if (!runs.has(run)) return false;
		const work = evaluating(openedWorld(engine), z.parse(question, ask.question));
		const rows = await inTurns(engine, run, work, (far) => place.post({ push: 'everybody', run, ...far }));
		return rows !== cancelled && rows !== null;
	} finally {
		runs.delete(run);
	}
}
