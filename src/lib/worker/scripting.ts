import type { Engine, later } from './engine';
import type { Recorded } from '#lib/world/script';
import { keepWorld, type OpenSession } from './open-session';
import type { Heard } from './protocol';

/** open: the block ended before this line was looked at. */
export interface LineReport {
	readonly line: number;
	/** When it was done, or known; null: never. */
	readonly at: number | null;
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

/** A command as the journal has it. */
export interface JournalLine {
	readonly at: number;
	readonly verb: string;
	readonly args: unknown;
}

/** A script that became a session: what its lines came to, and when. */
export interface OpenedScenario {
	readonly text: string;
	readonly block: number;
	readonly report: BlockReport;
	/** What the script did; absent from a session that is older than this record of it. */
	readonly commands?: readonly JournalLine[];
}

const scenarioKey = (session: string) => `scenario ${session}`;

async function keepScenario({ place: { store } }: Engine, { id, keeper, scenario }: OpenSession): Promise<void> {
	if (typeof store !== 'string' && keeper) await store.set(scenarioKey(id), scenario);
}

async function keptScenario({ place: { store } }: Engine, id: string): Promise<OpenedScenario | null> {
	if (typeof store === 'string') return null;
	return (await store.setting<OpenedScenario>(scenarioKey(id)).catch(() => undefined)) ?? null;
}

type Late = (late: Promise<unknown>) => typeof later;

/** The language comes when somebody runs the first script, so that the engine starts without it. */
const scripts = () => import('./script-turns');

/** Scripts run beside the open session, in worlds of their own, one block a turn: between two the engine listens. */
export const scripting = {
	runScript: (engine: Engine, ask: Heard<'runScript'>, late: Late) =>
		late(scripts().then(({ runInTurns }) => runInTurns(engine, ask))),
	checkScript: async (_: Engine, { text }: Heard<'checkScript'>) => (await scripts()).remarksOn(text),
	scriptWords: async () => (await scripts()).scriptWords(),
	async openScript(engine: Engine, { name, text, block }: Heard<'openScript'>) {
		const { world, report } = (await scripts()).afterBlock(text, block);
		const session = await keepWorld(engine.around, name, world);
		await engine.adopt(session);
		session.scenario = { text, block, report, commands: world.journal() };
		await keepScenario(engine, session);
		return { id: session.id };
	},
	/** The script that the open session was made of, and what came of its lines; null: of none. */
	async scenario(engine: Engine): Promise<OpenedScenario | null> {
		const { session } = engine;
		if (!session) return null;
		if (session.scenario === undefined) session.scenario = await keptScenario(engine, session.id);
		return session.scenario;
	},
	/** What the open session would be as a script. */
	async recordScript(engine: Engine): Promise<Recorded> {
		if (!engine.session) throw new Error('No session is open yet.');
		const { world } = engine.session;
		return (await scripts()).recordWorld(world);
	}
};
