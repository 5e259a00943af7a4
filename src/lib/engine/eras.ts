import type { Ms } from './base';

export const eras = [2016, 2017, 2019, 2021, 2024] as const;
export type Era = (typeof eras)[number];

const minute = 60_000;

/** What differs between the generations of the service (section 1 of the cycle rules). */
export interface EraProfile {
	/** C-003, C-009, C-013, C-015, C-018; null: the connector's own. */
	readonly intervalMs: Ms;
	/** C-002, C-004: a job that fails slows down but is never quarantined. */
	readonly quarantine: boolean;
	/** C-014, C-353: off after four weeks. */
	readonly switchOff: boolean;
	/** C-005: losing access never sends DELETE. */
	readonly deletes: boolean;
	/** C-016, C-344: hours after the first failure, then every 24; null: the waiting time doubles. */
	readonly retryHours: readonly number[] | null;
	/** C-017: on-demand runs of groups. */
	readonly onDemand: 'no' | 'users' | 'users and groups';
	readonly deletionThreshold: boolean;
	readonly skipFlag: boolean;
	/** C-002. */
	readonly accountDiscovery: boolean;
	/** C-008: a mail about problems of any kind, one a day; later only what concerns the whole job sends one (C-464). */
	readonly problemMails: boolean;
	/** C-020. */
	readonly sourceSystem: string;
	/** C-063. */
	readonly scheduleInterval: string;
	/** C-428 to C-436: how long a cycle takes is told by a table, not by a formula. */
	readonly durationTable: boolean;
}

const first: EraProfile = {
	intervalMs: 10 * minute,
	quarantine: false,
	switchOff: false,
	deletes: false,
	retryHours: null,
	onDemand: 'no',
	deletionThreshold: false,
	skipFlag: false,
	accountDiscovery: false,
	problemMails: false,
	sourceSystem: 'Azure Active Directory',
	scheduleInterval: 'PT10M',
	durationTable: false
};

const profiles: Record<Era, EraProfile> = {
	2016: { ...first, problemMails: true },
	2017: { ...first, deletes: true },
	2019: {
		...first,
		deletes: true,
		quarantine: true,
		switchOff: true,
		intervalMs: 40 * minute,
		scheduleInterval: 'PT40M'
	},
	2021: {
		...first,
		deletes: true,
		quarantine: true,
		switchOff: true,
		intervalMs: 40 * minute,
		onDemand: 'users',
		skipFlag: true,
		durationTable: true,
		scheduleInterval: 'PT20M'
	},
	2024: {
		intervalMs: 40 * minute,
		quarantine: true,
		switchOff: true,
		deletes: true,
		retryHours: [6, 12, 24],
		onDemand: 'users and groups',
		deletionThreshold: true,
		skipFlag: true,
		accountDiscovery: true,
		problemMails: false,
		sourceSystem: 'Microsoft Entra ID',
		scheduleInterval: 'PT40M',
		durationTable: false
	}
};

export function eraProfile(era: Era): EraProfile {
	return profiles[era];
}
