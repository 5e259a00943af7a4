import type { ScimRequest } from '#lib/scim/types';
import type { World } from '#lib/world';

/** Gives a command that has to be taken. */
export function must(world: World, verb: Parameters<World['do']>[0]['verb'], args: object): void {
	const done = world.do({ verb, args: args as never });
	if (!done.ok) throw new Error(done.message);
}

/** Every request until the next cycle has ended. */
export function requestsOfCycle(world: World): ScimRequest[] {
	const requests: ScimRequest[] = [];
	const play = world.play({ cycles: 1 });
	for (let step = play.next(); !step.done;) {
		if (step.value === 'boundary') step = play.next();
		else {
			requests.push(step.value);
			step = play.next(world.sim.apps.answer(step.value));
		}
	}
	return requests;
}
