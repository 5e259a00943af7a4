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

async function takeBack(commands: number): Promise<void> {
	for (let at = 0; at < commands; at++) await engine.undo();
}
