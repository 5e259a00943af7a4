import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';

/**
 * Says what was done and offers to take it back. Undo takes back the last command, so the offer stands only as long as
 * that is this one: with the next command, on another branch and in the past it is withdrawn.
 */
export function toastUndo(sentence: string, fact: number, commands = 1): void {
	const session = engine.status?.session?.id;
	toast(sentence, {
		label: 'Undo',
		key: 'Z',
		stands: () => engine.status?.lastCommand === fact && engine.status.session?.id === session,
		run: () => void takeBack(commands)
	});
}

/** Redo does again what was taken back last: no older offer stands beside it. */
let last = $state(0);

/** Takes the last command back, says which one it was, and offers to do it again. */
export async function takeBack(commands = 1): Promise<void> {
	try {
		let what = '';
		for (let at = 0; at < commands; at++) what = await engine.undo();
		if (commands > 1) what = `${commands} commands`;
		const mine = ++last;
		toast(`Undone: ${what}.`, {
			label: 'Redo',
			stands: () => mine === last && engine.status!.redo,
			run: async () => {
				for (let at = 0; at < commands; at++) await engine.redo();
			}
		});
	} catch (error) {
		toast(error instanceof Error ? error.message : String(error));
	}
}
