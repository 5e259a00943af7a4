import type { World } from '#lib/world';
import { explain } from '#lib/world';
import { views } from '#lib/views';

type Query = (world: World, args: never, shown: number) => unknown;

/** Everything that a page can ask by name: the views, and a few plain looks at the world's own tables. */
const own: Record<string, Query> = {
	facts: (world, { from = 0, to }: { from?: number; to?: number }, shown) =>
		world.facts(from, Math.min(to ?? shown, shown)).map((fact) => ({ ...fact, text: world.detailText(fact) })),
	/** What the unit of a fact read, computed, sent and received: it is run again. */
	explain: (world, { seq }: { seq: number }) => explain(world, seq),
	fingerprint: (world) => world.fingerprint(),
	journal: (world) => world.journal(),
	row: (world, { table, slot }: { table: keyof World['tables']; slot: number }) => {
		const found = world.tables[table];
		return found && 'rows' in found ? (found.rows[slot] ?? null) : null;
	},
	appKeys: (world) => [...world.tables.apps.all()].map(({ key, name, slot }) => ({ key, name, slot }))
};

const all: Record<string, Query> = { ...own, ...(views as Record<string, unknown> as Record<string, Query>) };

export function runQuery(world: World, name: string, args: unknown, shown: number): unknown {
	if (!Object.hasOwn(all, name)) throw new Error(`There is no query "${name}".`);
	return all[name]!(world, (args ?? {}) as never, shown);
}
