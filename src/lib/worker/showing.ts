import { story } from '#lib/content/start/story';
import type { World } from '#lib/world';
import type { CueMoment } from '#lib/world/script';
import { ownCues, type OwnCue } from '#lib/session/cues';
import type { Engine } from './engine';
import { storyWorld } from './first-company';
import { cuesKey, OpenSession } from './open-session';
import type { Heard } from './protocol';

/** A show that is ready: every cue of it has been computed. */
export interface ShowOpened {
	/** Of the session in which it stands. */
	readonly id: string;
	readonly moments: readonly CueMoment[];
}

/** The story of the start page stands at its beginning; `until` it has come to its end. */
export interface StoryOpened {
	readonly until: number;
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

function present(engine: Engine, name: string, world: World): string {
	const id = engine.place.newId();
	engine.present(new OpenSession(id, name, world, null, 'A show is not stored.', engine.place.now));
	return id;
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
		return { id: present(engine, name, world), moments };
	},
	async openStory(engine: Engine): Promise<StoryOpened> {
		void import('#lib/views/story');
		const world = await storyWorld();
		present(engine, story.name, world);
		return { until: world.clock + story.minutes * 60_000 };
	},
	closeShow(engine: Engine) {
		engine.endShow();
	},
	cues: cuesOf,
	setCues: (engine: Engine, { cues }: Heard<'setCues'>) => keepCues(engine, opened(engine), cues)
};
