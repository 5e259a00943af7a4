import { firstCompany } from '#lib/content/first/company';
import { firstWorld } from './first-company';
import { keepWorld } from './open-session';
import type { Command, World } from '#lib/world';
import { finishMillisecond } from './drive';
import type { Engine, later } from './engine';
import type { OpenSession } from './open-session';
import type { Further } from './further';
import type { SessionInfo } from './opened';
import type { Heard, Kind } from './protocol';
import { presenting } from './presenting';
import { runQuery } from './queries';
import { isMoot } from './runner';
import { stepWithin } from './stepping';
import { storeOf } from './store-of';
import { whole } from './whole';

type Late = (late: Promise<unknown>) => typeof later;
export type Handler<K extends Kind> = (engine: Engine, ask: Heard<K>, late: Late) => unknown;

function opened({ session, elsewhere }: Engine): OpenSession {
	if (session) return session;
	throw new Error(elsewhere ? `${elsewhere.name} is open in another tab.` : 'No session is open yet.');
}

/** Moves the person somewhere: time stands, and all facts up to there are shown. */
function moved(engine: Engine, move: (world: World) => void): { seq: number } {
	const { world, runner } = opened(engine);
	runner.pause();
	runner.stopped = null;
	move(world);
	runner.shown = world.checkpoint().seq;
	return { seq: runner.shown };
}

async function sessionsIn(store: ReturnType<typeof storeOf>): Promise<readonly SessionInfo[]> {
	const list = await store.list();
	return list.map(({ id, name, created, used, options }) => ({ id, name, created, used, size: options.size ?? 25 }));
}

/** The session that is open meanwhile stays open until the new one is there. */
async function madeInTurns(engine: Engine, { name, options }: NonNullable<Heard<'open'>['create']>, run: number) {
	// It may be cancelled before its code is here.
	engine.runs.add(run);
	const { makeInTurns } = await import('./making');
	const world = await makeInTurns(engine, options as never, run);
	if (!world) return { cancelled: true };
	const session = await keepWorld(engine.around, name ?? firstCompany.name, world, true);
	await engine.adopt(session);
	// The loop may be resting, and nothing else tells it that there is another session.
	engine.around.changed();
	return { id: session.id };
}

async function undo(engine: Engine) {
	const { world } = opened(engine);
	moved(engine, () => world.back());
	const { commands } = world.tables;
	const last = commands.next > 0 ? commands.get(commands.next - 1) : null;
	if (!last) throw new Error('Nothing has been done yet.');
	const text = world.text(world.sim.ledger.facts.detail[last.fact]!);
	moved(engine, () => {
		world.seek({ index: world.sim.ledger.indexBefore(last.fact) });
		world.branches.undo(text);
	});
	return text;
}

const moot = 'No job is on, so no cycle comes. Start provisioning first.';

/**
 * Undo takes the last command of the live branch back: the branch's end moves to the moment before it, and what it
 * brought about is kept aside. Redo puts that back, as long as nothing else has happened.
 */
export const handlers: { readonly [K in Exclude<Kind, Further>]: Handler<K> } = {
	async open(engine, { session, create, takeOver }, late) {
		if (create?.run !== undefined) return late(whole(() => madeInTurns(engine, create, create.run!)));
		if (create) return { id: (await engine.create(create.name ?? firstCompany.name, create.options as never)).id };
		const { store } = engine.place;
		const wanted =
			session ?? (typeof store === 'string' ? undefined : await store.setting<string>('last').catch(() => undefined));
		const found = wanted === undefined ? undefined : await engine.open(wanted, takeOver ?? false);
		if (found === 'elsewhere') return { id: wanted, elsewhere: true };
		if (found) return { id: found.id };
		if (session !== undefined) throw new Error('This session is not stored in this browser.');
		const first = await keepWorld(engine.around, firstCompany.name, await firstWorld());
		await engine.adopt(first);
		return { id: first.id, first: true };
	},
	cancel(engine, { run }) {
		engine.runs.delete(run);
	},
	// While a large company is being stored the list waits, and nothing else does.
	sessions: (engine, _, late) => late(sessionsIn(storeOf(engine))),
	async do(engine, { verb, args }) {
		const { world, runner } = opened(engine);
		// In the past the command starts a branch; that one finishes its millisecond by the direct door, byte for byte alike.
		await finishMillisecond(world, runner.through);
		const done = world.do({ verb, args } as Command);
		runner.shown = world.checkpoint().seq;
		return done;
	},
	play(engine, { pace, to }) {
		opened(engine).runner.play(pace, to);
	},
	pause: (engine) => opened(engine).runner.pause(),
	step(engine, { unit, direction }, late) {
		const { runner, world } = opened(engine);
		runner.pause();
		if (stepWithin(runner, unit, direction)) return { shown: runner.shown };
		world.back();
		runner.shown = world.checkpoint().seq;
		if (isMoot(world, unit)) return { shown: runner.shown, moot };
		return late(runner.run(unit).then(() => ({ shown: runner.shown })));
	},
	seek: (engine, { to }) => moved(engine, (world) => world.seek(to)),
	back: (engine) => moved(engine, (world) => world.back()),
	fork(engine, { name, at }) {
		let id = 0;
		moved(engine, (world) => (id = world.fork(at, name).id));
		return { branch: id };
	},
	activate: (engine, { branch }) => moved(engine, (world) => world.branches.activate(branch)),
	renameBranch: (engine, { branch, name }) => opened(engine).world.branches.rename(branch, name),
	discardBranch: (engine, { branch, discarded }) => opened(engine).world.branches.discard(branch, discarded),
	undo,
	redo(engine) {
		let isRedone = false;
		moved(engine, (world) => (isRedone = world.branches.redo()));
		return isRedone;
	},
	query(engine, asked, late) {
		const { world, runner } = opened(engine);
		const turns = async (steps: never) => (await import('./query-turns')).queryInTurns(engine, steps, asked.args);
		return runQuery(world, asked, runner.shown, (steps) => late(turns(steps as never)));
	},
	answer: async (engine, request) => (await import('./wire-answer')).answerWire(opened(engine), request),
	graph: async (engine, request) => (await import('./graph-answer')).answerGraph(opened(engine), request),
	setDoor(engine, { door }) {
		opened(engine).runner.door = door;
	},
	setStops(engine, { stops }) {
		opened(engine).runner.stops = stops;
	},
	visible(engine, { visible }) {
		engine.visible = visible;
	},
	...presenting
};

export async function handlerOf<K extends Kind>(kind: K): Promise<Handler<K>> {
	const known: { readonly [kind in Kind]?: unknown } = handlers;
	return (known[kind] ?? (await import('./further')).further[kind as Further]) as Handler<K>;
}
