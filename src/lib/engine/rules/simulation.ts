import { entry, type RuleEntry } from './types';

/** How time and commands work in the simulation: our own rules, except where one names a source. */
export const simulationRules: readonly RuleEntry[] = [
	entry(
		'SC-01',
		'At one instant commands come first, then time-driven events, then the cycles, which all read before any of them writes.',
		'',
		'assumed',
		'live commands give what their journal gives again (seed %i)'
	),
	entry(
		'SC-02',
		'A sign-in name whose domain the tenant has not verified is refused with the sentence of Microsoft Graph (Request_BadRequest). Which domains are verified, and that the refusal lists them in brackets, is ours.',
		'Okta support: Office 365 provisioning error, domain portion of the userPrincipalName; captured answers of Microsoft Graph',
		'simplified',
		'SC-02, H-317: is a sign-in name of a domain that is not verified, new or changed'
	),
	entry(
		'SC-03',
		'In the audit log a report of Account Discovery begins as the activity "Discover identities": the list of activities names none for it.',
		'',
		'assumed',
		'C-467, SC-03: stands in the audit log under a name of our own'
	),
	entry(
		'SC-07',
		'Without Update, and where a reference is mapped only during creation, manager and members are written by the cycle that creates the object, and by no later one.',
		'',
		'assumed',
		'C-203, SC-07: without Update neither a manager nor members change, but a create brings its own'
	),
	entry(
		'SC-08',
		"A manager or a member that could not be written is tried again at the distances of a failed object; the object's own result, and the cycle's, stay what they are.",
		'',
		'assumed',
		'C-288, C-305, SC-08: a manager that could not be written is tried again as objects are'
	),
	entry(
		'SC-09',
		'Whoever changes after the scope mode has changed is evaluated by the new mode, also before a restart.',
		'',
		'assumed',
		'C-144, SC-09: who changes after the scope mode has changed is evaluated by the new mode'
	)
];
