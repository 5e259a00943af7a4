import type { Command } from '#lib/ui/kit';
import { act } from '#lib/ui/shell';
import type { ViewData } from '#lib/views';
import { runConnect } from './run';

/** What can be done with Connect. */
export function connectCommands({ running, scheduler }: NonNullable<ViewData<'connect'>>): Command[] {
	// H-302.
	const disabledWhy = running ? 'a synchronization cycle is running already.' : undefined;
	return [
		{
			id: 'delta',
			label: 'Run delta cycle',
			icon: 'play',
			hint: 'Start-ADSyncSyncCycle -PolicyType Delta',
			disabledWhy,
			run: () => void runConnect('delta')
		},
		{
			id: 'initial',
			label: 'Run full cycle',
			icon: 'restart',
			hint: 'Start-ADSyncSyncCycle -PolicyType Initial',
			disabledWhy,
			run: () => void runConnect('initial')
		},
		{
			id: 'scheduler',
			label: scheduler ? 'Suspend scheduler' : 'Resume scheduler',
			icon: scheduler ? 'pause' : 'sync',
			run: () =>
				void act(
					'connect.scheduler',
					{ on: !scheduler },
					`The scheduler of Connect is ${scheduler ? 'suspended' : 'on'}.`
				)
		}
	];
}
