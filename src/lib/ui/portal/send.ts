import type { Json } from '#lib/engine/base';
import { toastUndo } from '#lib/ui/shell/undo.svelte';
import { engine } from '#lib/worker/client.svelte';
import type { Verb } from '#lib/world';

/** Does something in the world for a form. null: done; a text: why not, to be shown at the form. */
export async function send(verb: Verb, args: Json, sentence: string): Promise<string | null> {
	try {
		const done = await engine.do(verb, args);
		if (!done.ok) return done.message;
		toastUndo(sentence, done.seq);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
