import { copying } from '../what-if/copy';
import type { World } from '../world';
import type { Turns } from './running';

/** The same session in a world of its own, up to where this one stands: whole cycles can be tried in it. */
export function copyOf(world: World): Turns<World> {
	return copying(world, world.sim.ledger.here, undefined);
}
