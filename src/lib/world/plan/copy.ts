import { copyUpTo } from '../what-if';
import type { World } from '../world';

/** The same session in a world of its own, up to where this one stands: whole cycles can be tried in it. */
export function copyOf(world: World): World {
	return copyUpTo(world, world.sim.ledger.here);
}
