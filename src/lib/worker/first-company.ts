import { firstCompany } from '#lib/content/first/company';
import { story } from '#lib/content/start/story';
import { createWorld, type World } from '#lib/world/world';
import { whole } from './whole';

const minute = 60_000;

/** The world of a first visit: its commands are given, its first cycle has begun. */
export const firstWorld = () => lived(firstCompany);

/** The world behind the start page, where its story begins. */
export async function storyWorld(): Promise<World> {
	const world = await lived(story);
	const to = world.tables.tenant.get(0)!.start + story.from * minute;
	await whole(() => world.advance({ to }));
	return world;
}

/** Step by step: where a part is missing, only the step that needs it is done again. */
async function lived({ options, commands }: typeof firstCompany | typeof story): Promise<World> {
	const world = await whole(() => createWorld(options));
	const start = world.clock;
	for (const { minute: at, verb, args } of commands) {
		await whole(() => world.advance({ to: start + at * minute, before: true }));
		const named = 'who' in args ? { ...args, who: args.who.map((name) => groupNamed(world, name)) } : args;
		const done = await whole(() => world.do({ verb, args: named }));
		if (!done.ok) throw new Error(done.message);
	}
	return world;
}

function groupNamed(world: World, name: string): number {
	for (const { slot, attrs } of world.tables.groups.all()) if (attrs.displayName === name) return slot;
	throw new Error(`There is no group ${name}.`);
}
