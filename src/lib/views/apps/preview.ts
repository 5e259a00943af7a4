import * as z from 'zod/mini';
import type { Command } from '#lib/world';
import { preview as rehearse, type Preview } from '#lib/world/preview';
import { appKey, defineView } from '../view';

const verbs = [
	'job.saveMapping',
	'job.saveSchema',
	'job.saveFilter',
	'job.setActions',
	'job.setGroupMapping',
	'job.setScope',
	'job.restoreDefaults'
] as const;
const command = z.object({ verb: z.enum(verbs), args: z.json() });

/** What the next cycle would do after these commands; without any, what it will do. */
export const preview = defineView(
	z.object({ app: appKey, commands: z.array(command).check(z.maxLength(10)) }),
	(world, { app, commands }): Preview => rehearse(world, { app, commands: commands as Command[] })
);
