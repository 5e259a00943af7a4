import type { PeopleMade, PeopleReview, PeopleTaken } from '#lib/session/people/review';
import type { PeopleFailure } from '#lib/session/people/import-users';
import type { Engine } from './engine';
import type { Heard } from './protocol';
import { openedWorld } from './turns';

export interface PeopleProgress extends PeopleMade {
	readonly run: number;
}

/** Lists of people are read here and not in the page, which goes on meanwhile. */
export const peopling = {
	async readPeople(engine: Engine, { text, name }: Heard<'readPeople'>): Promise<PeopleReview | PeopleFailure> {
		const { reviewPeople } = await import('#lib/session/people/review');
		return reviewPeople(openedWorld(engine), text, name);
	},
	/** The loop waits for it, so that nobody sees half of a list. */
	async takePeople(engine: Engine, ask: Heard<'takePeople'>): Promise<PeopleTaken | null> {
		engine.runs.add(ask.run);
		const { takeInTurns } = await import('./people-turns');
		return takeInTurns(engine, ask);
	}
};
