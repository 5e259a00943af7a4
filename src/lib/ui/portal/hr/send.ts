import type { Json } from '#lib/engine/base';
import { toast } from '#lib/ui/kit';
import { engine } from '#lib/worker/client.svelte';
import type { Verb } from '#lib/world';

/** Does something in the world for a form. null: done; a text: why not, to be shown at the form. */
export async function send(verb: Verb, args: Json, sentence: string): Promise<string | null> {
	try {
		const done = await engine.do(verb, args);
		if (!done.ok) return done.message;
		toast(sentence, { label: 'Undo', key: 'Z', run: () => void engine.undo() });
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
