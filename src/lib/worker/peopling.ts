import type { PeopleReview, PeopleTaken } from '#lib/session/people/review';
import type { PeopleFailure } from '#lib/session/people/import-users';
import { finishMillisecond } from './drive';
import type { Engine } from './engine';
import type { OpenSession } from './open-session';
import type { Heard } from './protocol';

const loaded = () => import('#lib/session/people/review');

function opened({ session }: Engine): OpenSession {
	if (!session) throw new Error('No session is open.');
	return session;
}

/** Lists of people are read here and not in the page, which goes on meanwhile. */
export const peopling = {
	async readPeople(engine: Engine, { text, name }: Heard<'readPeople'>): Promise<PeopleReview | PeopleFailure> {
		const { reviewPeople } = await loaded();
		return reviewPeople(opened(engine).world, text, name);
	},
	async takePeople(engine: Engine, { text, name, groups, app }: Heard<'takePeople'>): Promise<PeopleTaken> {
		const { takePeople } = await loaded();
		const { world, runner } = opened(engine);
		await finishMillisecond(world, runner.through);
		const taken = takePeople(world, text, name, { groups, app });
		runner.shown = world.checkpoint().seq;
		return taken;
	}
};
