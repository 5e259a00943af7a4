import type { Command } from '../kit';
import { act } from '../shell';

/** The command of a page that gives an application back the mappings it came with. */
export const restoreDefaults = (app: string, name: string, disabledWhy?: string): Command => ({
	id: 'defaults',
	label: 'Restore default mappings',
	icon: 'undo',
	hint: 'Users and groups get the mappings that the application ships with, and no scoping filter.',
	disabledWhy,
	run: () =>
		void act(
			'job.restoreDefaults',
			{ app },
			`Restored the default mappings of ${name}. The next cycle is an initial one.`
		)
});
