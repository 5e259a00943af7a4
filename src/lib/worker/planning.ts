import type { PilotProgress, PilotReport } from '#lib/world/pilot';
import type { RowResult } from '#lib/world/plan';
import { long } from './long';

export type { Pilot, PilotProgress, PilotReport, WaveReport } from '#lib/world/pilot';
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

/** It comes when somebody runs the first plan, so that the engine starts without it. */
const turns = () => import('./plan-turns');

/** Test plans and pilots are tried in a copy of the open session, a few events a turn. */
export const planning = {
	runTests: long<'runTests'>(async (engine, ask) => (await turns()).testsInTurns(engine, ask)),
	runPilot: long<'runPilot'>(async (engine, ask) => (await turns()).pilotInTurns(engine, ask)),
	openTest: long<'openTest'>(async (engine, ask) => (await turns()).testAsBranch(engine, ask)),
	openPilot: long<'openPilot'>(async (engine, ask) => (await turns()).pilotAsBranch(engine, ask))
};
