import { createWorld, type World, type WorldOptions } from '#lib/world';

export const start = Date.UTC(2026, 2, 2, 8);

/** A moment of the first day: "08:20". */
export function at(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return Date.UTC(2026, 2, 2, hours, minutes);
}

export function must(world: World, verb: Parameters<World['do']>[0]['verb'], args: Record<string, unknown>): number {
	const done = world.do({ verb, args: args as never });
	if (!done.ok) throw new Error(done.message);
	return done.seq;
}

/** The company of 25 with its own application: Ada (2), Ben (7) and the future hire (24) assigned, the initial cycle at 08:20. */
export function running(options: WorldOptions = {}): World {
	const world = createWorld({ apps: ['byoa'], ...options });
	world.advance({ to: at('08:12') });
	must(world, 'assign', { app: 'byoa', kind: 'user', who: [2, 7, 24] });
	world.advance({ to: at('08:20'), before: true });
	must(world, 'job.start', { app: 'byoa' });
	world.advance({ to: at('08:22') });
	return world;
}

/** The same after an incremental cycle at 09:00: 7 was changed, 2 unassigned. */
export function changed(): World {
	const world = running();
	must(world, 'user.edit', { user: 7, attribute: 'department', value: 'Harbour' });
	must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2] });
	world.advance({ to: at('09:01') });
	return world;
}
