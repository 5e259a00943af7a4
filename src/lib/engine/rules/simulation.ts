import { entry, type RuleEntry } from './types';

/** Our own rules: how time and commands work in the simulation. Nothing here is claimed of the real service. */
export const simulationRules: readonly RuleEntry[] = [
	entry(
		'SC-01',
		'At one instant commands come first, then time-driven events, then the cycles, which all read before any of them writes.',
		'',
		'assumed',
		'live commands give what their journal gives again (seed %i)'
	)
];
