export { PilotRun } from './run-pilot';
export { pilotSchema, waveSchema } from './types';
export type {
	ChangedAttribute,
	Counted,
	Load,
	Pilot,
	PilotProgress,
	PilotReport,
	Suspect,
	Wave,
	WaveOutcome,
	WaveReport,
	WaveRow
} from './types';
