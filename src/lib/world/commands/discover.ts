import * as z from 'zod/mini';
import { openDiscovery } from '#lib/engine/discovery/open';
import { discoverable, runningDiscovery } from '../apps/discoverable';
import { appOf, define, jobOf, Refused } from './command';

/** Account Discovery: a report on all accounts of the application, which changes nothing (C-418 to C-423). */
export const discover = {
	'job.discover': define({
		schema: z.object({ app: z.string().check(z.maxLength(60)) }),
		describe: (sim, args) => `Discover identities in ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const job = jobOf(sim, args.app);
			const match = discoverable(sim.host, job);
			if ('refusal' in match) throw new Refused(match.refusal);
			if (runningDiscovery(sim.host, job))
				throw new Refused(`A discovery of ${appOf(sim, args.app).name} runs already: its report comes first.`);
			openDiscovery(sim.host, job, sim.writer, match, cause);
		}
	})
};
