import type { Engine } from './engine';
import { cuesKey } from './open-session';
import type { Heard } from './protocol';
import { storeOf } from './store-of';
import { openedWorld } from './turns';

/** What is done with sessions that are kept. */
export const stored = {
	async removeSession(engine: Engine, { session }: Heard<'removeSession'>) {
		if (engine.session?.id === session) throw new Error('This session is open: open another one first.');
		await storeOf(engine).remove(session);
		await storeOf(engine).set(cuesKey(session), []);
	},
	async renameSession(engine: Engine, { name }: Heard<'renameSession'>) {
		openedWorld(engine);
		const session = engine.session!;
		session.name = name;
		if (session.keeper) await storeOf(engine).rename(session.id, name);
	}
};
