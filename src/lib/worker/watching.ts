import type { Engine } from './engine';
import { FactFeed } from './fact-feed';
import type { Heard } from './protocol';
import { openedWorld } from './turns';

/** Facts for whoever follows them as they are told. */
export const watching = {
	watchFacts(engine: Engine, { from }: Heard<'watchFacts'>) {
		const world = openedWorld(engine);
		engine.session!.feed = from === null ? null : new FactFeed(world, from);
	}
};
