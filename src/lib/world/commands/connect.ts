import * as z from 'zod/mini';
import { connectState, nextOnGrid } from '../connect/run';
import type { Simulation } from '../simulation';
import type { ConnectRow } from '../tables/hybrid';
import { define, Refused } from './command';

function stateOf(sim: Simulation): ConnectRow {
	const state = connectState(sim);
	if (!state) throw new Refused('There is no Microsoft Entra Connect in this company.');
	return state;
}

/** A unit by its whole name, or by its first part. */
function unitOf(sim: Simulation, name: string): string {
	const wanted = name.toLowerCase();
	for (const { dn } of sim.tables.adUnits.all())
		if (dn.toLowerCase() === wanted || dn.toLowerCase().startsWith(`${wanted},`)) return dn;
	throw new Refused(`There is no unit ${name}.`);
}

function change(sim: Simulation, changed: Partial<ConnectRow>): void {
	sim.writer.put('connect', 0, { ...stateOf(sim), ...changed });
}

export const connect = {
	'connect.run': define({
		schema: z.object({ kind: z.enum(['delta', 'initial']) }),
		describe: (_sim, { kind }) => `Start-ADSyncSyncCycle -PolicyType ${kind === 'initial' ? 'Initial' : 'Delta'}`,
		apply(sim, { kind }, cause) {
			// H-302: while a cycle runs, another cannot begin.
			if (stateOf(sim).run !== null) throw new Refused('A synchronization cycle is running already.');
			sim.writer.put('connect', 0, { ...stateOf(sim), nextAt: sim.ledger.clock, nextKind: kind, cause });
		}
	}),
	'connect.ouFilter': define({
		schema: z.object({ unit: z.string().check(z.minLength(4), z.maxLength(400)), on: z.boolean() }),
		describe: (_sim, { unit, on }) => `${on ? 'Include' : 'Leave out'} ${unit} in Connect`,
		apply(sim, { unit, on }) {
			const dn = unitOf(sim, unit);
			const others = stateOf(sim).excluded.filter((one) => one !== dn);
			change(sim, { excluded: on ? others : [...others, dn] });
		}
	}),
	'connect.scheduler': define({
		schema: z.object({ on: z.boolean() }),
		describe: (_sim, { on }) => `${on ? 'Resume' : 'Suspend'} the scheduler of Connect`,
		apply(sim, { on }) {
			const { run } = stateOf(sim);
			const nextAt = on && run === null ? nextOnGrid(stateOf(sim), sim.ledger.clock) : null;
			change(sim, { nextAt, suspended: !on });
		}
	}),
	'connect.set': define({
		schema: z.object({
			staging: z.optional(z.boolean()),
			blockSoftMatch: z.optional(z.boolean()),
			blockHardMatch: z.optional(z.boolean()),
			duplicateResiliency: z.optional(z.boolean()),
			deletionThreshold: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000))))
		}),
		describe: (_sim, args) =>
			`Set Connect: ${Object.entries(args)
				.map(([name, value]) => `${name} ${String(value)}`)
				.join(', ')}`,
		apply: (sim, args) => change(sim, args)
	})
};
