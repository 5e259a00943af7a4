import type { PeopleMade, PeopleReview, PeopleTaken } from '#lib/session/people/review';
import type { PeopleFailure } from '#lib/session/people/import-users';
import type { Engine } from './engine';
import type { Heard } from './protocol';

export interface PeopleProgress extends PeopleMade {
	readonly run: number;
}

const loaded = () => import('./people-turns');

/** Lists of people are read here and not in the page, which goes on meanwhile. */
export const peopling = {
	async readPeople(engine: Engine, ask: Heard<'readPeople'>): Promise<PeopleReview | PeopleFailure> {
		return (await loaded()).read(engine, ask);
	},
	/** The loop waits for it, so that nobody sees half of a list. */
	async takePeople(engine: Engine, ask: Heard<'takePeople'>): Promise<PeopleTaken | null> {
		engine.runs.add(ask.run);
		return (await loaded()).takeInTurns(engine, ask);
	}
};
