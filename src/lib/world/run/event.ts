import type { ScimRequest, ScimResponse } from '#lib/scim/types';

/** One event, as a generator that yields the requests it needs answered. The order at one instant is part of the rules (SC-01). */
export type Event = Generator<ScimRequest, void, ScimResponse>;

// eslint-disable-next-line require-yield -- an event that asks nobody
export function* once(act: () => void): Event {
	act();
}
