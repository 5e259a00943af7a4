import type { Engine, later } from './engine';
import { keepWorld } from './open-session';
import type { Heard } from './protocol';

/** open: the block ended before this line was looked at. */
export interface LineReport {
	readonly line: number;
	readonly state: 'done' | 'passed' | 'failed' | 'open';
	/** What was expected, what was seen, and why: one sentence a difference. */
	readonly told: readonly string[];
}

/** A block after its run. */
export interface BlockReport {
	/** Where its world line stands in the text, from 1. */
	readonly line: number;
	readonly passed: boolean;
	readonly lines: readonly LineReport[];
	readonly facts: number;
	/** Virtual time that passed. */
	readonly took: number;
}

export interface ScriptProgress {
	readonly run: number;
	/** How many blocks the text has. */
	readonly of: number;
	readonly blocks: readonly BlockReport[];
}

export interface ScriptReport {
	readonly passed: boolean;
	readonly cancelled: boolean;
	readonly of: number;
	readonly blocks: readonly BlockReport[];
	/** Why the text, or the rest of it, was not run. */
	readonly unread: { readonly line: number; readonly column: number; readonly message: string } | null;
}

type Late = (late: Promise<unknown>) => typeof later;

/** The language comes when somebody runs the first script, so that the engine starts without it. */
const scripts = () => import('./script-turns');

/** Scripts run beside the open session, in worlds of their own, one block a turn: between two the engine listens. */
export const scripting = {
	runScript: (engine: Engine, ask: Heard<'runScript'>, late: Late) =>
		late(scripts().then(({ runInTurns }) => runInTurns(engine, ask))),
	cancelScript(engine: Engine, { run }: Heard<'cancelScript'>) {
		engine.scripts.delete(run);
	},
	checkScript: async (_: Engine, { text }: Heard<'checkScript'>) => (await scripts()).remarksOn(text),
	scriptWords: async () => (await scripts()).scriptWords,
	async openScript(engine: Engine, { name, text, block }: Heard<'openScript'>) {
		const session = await keepWorld(engine.around, name, (await scripts()).worldAfter(text, block));
		await engine.adopt(session);
		return { id: session.id };
	}
};
