import type { Engine } from './engine';

/** Where sessions are kept, or why they are not. */
export function storeOf({ place }: Engine) {
	if (typeof place.store === 'string') throw new Error(place.store);
	return place.store;
}
