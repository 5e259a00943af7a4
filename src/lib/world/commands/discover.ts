import * as z from 'zod/mini';
import { discovering } from '../parts';
import { appOf, define, jobOf } from './command';

/** Account Discovery: a report on all accounts of the application, which changes nothing (C-418 to C-423). */
export const discover = {
	'job.discover': define({
		schema: z.object({ app: z.string().check(z.maxLength(60)) }),
		describe: (sim, args) => `Discover identities in ${appOf(sim, args.app).name}`,
		apply: (sim, args, cause) => discovering.here.begin(sim, jobOf(sim, args.app), cause)
	})
};
