/** E: employee, C: contingent worker. */
export type WorkerType = 'E' | 'C';

export type CastRow = readonly [
	index: number,
	givenName: string,
	familyName: string,
	displayName: string,
	department: string | null,
	title: string,
	city: string,
	country: string,
	country2: string,
	manager: number | null,
	workerId: string,
	userPrincipalName: string,
	mail: string | null,
	type: WorkerType
];

/** A name as its owner writes it; `romanised` is null where that is Latin already. */
export interface Name {
	readonly native: string;
	readonly romanised: string | null;
}

export interface Locale {
	readonly id: string;
	readonly country: string;
	readonly weight: number;
	readonly givenNames: readonly Name[];
	readonly familyNames: readonly Name[];
	readonly cities: readonly string[];
}

/** What is special about a person: everything that triggers a teaching case is one of these (O-05). */
export type EdgeTag =
	| 'noMail'
	| 'noDepartment'
	| 'noSurname'
	| 'initialDomainUpn'
	| 'mailNotUpn'
	| 'countryNotIso2'
	| 'onLeaveDisabled'
	| 'cityNotInLookup'
	| 'titleTooLong'
	| 'deptTrailingSpace'
	| 'dupEmployeeId'
	| 'phoneExtension'
	| 'noManager'
	| 'unverifiedSuffix'
	| 'badCharInName'
	| 'futureHire'
	| 'futureTermination';

export interface Edge {
	readonly tag: EdgeTag;
	readonly perMille: number;
	/** What is different about this person, for somebody who sees the tag for the first time. */
	readonly why: string;
}
