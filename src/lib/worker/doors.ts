import type { Door, World } from '#lib/world';

/** Real requests through MSW, in this worker: what people watch. It comes with the first of them. */
export function mswDoor(world: World): Door {
	let door: Door | null = null;
	return async (request) => {
		door ??= (await import('./msw')).doorOf(world);
		return door(request);
	};
}
