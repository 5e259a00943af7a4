// What runs worlds of its own asks them at once, so all parts are there.
import '#lib/world/whole';
import * as z from 'zod/mini';
import type { World } from '#lib/world';
import { PilotRun } from '#lib/world/pilot';
import { pilotSchema } from '#lib/world/pilot/types';
import { copyOf, playRow, runRow, type RowResult, type Turns } from '#lib/world/plan';
import { rowSchema } from '#lib/world/plan/rows';
import { graft } from '#lib/world/what-if';
import type { Engine } from './engine';
import type { PilotTold, PlanOpened, PlanProgress, TestsReport } from './planning';
import type { Heard } from './protocol';
import { cancelled, inTurns, openedWorld } from './turns';

const rowsSchema = z.array(rowSchema).check(z.maxLength(200));

/** The engine listens while it is copied, too. */
const copied = (engine: Engine, run: number, world: World) => inTurns(engine, run, copyOf(world), () => {});

/** Every row begins at the same moment of the same company, whatever the rows before it did. */
export async function testsInTurns(engine: Engine, { run, rows }: Heard<'runTests'>): Promise<TestsReport> {
	const results: RowResult[] = [];
	try {
		const world = await copied(engine, run, openedWorld(engine));
		if (world === cancelled) return { cancelled: true, results };
		for (const row of z.parse(rowsSchema, rows)) {
			engine.place.post({ push: 'plan', run, results: [...results] });
			await engine.place.macrotask();
			if (!engine.runs.has(run)) return { cancelled: true, results };
			const result = await inTurns(engine, run, runRow(world, row), () => engine.place.post({ push: 'plan', run }));
			if (result === cancelled) return { cancelled: true, results };
			results.push(result);
		}
		return { cancelled: false, results };
	} finally {
		engine.runs.delete(run);
	}
}

export async function pilotInTurns(engine: Engine, { run, pilot }: Heard<'runPilot'>): Promise<PilotTold> {
	try {
		const asked = z.parse(pilotSchema, pilot);
		const world = openedWorld(engine);
		const copy = await copied(engine, run, world);
		if (copy === cancelled) return { cancelled: true, report: new PilotRun(world, asked).report };
		const waves = new PilotRun(copy, asked);
		const ended = await inTurns(engine, run, waves.run(), () =>
			engine.place.post({ push: 'plan', run, pilot: waves.progress })
		);
		return { cancelled: ended === cancelled, report: waves.report };
	} finally {
		engine.runs.delete(run);
	}
}

/** What a row does, on a branch of the open session. */
export async function testAsBranch(engine: Engine, { run, row, name }: Heard<'openTest'>): Promise<PlanOpened> {
	return asBranch(engine, run, name, (copy) => ({
		work: playRow(copy, z.parse(rowSchema, row)),
		progress: () => ({})
	}));
}

/** The waves of a pilot, on a branch of the open session. */
export async function pilotAsBranch(engine: Engine, { run, pilot, name }: Heard<'openPilot'>): Promise<PlanOpened> {
	return asBranch(engine, run, name, (copy) => {
		const waves = new PilotRun(copy, z.parse(pilotSchema, pilot));
		return { work: waves.run(), progress: () => ({ pilot: waves.progress }) };
	});
}

interface Played {
	readonly work: Turns<unknown>;
	readonly progress: () => Omit<PlanProgress, 'run'>;
}

/** Played in a copy first, so that nothing of it is seen before it is whole. */
async function asBranch(engine: Engine, run: number, name: string, play: (copy: World) => Played): Promise<PlanOpened> {
	try {
		const world = openedWorld(engine);
		const { here } = world.sim.ledger;
		const copy = await copied(engine, run, world);
		if (copy === cancelled) return { branch: null, why: null };
		const { work, progress } = play(copy);
		const told = () => engine.place.post({ push: 'plan', run, ...progress() });
		if ((await inTurns(engine, run, work, told)) === cancelled) return { branch: null, why: null };
		if (engine.session?.world !== world) return { branch: null, why: 'Another company was opened in the meantime.' };
		const { runner } = engine.session;
		runner.pause();
		runner.stopped = null;
		const branch = graft(world, copy, here, name);
		if (!branch) return { branch: null, why: 'The company has changed in the meantime. Try again.' };
		runner.shown = world.checkpoint().seq;
		engine.around.changed();
		return { branch: branch.id, why: null };
	} finally {
		engine.runs.delete(run);
	}
}
