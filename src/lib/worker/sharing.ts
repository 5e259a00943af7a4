import { decodeLink, encodeLink, exportSession, importSession, rebuild, sharedOf } from '#lib/session';
import type { Engine } from './engine';
import { keepWorld } from './open-session';

function opened({ session }: Engine) {
	if (!session) throw new Error('No session is open yet.');
	return session;
}

async function adopt(engine: Engine, shared: ReturnType<typeof decodeLink>) {
	const { world, differs } = rebuild(shared);
	const session = await keepWorld(engine.around, shared.name, world);
	await engine.adopt(session);
	return { id: session.id, differs };
}

/** Sessions on their way out and in. */
export const exporting = {
	exportSession: (engine: Engine) => exportSession(sharedOf(opened(engine).world, opened(engine).name)),
	encodeLink: (engine: Engine) => encodeLink(sharedOf(opened(engine).world, opened(engine).name)),
	importSession: (engine: Engine, { text }: { text: string }) => adopt(engine, importSession(text)),
	openLink: (engine: Engine, { link }: { link: string }) => adopt(engine, decodeLink(link))
};
