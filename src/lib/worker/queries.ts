import type { World } from '#lib/world';

/** With steps it takes long in a large company, and is not answered at once. */
type Query = ((world: World, args: never) => unknown) & { readonly steps?: Query };
type Queries = Readonly<Record<string, Query>>;

/** Plain looks at the world's own tables; what a screen shows comes from the views. */
const own: Queries = {
	facts: (world, { from = 0, to = Infinity }: { from?: number; to?: number }) =>
		world.facts(from, Math.min(to, world.checkpoint().seq)).map((fact) => ({ ...fact, text: world.detailText(fact) })),
	fingerprint: (world) => world.fingerprint(),
	journal: (world) => world.journal(),
	row: (world, { table, slot }: { table: keyof World['tables']; slot: number }) => {
		const { rows } = world.tables[table] as { rows?: readonly unknown[] };
		return rows?.[slot] ?? null;
	}
};

/** What the unit of a fact read, computed, sent and received: it is run again. */
async function explaining(): Promise<Queries> {
	const { explain } = await import('#lib/world/explain');
	return { explain: (world, { seq }: { seq: number }) => explain(world, seq) };
}

/** The views come when they are asked for, a few at a time, so that the engine starts without them. */
async function viewsWith(name: string): Promise<Queries> {
	if (name === 'explain') return explaining();
	const { frameViews } = await import('#lib/views/frame');
	if (Object.hasOwn(frameViews, name)) return frameViews;
	const { storyViews } = await import('#lib/views/story');
	if (Object.hasOwn(storyViews, name)) return storyViews;
	const { listViews } = await import('#lib/views/lists');
	if (Object.hasOwn(listViews, name)) return listViews;
	return (await import('#lib/views')).views as unknown as Queries;
}

export async function runQuery(
	world: World,
	{ name, args }: { readonly name: string; readonly args?: unknown },
	shown: number,
	inTurns: (steps: Query) => unknown
): Promise<unknown> {
	const queries = Object.hasOwn(own, name) ? own : await viewsWith(name);
	if (!Object.hasOwn(queries, name)) throw new Error(`There is no query "${name}".`);
	const query = queries[name]!;
	// Here the arguments are read, also of one in steps.
	const answer = world.showing(shown, () => (query.steps ?? query)(world, (args ?? {}) as never));
	return query.steps ? inTurns(query.steps) : answer;
}
