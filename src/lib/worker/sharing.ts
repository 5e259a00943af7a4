import type { Shared } from '#lib/session';
import type { Engine } from './engine';
import { keepWorld } from './open-session';
import { cuesOf, keepCues } from './showing';

function opened({ session }: Engine) {
	if (!session) throw new Error('No session is open yet.');
	return session;
}

/** Links and files come when somebody asks for them. */
const sharing = () => import('#lib/session');

async function adopt(engine: Engine, shared: Shared) {
	const { world, differs } = (await sharing()).rebuild(shared);
	const session = await keepWorld(engine.around, shared.name, world);
	await engine.adopt(session);
	if (shared.cues) await keepCues(engine, session, shared.cues);
	return { id: session.id, differs };
}

async function shared(engine: Engine): Promise<Shared> {
	const { world, name, isShow } = opened(engine);
	const cues = isShow ? [] : await cuesOf(engine);
	return (await sharing()).sharedOf(world, name, cues);
}

/** Sessions on their way out and in. */
export const exporting = {
	exportSession: async (engine: Engine) => (await sharing()).exportSession(await shared(engine)),
	encodeLink: async (engine: Engine) => (await sharing()).encodeLink(await shared(engine)),
	encodeScript: async (_: Engine, { text }: { text: string }) => (await sharing()).encodeScript(text),
	decodeScript: async (_: Engine, { link }: { link: string }) => (await sharing()).decodeScript(link),
	importSession: async (engine: Engine, { text }: { text: string }) =>
		adopt(engine, (await sharing()).importSession(text)),
	openLink: async (engine: Engine, { link }: { link: string }) => adopt(engine, (await sharing()).decodeLink(link))
};
