import { engine, type Opened } from '#lib/worker/client.svelte';
import { hold, toast } from '../kit';

/** Says that a session from elsewhere is open; where it is no longer what it was, that stays until somebody has read it. */
function welcome(what: string, { differs }: Opened): void {
	const said = toast(differs ? `Opened ${what}. ${differs}` : `Opened ${what}.`);
	if (differs) hold(said);
}

/** A session that somebody brings as a file. */
export async function importFile(file: File): Promise<void> {
	try {
		welcome(`the session of ${file.name}`, await engine.importSession(await file.text()));
	} catch (error) {
		toast(`${file.name} was not imported: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** A session that somebody sent as a link: the whole address, or what stands in it. */
export async function openLink(text: string): Promise<void> {
	const link = text.trim().replace(/^.*[?&]session=/s, '');
	welcome('the session of the link', await engine.openLink(link));
}
