import { story } from '#lib/content/start/story';
import type { World } from '#lib/world';
import type { Engine } from './engine';
import { storyWorld } from './first-company';
import { OpenSession } from './open-session';

/** The story of the start page stands at its beginning; `until` it has come to its end. */
export interface StoryOpened {
	readonly until: number;
}

/** Stands in a world that nobody keeps: the open session waits. */
export function present(engine: Engine, name: string, world: World): string {
	const id = engine.place.newId();
	engine.present(new OpenSession(id, name, world, null, 'A show is not stored.', engine.place.now));
	return id;
}

/** The story of the start page, which comes without what other shows need. */
export const presenting = {
	async openStory(engine: Engine): Promise<StoryOpened> {
		void import('#lib/views/story');
		const world = await storyWorld();
		present(engine, story.name, world);
		return { until: world.clock + story.minutes * 60_000 };
	},
	closeShow(engine: Engine) {
		engine.endShow();
	}
};
