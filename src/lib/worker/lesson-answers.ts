import { ScriptError } from '#lib/world/script';
import { companyAt, doIn, heldIn, rowIn } from '#lib/world/script/open';
import { playedIn } from '#lib/world/script/played';
import { finishMillisecond } from './drive';
import type { Engine } from './engine';
import type { OpenSession } from './open-session';
import { keepWorld } from './open-session';
import type { Heard } from './protocol';

/** Comes when the first lesson is opened. */
export async function openLesson(engine: Engine, { name, text, at }: Heard<'openLesson'>) {
	const session = await keepWorld(
		engine.around,
		name,
		placed(() => companyAt(text, at))
	);
	await engine.adopt(session);
	return { id: session.id };
}

export function checks({ world, runner }: OpenSession, { company, asked }: Heard<'lessonChecks'>) {
	return placed(() => world.showing(runner.shown, () => heldIn(world, company, asked)));
}

export async function doLine({ world, runner }: OpenSession, { company, line }: Heard<'lessonLine'>) {
	await finishMillisecond(world, runner.through);
	const done = placed(() => doIn(world, company, line));
	runner.shown = world.checkpoint().seq;
	return done;
}

export function row({ world }: OpenSession, { company, app, who }: Heard<'lessonRow'>) {
	return placed(() => rowIn(world, company, app, who));
}

export function steps({ text, at, lines }: Heard<'lessonSteps'>) {
	return placed(() => playedIn(text, at, lines));
}

function placed<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof ScriptError)) throw error;
		throw new Error(`Line ${error.place.line} of the lesson: ${error.message}.`, { cause: error });
	}
}
