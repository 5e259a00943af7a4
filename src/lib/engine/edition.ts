import type { Ms } from './base';

/** The licence of the tenant, as far as provisioning asks for it. */
export const editions = ['Free', 'P1', 'P2'] as const;
export type Edition = (typeof editions)[number];

const day = 24 * 3_600_000;

/** C-475, C-527: for how long rows of the audit log and of the provisioning log are kept. */
export function logsKeptMs(edition: Edition): Ms {
	return (edition === 'Free' ? 7 : 30) * day;
}

/** C-072, C-528: assigning groups and viewing the provisioning log ask for P1 or P2. */
export function isPremium(edition: Edition): boolean {
	return edition !== 'Free';
}
