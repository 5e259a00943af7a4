import type { ScimRequest, ScimResponse } from '#lib/scim/types';

/** Whoever answers at once. */
export type Direct = (request: ScimRequest) => ScimResponse;

/**
 * One event. Most are over at once; others are generators that yield the requests they need answered. The order at one
 * instant is part of the rules (SC-01).
 */
export type Event = Generator<ScimRequest, void, ScimResponse | undefined> | void;

/** Lets an event happen, where somebody answers at once. */
export function happen(run: (direct: Direct) => Event, direct: Direct): void {
	const event = run(direct);
	for (let step = event?.next(); step && !step.done;) step = event!.next(direct(step.value));
}
