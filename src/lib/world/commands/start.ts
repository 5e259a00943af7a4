import * as z from 'zod/mini';
import { startJob } from '#lib/engine/job/start';
import { appOf, define, jobOf } from './command';

/** Of a job's commands the one that a first visit gives. */
export const start = {
	'job.start': define({
		schema: z.object({ app: z.string().check(z.maxLength(60)) }),
		describe: (sim, args) => `Start provisioning to ${appOf(sim, args.app).name}`,
		apply: (sim, args, cause) => startJob(sim.host, jobOf(sim, args.app), sim.writer, cause)
	})
};
