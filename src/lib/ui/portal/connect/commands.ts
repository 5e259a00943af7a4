import type { Command } from '#lib/ui/kit';
import { act } from '#lib/ui/shell';
import type { ViewData } from '#lib/views';

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
			run: () => void act('connect.run', { kind: 'delta' }, 'A delta cycle of Connect begins.')
		},
		{
			id: 'initial',
			label: 'Run full cycle',
			icon: 'restart',
			hint: 'Start-ADSyncSyncCycle -PolicyType Initial',
			disabledWhy,
			run: () => void act('connect.run', { kind: 'initial' }, 'A full cycle of Connect begins.')
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
