import type { PeopleFailure } from '#lib/session/people/import-users';
import { reviewPeople, takingPeople, type PeopleReview, type PeopleTaken } from '#lib/session/people/review';
import { finishMillisecond } from './drive';
import type { Engine } from './engine';
import type { Heard } from './protocol';
import { cancelled, inTurns, openedWorld } from './turns';

export function read(engine: Engine, { text, name }: Heard<'readPeople'>): PeopleReview | PeopleFailure {
	return reviewPeople(openedWorld(engine), text, name);
}

/** Makes users of a list turn by turn; null: it was cancelled, and none of them is there. */
export async function takeInTurns(engine: Engine, ask: Heard<'takePeople'>): Promise<PeopleTaken | null> {
	const { session, place, runs } = engine;
	const { run, text, name, groups, app } = ask;
	try {
		if (!session) throw new Error('No session is open.');
		const { world, runner } = session;
		await finishMillisecond(world, runner.through);
		if (!runs.has(run)) return null;
		const work = takingPeople(world, text, name, { groups, app });
		const taken = await inTurns(engine, run, work, (made) => place.post({ push: 'people', run, ...made }));
		runner.shown = world.checkpoint().seq;
		return taken === cancelled ? null : taken;
	} finally {
		runs.delete(run);
	}
}
