import type { Json } from '#lib/engine/base';
import type { ViewData } from '#lib/views';
import type { Verb } from '#lib/world';
import { stepsOf, typedToken, type Draft, type Settings } from './draft';

/** What saving needs of the engine. */
export interface Doors {
	query<T>(name: string, args?: unknown): Promise<T>;
	do(verb: Verb, args: Json): Promise<{ readonly ok: true; readonly seq: number } | Refused>;
}

interface Refused {
	readonly ok: false;
	readonly message: string;
}

export interface Saved {
	/** How many commands were done, and the fact of the last of them. */
	readonly done: number;
	readonly fact: number;
	/** Why not all of it was saved. */
	readonly refusal: string | null;
	/** Credentials that the application refused: nothing was saved (C-040). */
	readonly tested: ViewData<'connectionTest'> | null;
}

const nothing: Saved = { done: 0, fact: -1, refusal: null, tested: null };

/** Whether credentials were typed: then the connection is tested before anything is saved. */
function hasCredentials({ secrets }: Draft): boolean {
	return Object.values(secrets).some((text) => text !== '');
}

/** Saves the form: first the connection is tested with what was typed, then each setting is a command of its own. */
export async function saveDraft(doors: Doors, draft: Draft, app: string, settings: Settings): Promise<Saved> {
	if (hasCredentials(draft)) {
		const token = typedToken(draft, settings.credentials);
		const tested = await doors.query<ViewData<'connectionTest'>>('connectionTest', { app, token });
		if (!tested.ok) return { ...nothing, refusal: `Nothing was saved. ${tested.message}`, tested };
	}
	let saved = nothing;
	for (const [verb, args] of stepsOf(draft, app, settings)) {
		const answer = await doors.do(verb, args);
		if (!answer.ok) return { ...saved, refusal: answer.message };
		saved = { ...saved, done: saved.done + 1, fact: answer.seq };
	}
	return saved;
}
