import { userDecisions, type DecisionRow, type Lookup } from './decision-table';
import { guardNames, Guard, lookupGuards, type GuardName } from './guards';

/** The one row of the table that answers these guards. */
export function decide(guards: number, table: readonly DecisionRow[] = userDecisions): DecisionRow {
	for (const row of table) if ((guards & row.mask) === row.value) return row;
	throw new Error(`no decision for guards ${guards}`);
}

/** What the target has to be asked before the decision can be made: rows that the source alone cannot tell apart agree on it. */
export function lookupFor(guards: number, table: readonly DecisionRow[] = userDecisions): Lookup {
	const known = ~lookupGuards;
	for (const row of table) if ((guards & row.mask & known) === (row.value & known)) return row.lookup;
	return 'none';
}

export interface Difference {
	readonly guard: GuardName;
	/** What it would have to be. */
	readonly wanted: boolean;
}

/** Why not this rule: the guards that differ from the nearest row of it. */
export function whyNot(rule: string, guards: number, table: readonly DecisionRow[] = userDecisions): Difference[] {
	const candidates = table
		.filter((row) => row.rule === rule)
		.map((row) =>
			guardNames
				.filter((name) => Guard[name] & row.mask & (guards ^ row.value))
				.map((name) => ({
					guard: name,
					wanted: (row.value & Guard[name]) !== 0
				}))
		);
	return candidates.sort((a, b) => a.length - b.length)[0] ?? [];
}
