import * as z from 'zod/mini';
import type { CueMoment } from '#lib/world/script';
import { ownCues, type OwnCue } from '#lib/session/cues';
import type { Engine } from './engine';
import { cuesKey, type OpenSession } from './open-session';
import { present } from './presenting';
import type { Heard } from './protocol';

/** A show that is ready: every cue of it has been computed. */
export interface ShowOpened {
	/** Of the session in which it stands. */
	readonly id: string;
	readonly moments: readonly CueMoment[];
}

const shownCues = z
	.array(
		z.object({
			time: z.string().check(z.maxLength(20)),
			line: z.int(),
			light: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20))
		})
	)
	.check(z.maxLength(200));
export type ShownCues = z.input<typeof shownCues>;

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
			z.parse(shownCues, cues).map((cue) => ({ ...cue, checks: [] }))
		);
		if (moments[0]) world.seek({ index: moments[0].index });
		return { id: present(engine, name, world), moments };
	},
	cues: cuesOf,
	setCues: (engine: Engine, { cues }: Heard<'setCues'>) => keepCues(engine, opened(engine), z.parse(ownCues, cues))
};
