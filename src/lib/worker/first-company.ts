import { firstCompany } from '#lib/content/first/company';
import { createWorld, type World } from '#lib/world/world';

const minute = 60_000;

/** The world of a first visit: its commands are given, its first cycle has begun. */
export function firstWorld(): World {
	const world = createWorld(firstCompany.options);
	const start = world.clock;
	for (const { minute: at, verb, args } of firstCompany.commands) {
		world.advance({ to: start + at * minute, before: true });
		const done = world.do({
			verb,
			args: 'who' in args ? { ...args, who: args.who.map((name) => groupNamed(world, name)) } : args
		});
		if (!done.ok) throw new Error(done.message);
	}
	return world;
}

function groupNamed(world: World, name: string): number {
	for (const { slot, attrs } of world.tables.groups.all()) if (attrs.displayName === name) return slot;
	throw new Error(`There is no group ${name}.`);
}
