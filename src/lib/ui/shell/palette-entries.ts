import { resolve } from '$app/paths';
import { engine } from '#lib/worker/client.svelte';
import { type Command, type IconName } from '../kit';
import { sections } from './navigation';
import { place } from './place.svelte';
import { runControls } from './run-controls.svelte';
import { takeBack } from './undo.svelte';
import { selection } from './why.svelte';

export interface PaletteEntry {
	readonly id: string;
	readonly label: string;
	readonly hint: string;
	readonly icon: IconName;
	/** What else it is called: it is found by these words too. */
	readonly also?: string;
	readonly href?: string;
	readonly run?: () => void;
}

/** What can be done here and now: the page's own commands first, then time. */
export function commandsOf(page: readonly Command[]): PaletteEntry[] {
	const own = page
		.filter(({ disabledWhy }) => !disabledWhy)
		.map(({ id, label, icon, href, run }) => ({
			id: `page ${id}`,
			label,
			hint: 'This page',
			icon: icon ?? 'right',
			href,
			run
		}));
	const time = (id: string, label: string, icon: IconName, hint: string, run: () => void) => ({
		id,
		label,
		icon,
		hint,
		run
	});
	return [
		...own,
		time('play', engine.status?.playing ? 'Pause time' : 'Play time', 'play', 'Space', runControls.keys.play),
		time('cycle', 'Run to the end of the next cycle', 'right', ']', () => runControls.stepBy('cycle', 1)),
		time('now', 'Back to now', 'last', 'End', runControls.keys.last),
		time('cue', 'Add cue here', 'plus', 'Present', () => void addCue()),
		time('why-not', 'Why is somebody not provisioned?', 'question', 'Why not', () => selection.ask()),
		time('undo', 'Undo the last command', 'undo', 'Z', () => void takeBack()),
		// The offer beside "Undone" goes after six seconds; what was undone can be done again for longer.
		...(engine.status?.redo ? [time('redo', 'Redo', 'right', '', () => void engine.redo())] : [])
	];
}

/** The cue keeps what the page is about and what is selected. It comes when somebody asks for it. */
async function addCue(): Promise<void> {
	const { ownCues } = await import('../present/own-cues.svelte');
	const { lane } = place.now;
	await ownCues.add({ light: lane ? [lane] : [], spot: selection.seq });
}

/** Where one can go. */
export function placesOf(): PaletteEntry[] {
	const places = sections({}, { hr: true, ad: true, uploads: true }).flatMap(({ title, items }) =>
		items.map(({ id, label, href, icon }) => ({ id: `place ${id}`, label, hint: title ?? 'Place', icon, href }))
	);
	return [...places, { id: 'place start', label: 'Start page', hint: 'Place', icon: 'home', href: resolve('/start') }];
}
