export { copyOf } from './copy';
export { actNames, expectNames, rowSchema } from './rows';
export type {
	Act,
	ActName,
	CheckResult,
	Expected,
	ExpectName,
	GuideRow,
	LogEvidence,
	PlanName,
	RequestEvidence,
	RowResult,
	TestRow,
	Timed
} from './rows';
export { defaultApp, isHrAct, playRow, runRow } from './run-row';
export type { Turns } from './running';
export { sampleOf, type Sample } from './sample';
export { standingOf } from './standing';
