import type { Json, Ms, Row, Seq, Slot } from '#lib/engine/base';
import type { Resource } from '#lib/apps';
import type { Edition } from '#lib/engine/edition';
import type { Era } from '#lib/engine/eras';

/** A command is what a person did; n is its place in the journal. */
export interface CommandRow extends Row {
	readonly n: number;
	readonly at: Ms;
	readonly verb: string;
	readonly args: Json;
	readonly fact: Seq;
}

/** An application of the tenant: the service principal on our side, the vendor's switches on the other. */
export interface AppRow extends Row {
	/** As scripts and addresses name it: slack, slack-b. */
	readonly key: string;
	/** Its kind in the catalogue. */
	readonly kind: string;
	readonly name: string;
	/** The object id of the service principal. */
	readonly id: string;
	/** The bearer token that the application accepts. */
	readonly token: string;
	readonly supportsDisable: boolean;
	readonly created: Ms;
	/** Before 2020-04-16 the default role is not accepted (C-019). */
	readonly configuredAt: Ms;
	/** The vendor's switches, seats, lookup tables and faults, by name. */
	readonly settings: { readonly [name: string]: Json };
	/** The roles that can be chosen on assignment. */
	readonly roles: readonly string[];
}

export interface AccountRow extends Row {
	readonly app: Slot;
	readonly resource: Resource;
}

/** Something that time alone brings about. */
export interface TimerRow extends Row {
	readonly due: Ms;
	readonly what:
		| 'dynamic.user'
		| 'dynamic.group'
		| 'purge.user'
		| 'purge.group'
		| 'ad.feed'
		| 'ad.propagate'
		| 'hr.effective'
		| 'hr.daily'
		| 'connect.retry';
	readonly subject: Slot;
	readonly cause: Seq;
}

export interface MailRow extends Row {
	readonly at: Ms;
	readonly job: Slot;
	readonly to: string;
	readonly about: 'quarantine' | 'quarantine changed' | 'deletions' | 'switched off' | 'problems' | 'connect' | 'feed';
	readonly text: string;
}

export interface AuditRow extends Row {
	readonly at: Ms;
	readonly job: Slot;
	/** C-468. */
	readonly activity: string;
	readonly text: string;
	/** The fact that caused it. */
	readonly cause: Seq;
}

/** The one row of the tenant's own settings. */
export interface TenantRow extends Row {
	readonly name: string;
	readonly domain: string;
	readonly tenantId: string;
	readonly seedText: string;
	readonly size: number;
	readonly preset: string;
	readonly era: Era;
	readonly start: Ms;
	/** C-066. */
	readonly replicationMs: Ms;
	/** C-441: the shortest duration of an initial cycle. */
	readonly cycleMinutes: number;
	/** C-116 or C-117. */
	readonly staleLink: 'recreate' | 'invalidAnchor';
	/** C-336. */
	readonly thresholdScale: number;
	readonly extras: boolean;
	readonly brownfield: boolean;
	readonly groupMapping: boolean;
	/** O-28, O-29: which human-resources system there is. */
	readonly hr: 'workday' | 'successfactors' | 'none';
	readonly ad: boolean;
	/** O-27. */
	readonly captureHireDate: boolean;
	/** H-088: people with dates ahead are looked at every day. */
	readonly dailyDates: boolean;
	/** Without it: P2. */
	readonly edition?: Edition;
	/** H-312: users who hold an administrator role; absent: those of the sample. */
	readonly administrators?: readonly Slot[];
}
