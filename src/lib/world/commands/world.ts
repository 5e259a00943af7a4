import * as z from 'zod/mini';
import { editions } from '#lib/engine/edition';
import { eras, eraProfile } from '#lib/engine/eras';
import { planDaily } from '../hr/daily';
import { define } from './command';

/** Conditions of the simulation itself: nothing that a person could do in the real service. */
export const world = {
	'world.set': define({
		schema: z.object({
			era: z.optional(z.union(eras.map((era) => z.literal(era)))),
			cycleMinutes: z.optional(z.number().check(z.minimum(0), z.maximum(10_000))),
			staleLink: z.optional(z.enum(['recreate', 'invalidAnchor'])),
			thresholdScale: z.optional(z.number().check(z.positive(), z.maximum(1))),
			dailyDates: z.optional(z.boolean()),
			edition: z.optional(z.enum(editions)),
			replicationMs: z.optional(z.number().check(z.minimum(0), z.maximum(3_600_000)))
		}),
		describe: (_sim, args) =>
			`Set the simulation: ${Object.entries(args)
				.map(([name, value]) => `${name} ${String(value)}`)
				.join(', ')}`,
		apply(sim, args, cause) {
			if (args.dailyDates && !sim.host.tenantRow.dailyDates) planDaily(sim, cause);
			sim.writer.put('tenant', 0, { ...sim.host.tenantRow, ...args });
			if (args.era === undefined) return;
			// C-056 to C-063: the interval belongs to the generation of the service.
			const { intervalMs } = eraProfile(args.era);
			for (const job of sim.tables.jobs.all()) sim.writer.put('jobs', job.slot, { ...job, intervalMs });
		}
	})
};
