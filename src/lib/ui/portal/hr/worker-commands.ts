import type { Command } from '#lib/ui/kit';
import { act } from '#lib/ui/shell';
import type { ViewData } from '#lib/views';

export type WorkerForm = 'change' | 'terminate' | 'rehire' | 'convert' | 'assignment';

/** What human resources can do with a worker. What cannot be done now says why. */
export function workerCommands(
	{ worker, hr }: NonNullable<ViewData<'worker'>>,
	open: (form: WorkerForm) => void
): Command[] {
	const { name, state, lastDay, next } = worker;
	const hasEnd = lastDay !== null;
	const what = next ? 'next employment' : hasEnd ? 'termination' : 'hire';
	const later = next ? `The next employment begins on ${next} already.` : undefined;
	const nothing =
		!hasEnd && state !== 'future hire' ? 'There is no termination and no future hire to take back.' : undefined;
	const abroad: Command = {
		id: 'assignment',
		label: 'Global assignment',
		icon: 'branch',
		hint: 'a second employment abroad',
		disabledWhy: hasEnd ? 'The employment at home ends.' : undefined,
		run: () => open('assignment')
	};
	return [
		{ id: 'change', label: 'Change or transfer', icon: 'edit', run: () => open('change') },
		{ id: 'terminate', label: 'Terminate', icon: 'stop', run: () => open('terminate') },
		{
			id: 'rescind',
			label: 'Rescind',
			icon: 'undo',
			hint: `takes back the ${what}`,
			disabledWhy: nothing,
			run: () => void act('hr.rescind', { worker: worker.slot }, `Took back the ${what} of ${name}.`)
		},
		{
			id: 'rehire',
			label: 'Rehire',
			icon: 'restart',
			disabledWhy: hasEnd || state === 'hire rescinded' ? later : `${name} has not been terminated.`,
			run: () => open('rehire')
		},
		{
			id: 'convert',
			label: 'Convert',
			icon: 'sync',
			hint: worker.type === 'Employee' ? 'to a contingent worker' : 'to an employee',
			disabledWhy: later,
			run: () => open('convert')
		},
		...(hr.system === 'successfactors' ? [abroad] : [])
	];
}
