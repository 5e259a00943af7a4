import type { Engine, later } from './engine';
import type { Heard, Kind } from './protocol';

type Numbered = { [K in Kind]: Heard<K> extends { readonly run: number } ? K : never }[Kind];

/** What is answered late and can be given up: it counts as begun at once, for it may be cancelled before its code is here. */
export const long =
	<K extends Numbered>(go: (engine: Engine, ask: Heard<K>) => Promise<unknown>) =>
	(engine: Engine, ask: Heard<K>, late: (late: Promise<unknown>) => typeof later) => {
		engine.runs.add((ask as { readonly run: number }).run);
		return late(go(engine, ask));
	};
