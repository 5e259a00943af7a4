import type { Json } from '#lib/engine/base';
import type { Verb } from '#lib/world';
import { send } from '../send';
import { meaningOf } from './meaning';

/** What the domain said when it did not take something, and what that means. */
export interface Refusal {
	readonly message: string;
	readonly meaning: string | undefined;
}

/** Does something in Active Directory. null: it was done, and the toast can undo it. */
export async function tryInDomain(verb: Verb, args: Json, sentence: string): Promise<Refusal | null> {
	const message = await send(verb, args, sentence);
	return message === null ? null : { message, meaning: meaningOf(message) };
}
