import type { Json } from '#lib/engine/base';
import type { ViewData } from '#lib/views';
import type { Verb } from '#lib/world';
import { stepsOf, typedIn, type Draft, type Settings, type Step } from './draft';

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
		const typed = typedIn(draft, settings.credentials);
		const tested = await doors.query<ViewData<'connectionTest'>>('connectionTest', { app, ...typed });
		if (!tested.ok) return { ...nothing, refusal: `Nothing was saved. ${tested.message}`, tested };
	}
	return carriedOut(doors, stepsOf(draft, app, settings));
}

export type Offer = NonNullable<ViewData<'configuration'>['offer']>;

/** C-040: a configuration is created only after its connection was tested with what was typed. */
export async function createConfiguration(
	doors: Doors,
	secrets: Draft['secrets'],
	app: string,
	offer: Offer
): Promise<Saved> {
	const typed = typedIn({ secrets }, offer);
	if (offer.fields.length > 0) {
		const tested = await doors.query<ViewData<'connectionTest'>>('connectionTest', { app, ...typed });
		if (!tested.ok) return { ...nothing, refusal: `Nothing was created. ${tested.message}`, tested };
	}
	return carriedOut(doors, creation(secrets, app, offer, typed.token));
}

/** An OAuth grant has no fields: authorizing fills it in. */
function creation(secrets: Draft['secrets'], app: string, { fields }: Offer, token: string | undefined): Step[] {
	if (fields.length === 0)
		return [
			['job.create', { app }],
			['job.setCredential', { app, state: 'ok' }]
		];
	const typed = fields.flatMap(({ key, value }): Step[] => {
		const text = secrets[key] ?? value;
		return text === '' ? [] : [['job.setSecret', { app, key, value: text }]];
	});
	const isThere = fields.some(({ key }) => key === 'SecretToken') || token === undefined;
	const kept: Step[] = isThere ? [] : [['job.setSecret', { app, key: 'SecretToken', value: token }]];
	return [['job.create', { app }], ...typed, ...kept];
}

/** One command after the other; what was done before a refusal stays done. */
async function carriedOut(doors: Doors, steps: readonly Step[]): Promise<Saved> {
	let saved = nothing;
	for (const [verb, args] of steps) {
		const answer = await doors.do(verb, args);
		if (!answer.ok) return { ...saved, refusal: answer.message };
		saved = { ...saved, done: saved.done + 1, fact: answer.seq };
	}
	return saved;
}
