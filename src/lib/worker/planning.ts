import type { PilotProgress, PilotReport } from '#lib/world/pilot';
import type { RowResult } from '#lib/world/plan';
import type { Engine, later } from './engine';
import type { Heard } from './protocol';

export type { PilotProgress, PilotReport, WaveReport } from '#lib/world/pilot';
export type { RowResult, TestRow } from '#lib/world/plan';

/** How far a test plan or a pilot is. */
export interface PlanProgress {
	readonly run: number;
	/** Rows of a test plan that are done, in order. */
	readonly results?: readonly RowResult[];
	readonly pilot?: PilotProgress;
}

export type TestsReport = { readonly cancelled: boolean; readonly results: readonly RowResult[] };
export type PilotTold = { readonly cancelled: boolean; readonly report: PilotReport };
/** null: it was cancelled, or could not be done. */
export type PlanOpened = { readonly branch: number | null; readonly why: string | null };

type Late = (late: Promise<unknown>) => typeof later;

/** It comes when somebody runs the first plan, so that the engine starts without it. */
const turns = () => import('./plan-turns');

/** Test plans and pilots are tried in a copy of the open session, a few events a turn. */
export const planning = {
	runTests(engine: Engine, ask: Heard<'runTests'>, late: Late) {
		engine.runs.add(ask.run);
		return late(turns().then(({ testsInTurns }) => testsInTurns(engine, ask)));
	},
	runPilot(engine: Engine, ask: Heard<'runPilot'>, late: Late) {
		engine.runs.add(ask.run);
		return late(turns().then(({ pilotInTurns }) => pilotInTurns(engine, ask)));
	},
	openTest(engine: Engine, ask: Heard<'openTest'>, late: Late) {
		engine.runs.add(ask.run);
		return late(turns().then(({ testAsBranch }) => testAsBranch(engine, ask)));
	},
	openPilot(engine: Engine, ask: Heard<'openPilot'>, late: Late) {
		engine.runs.add(ask.run);
		return late(turns().then(({ pilotAsBranch }) => pilotAsBranch(engine, ask)));
	}
};
