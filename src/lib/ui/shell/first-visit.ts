import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import { desk } from '../learn/desk.svelte';
import { pausesItself } from '../stage/run';

/** Virtual milliseconds a second: a create, 4.8 s in the simulation, takes about one. */
const gentle = 5000;
/** The first cycle of the first company ends within this. */
const firstCycle = 45_000;

/** On a first visit the company runs by itself, slowly; the first touch stops it. */
export async function start(): Promise<void> {
	const opened = await engine.start();
	if (!opened.first) return;
	// Who comes without an address begins at the start page. There, and where a link is opened, another company comes.
	if (location.hash === '') return goto(resolve('/start'), { replace: true });
	if (/^#\/(start|open)/.test(location.hash)) return;
	let isTouched = false;
	let isRunning = false;
	const stop = (touch: Event) => {
		removeEventListener('pointerdown', stop, true);
		removeEventListener('keydown', stop, true);
		isTouched = true;
		if (isRunning && !pausesItself(touch)) void engine.pause().catch(() => {});
	};
	addEventListener('pointerdown', stop, true);
	addEventListener('keydown', stop, true);
	const { clock } = await engine.query<ViewData<'home'>>('home', {});
	// A lesson or a show that is opened at once has a company and a time of its own, which may refuse this.
	if (isTouched || desk.opening || engine.status?.session?.id !== opened.id) return;
	isRunning = true;
	await engine.play(gentle, clock + firstCycle).catch(() => {});
}
