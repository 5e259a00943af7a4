import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Advance, Door, World } from '#lib/world';

/** An application did not answer at all: no answer of the protocol, a failure of the door itself. */
export class DoorFailed extends Error {}

/**
 * Runs the world through a door until `pause` says so at a boundary, or until there is nothing more to run: then true.
 * It awaits nothing but the door's promises; whoever calls it lets messages in between.
 */
export async function drive(world: World, how: Advance, door: Door, pause: () => boolean): Promise<boolean> {
	const run = world.play(how);
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
		const answer = answered(world, step.value, door);
		step = run.next(answer instanceof Promise ? await answer : answer);
	}
	return true;
}

function answered(world: World, request: ScimRequest, door: Door): ScimResponse | Promise<ScimResponse> {
	try {
		const answer = door(request);
		return answer instanceof Promise ? answer.catch((error) => failed(world, error)) : answer;
	} catch (error) {
		return failed(world, error);
	}
}

/** The run stops at its last boundary: what the unit told and wrote since then is forgotten. */
function failed(world: World, error: unknown): never {
	const { ledger } = world.sim;
	const { op, seq, at } = ledger.now;
	ledger.tape.seek(op);
	ledger.tape.cut();
	ledger.facts.n = seq;
	ledger.clock = at;
	throw new DoorFailed(error instanceof Error ? error.message : String(error));
}

/** Before a command: no event of the present millisecond may be left, or its place in the journal would not be settled. */
export async function finishMillisecond(world: World, door: Door): Promise<void> {
	const { ledger } = world.sim;
	if (!world.live || ledger.now.eventAt !== ledger.clock) return;
	await drive(world, { to: ledger.clock }, door, () => false);
}
