import type { Json } from '#lib/engine/base';
import { engine } from '#lib/worker/client.svelte';
import type { Verb } from '#lib/world';
import { toast } from '../kit';
import { toastUndo } from './undo.svelte';

const sayError = (error: unknown) => toast(error instanceof Error ? error.message : String(error));

/** What was asked of the engine and nobody waits for: where it fails, that is said. */
export async function told(asked: Promise<unknown>): Promise<void> {
	try {
		await asked;
	} catch (error) {
		sayError(error);
	}
}

/**
 * Does something in the world. What was done can be undone from the toast; a refusal says why, and nothing happened.
 * Answers whether it was done, so that a form keeps what was typed until then.
 */
export async function act(verb: Verb, args: Json, sentence: string): Promise<boolean> {
	try {
		const done = await engine.do(verb, args);
		if (!done.ok) {
			toast(done.message);
			return false;
		}
		toastUndo(sentence, done.seq);
		return true;
	} catch (error) {
		sayError(error);
		return false;
	}
}
