// What runs worlds of its own asks them at once, so all parts are there.
import '#lib/world/whole';
import * as z from 'zod/mini';
import { rehearsalQuestion, rehearsing } from '#lib/views/rollback/rehearse';
import type { Engine } from './engine';
import type { Heard } from './protocol';
import type { RehearsalTold } from './rehearsing';
import { cancelled, inTurns, openedWorld } from './turns';

export async function rehearseInTurns(
	engine: Engine,
	{ run, question }: Heard<'runRehearsal'>
): Promise<RehearsalTold> {
	const { place, runs } = engine;
	try {
		if (!runs.has(run)) return null;
		const work = rehearsing(openedWorld(engine), z.parse(rehearsalQuestion, question));
		const told = await inTurns(engine, run, work, (looked) => place.post({ push: 'rehearsal', run, ...looked }));
		return told === cancelled ? null : told;
	} finally {
		runs.delete(run);
	}
}
