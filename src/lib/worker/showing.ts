import type { CueMoment } from '#lib/world/script';
import { ownCues, type OwnCue } from '#lib/session/cues';
import type { Engine } from './engine';
import { cuesKey, OpenSession } from './open-session';
import type { Heard } from './protocol';

/** A show that is ready: every cue of it has been computed. */
export interface ShowOpened {
	/** Of the session in which it stands. */
	readonly id: string;
	readonly moments: readonly CueMoment[];
}

function opened({ session }: Engine): OpenSession {
	if (!session || session.isShow) throw new Error('No session is open.');
	return session;
}

export async function cuesOf(engine: Engine): Promise<readonly OwnCue[]> {
	const session = opened(engine);
	if (session.cues) return session.cues;
	const { store } = engine.place;
	const kept = typeof store === 'string' ? undefined : await store.setting(cuesKey(session.id)).catch(() => undefined);
	const read = ownCues.safeParse(kept ?? []);
	return (session.cues = read.success ? read.data : []);
}

export async function keepCues({ place: { store } }: Engine, session: OpenSession, cues: readonly OwnCue[]) {
	session.cues = cues;
	if (typeof store !== 'string' && session.keeper) await store.set(cuesKey(session.id), cues);
}

/** What is presented: shows in worlds of their own, and the named moments of the person's own session. */
export const showing = {
	async openShow(engine: Engine, { name, script, line, cues }: Heard<'openShow'>): Promise<ShowOpened> {
		const { runCues } = await import('#lib/world/script');
		const { world, moments } = runCues(
			script,
			line,
			cues.map((cue) => ({ ...cue, checks: [] }))
		);
		if (moments[0]) world.seek({ index: moments[0].index });
		const id = engine.place.newId();
		const session = new OpenSession(id, name, world, null, 'A show is not stored.', engine.place.now);
		engine.present(session);
		return { id, moments };
	},
	closeShow(engine: Engine) {
		engine.endShow();
	},
	cues: cuesOf,
	setCues: (engine: Engine, { cues }: Heard<'setCues'>) => keepCues(engine, opened(engine), cues)
};
