import { tableNames } from '#lib/engine/base';
import type { World } from '#lib/world';
import { kindOf } from '#lib/world/core/facts';
import { historyOf, isNamed } from '../folds/history';
import { stageFactsOf } from '../folds/stage';
import type { MapFlight } from '../map/types';
import { MARK_NAMES, OUTCOMES } from '../timeline/types';
import { targetEdge } from './wiring';

export interface Flights {
	readonly flights: readonly MapFlight[];
	/** Rows of the last virtual minute on each edge, for the pill with the rate. */
	readonly rates: { readonly [edge: string]: number };
}

const rowKind = kindOf('row');

/** The latest rows, each where it would be on its way to its target. */
export function inFlight(world: World, span: number, most: number): Flights {
	const facts = stageFactsOf(world.sim);
	const history = historyOf(world.sim);
	const columns = world.sim.ledger.facts;
	const flights: MapFlight[] = [];
	const rates: Record<string, number> = {};
	const since = world.clock - Math.max(span, 60_000);
	for (let at = facts.before(world.checkpoint().seq) - 1; at >= 0 && facts.at[at]! > since; at--) {
		const seq = facts.seq[at]!;
		if (columns.kind[seq] !== rowKind) continue;
		const app = history.app(history.appOfCycle(columns.guards[seq]! >>> 2));
		if (!app) continue;
		const edge = targetEdge(app.key, app.kind);
		const age = world.clock - facts.at[at]!;
		if (age < 60_000) rates[edge] = (rates[edge] ?? 0) + 1;
		if (age >= span || flights.length >= most) continue;
		const subject = columns.subject[seq]!;
		const table = tableNames[subject >>> 24]!;
		const mark = facts.mark[at]!;
		flights.push({
			id: seq,
			edge,
			along: age / span,
			mark: MARK_NAMES[mark & 31]!,
			outcome: OUTCOMES[mark >>> 5]!,
			label: isNamed(table) ? history.name(table, subject & 0xffffff, seq) : ''
		});
	}
	return { flights: flights.reverse(), rates };
}
