import { Missing } from '#lib/parts/part';
import type { ScimResponse } from '#lib/scim/types';
import type { Advance, Door, World } from '#lib/world';

/** An application did not answer at all: no answer of the protocol, a failure of the door itself. */
export class DoorFailed extends Error {}

/**
 * Runs the world through a door until `pause` says so at a boundary, or until there is nothing more to run: then true.
 * It awaits nothing but the door's promises; whoever calls it lets messages in between.
 */
export async function drive(world: World, how: Advance, door: Door, pause: () => boolean): Promise<boolean> {
	const run = world.play(how, door === world.direct ? guarded(world.direct) : undefined);
	let step = run.next();
	while (!step.done) {
		if (step.value === 'boundary') {
			if (pause()) {
				run.return();
				return false;
			}
			step = run.next();
			continue;
		}
		let answer: ScimResponse;
		try {
			const given = door(step.value);
			answer = given instanceof Promise ? await given : given;
		} catch (error) {
			step = run.throw(failure(error));
			continue;
		}
		step = run.next(answer);
	}
	return true;
}

/** Who answers at once fails as a door does. */
const guarded =
	(direct: World['direct']): World['direct'] =>
	(request) => {
		try {
			return direct(request);
		} catch (error) {
			throw failure(error);
		}
	};

/** The event breaks off and is forgotten: the run stands at its last boundary. */
function failure(error: unknown): unknown {
	return error instanceof Missing ? error : new DoorFailed(error instanceof Error ? error.message : String(error));
}

/** Before a command: no event of the present millisecond may be left, or its place in the journal would not be settled. */
export async function finishMillisecond(world: World, door: Door): Promise<void> {
	const { now, clock } = world.sim.ledger;
	if (!world.live || now.eventAt !== clock) return;
	world.branches.follow();
	await drive(world, { to: clock }, door, () => false);
}
