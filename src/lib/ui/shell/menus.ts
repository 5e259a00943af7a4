import { resolve } from '$app/paths';
import type { ViewData } from '#lib/views';
import { engine, type SessionInfo, type Status } from '#lib/worker/client.svelte';
import type { Era } from '#lib/engine/eras';
import type { Command } from '../kit';
import { act, told } from './act';

/** The generations of the service and its portal (C-001). */
const eras: readonly Era[] = [2016, 2017, 2019, 2021, 2024];

export function generationMenu(home: ViewData<'home'> | undefined): Command[] {
	const choices: Command[] = eras.map((era) => ({
		id: String(era),
		label: `Portal of ${era}`,
		checked: home?.era === era,
		run: () => void act('world.set', { era }, `The service works as it did in ${era}.`)
	}));
	return [
		...choices,
		{ id: 'differences', label: 'What changes', icon: 'info', heading: '', href: resolve('/generations') }
	];
}

export function branchMenu(branches: Status['branches'], current: number | undefined): Command[] {
	const others = branches.map(({ id, name }) => ({
		id: `branch ${id}`,
		label: name,
		checked: id === current,
		run: () => void engine.activate(id)
	}));
	return [
		...others,
		{ id: 'fork', label: 'New branch from here', icon: 'branch', heading: '', run: () => void engine.fork() },
		{ id: 'compare', label: 'Compare branches', icon: 'columns', href: resolve('/branches') },
		{ id: 'what-if', label: 'What if', icon: 'question', href: resolve('/what-if') }
	];
}

/** Saves a text as a file of the person's own machine. */
export function download(name: string, text: string, type = 'application/json'): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}

export interface CompanyActions {
	readonly create: () => void;
	readonly list: () => void;
	readonly open: () => void;
	/** Asks anew which sessions there are. */
	readonly look: () => void;
}

export function companyMenu(
	sessions: readonly SessionInfo[],
	current: string | undefined,
	actions: CompanyActions
): Command[] {
	return [
		...sessions.slice(0, 6).map((session) => ({
			id: `session ${session.id}`,
			label: session.name,
			checked: session.id === current,
			// What tells two of one name apart. The time is that of whoever looks, not of the simulation.
			hint: sessions.some((other) => other !== session && other.name === session.name)
				? `last opened ${new Date(session.used).toLocaleString('en-GB')}`
				: undefined,
			// Another tab may have removed it.
			run: () => void told(engine.open(session.id)).then(actions.look)
		})),
		{ id: 'sessions', label: 'All sessions', icon: 'menu' as const, heading: '', run: actions.list },
		{ id: 'new', label: 'New company', icon: 'plus' as const, run: actions.create },
		{
			id: 'share',
			label: 'Copy link',
			icon: 'link' as const,
			run: () => void import('./share').then(({ share }) => share())
		},
		{
			id: 'export',
			label: 'Export session',
			icon: 'download' as const,
			run: () => void told(engine.exportSession().then((text) => download('provlab-session.json', text)))
		},
		{ id: 'import', label: 'Import session', icon: 'upload' as const, run: actions.open }
	];
}
