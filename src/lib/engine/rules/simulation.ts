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
		'SC-04',
		'A failed object is tried again in the next cycle, then after 80, 160, 320, 640 and 1,280 minutes, then every 24 hours; a change of the object makes it due in the next cycle.',
		'',
		'assumed',
		'C-304, C-306: an object that failed is retried in the next cycle, then after 80, 160 and 320 minutes'
	),
	entry(
		'SC-06',
		'A sign-in needs an assignment in Entra ID, which counts at once, and an active account in the application.',
		'',
		'assumed',
		'says of a sign-in which part is missing (SC-06)'
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
	),
	entry(
		'SC-10',
		'A sign-in name whose domain the tenant has not verified is refused with the sentence of Microsoft Graph (Request_BadRequest). Which domains are verified, and that the refusal lists them in brackets, is ours.',
		'Okta support: Office 365 provisioning error, domain portion of the userPrincipalName; captured answers of Microsoft Graph',
		'simplified',
		'SC-10, H-317: is a sign-in name of a domain that is not verified, new or changed'
	),
	entry(
		'SC-11',
		'In the audit log a report of Account Discovery begins as the activity "Discover identities": the list of activities names none for it.',
		'',
		'assumed',
		'C-467, SC-11: stands in the audit log under a name of our own'
	)
];
