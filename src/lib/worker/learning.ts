import type { Engine } from './engine';
import type { OpenSession } from './open-session';
import type { Heard } from './protocol';

/** The language of the lessons comes with the first one, so that the engine starts without it. */
const answers = () => import('./lesson-answers');

function opened({ session }: Engine): OpenSession {
	if (session) return session;
	throw new Error('No session is open yet.');
}

/** What a lesson asks of the engine: its company, and whether its lines hold there. */
export const learning = {
	openLesson: async (engine: Engine, ask: Heard<'openLesson'>) => (await answers()).openLesson(engine, ask),
	lessonChecks: async (engine: Engine, ask: Heard<'lessonChecks'>) => (await answers()).checks(opened(engine), ask),
	lessonLine: async (engine: Engine, ask: Heard<'lessonLine'>) => (await answers()).doLine(opened(engine), ask),
	lessonRow: async (engine: Engine, ask: Heard<'lessonRow'>) => (await answers()).row(opened(engine), ask),
	lessonSteps: async (_: Engine, ask: Heard<'lessonSteps'>) => (await answers()).steps(ask)
};
