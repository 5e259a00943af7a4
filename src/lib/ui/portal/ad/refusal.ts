import type { Json } from '#lib/engine/base';
import { engine } from '#lib/worker/client.svelte';
import type { Verb } from '#lib/world';
import { toastUndo } from '../../shell/undo';
import { meaningOf } from './meaning';

/** What the domain said when it did not take something, and what that means. */
export interface Refusal {
	readonly message: string;
	readonly meaning: string | undefined;
}

/** Does something in Active Directory. null: it was done, and the toast can undo it. */
export async function tryInDomain(verb: Verb, args: Json, sentence: string): Promise<Refusal | null> {
	try {
		const done = await engine.do(verb, args);
		if (!done.ok) return { message: done.message, meaning: meaningOf(done.message) };
		toastUndo(sentence, done.seq);
		return null;
	} catch (error) {
		return { message: error instanceof Error ? error.message : String(error), meaning: undefined };
	}
}
