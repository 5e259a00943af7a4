import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';

/** Makes a session of a block and stands at its beginning: its lines pass as its moments are reached. */
export async function startInCompany(name: string, text: string, block: number): Promise<void> {
	try {
		await engine.openScript(name.slice(0, 200), text, block);
		// The first boundary lies before there was a company.
		await engine.seek({ index: 1 });
		toast(`${name} is set up, at its first moment. Next line leads on; the stage shows what is to come.`);
	} catch (error) {
		toast(`${name} was not started: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** Makes a session of what a block comes to, and shows it. The session before it is kept. */
export async function openInCompany(name: string, text: string, block: number): Promise<void> {
	try {
		await engine.openScript(name.slice(0, 200), text, block);
		await goto(resolve('/'));
		toast(`${name} is open as a session of its own. The timeline leads to every moment of it.`);
	} catch (error) {
		toast(`${name} was not opened: ${error instanceof Error ? error.message : String(error)}`);
	}
}
