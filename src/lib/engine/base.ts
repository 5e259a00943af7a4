/** Virtual milliseconds since 1970, UTC. */
export type Ms = number;
/** A fact's place among the facts of its branch. */
export type Seq = number;
/** A row's place in its table: never reused, so it is an identity. */
export type Slot = number;
/** A rule of the specification: C-178, H-101. */
export type Rule = `${string}-${number}`;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Row {
	readonly slot: Slot;
}

/** The order is part of every fact's subject and of the fingerprint: append only. */
export const tableNames = [
	'commands',
	'users',
	'groups',
	'members',
	'assignments',
	'apps',
	'accounts',
	'jobs',
	'cycles',
	'links',
	'escrows',
	'feed',
	'timers',
	'mails',
	'audits',
	'tenant',
	'configs',
	'plans',
	'removals',
	'written',
	'adUsers',
	'adFeed',
	'adUnits',
	'connect',
	'connectRuns',
	'connectExports',
	'agents',
	'adSchema',
	'workers',
	'hrFeed',
	'uploads',
	'uploadCalls',
	'adGroups',
	'discoveries',
	'discovered'
] as const;
export type TableName = (typeof tableNames)[number];

/** A fact as a view reads it; it is stored as columns. */
export interface Fact {
	readonly seq: Seq;
	readonly at: Ms;
	readonly kind: FactKind;
	readonly rule: Rule;
	/** The fact that brought this one about; a command writes a fact too. 0 is the beginning of the world. */
	readonly cause: Seq;
	readonly subject: { readonly table: TableName; readonly slot: Slot };
	/** What the decision saw, as bits; their meaning goes by kind. */
	readonly guards: number;
	/** A status, a slot or a text number; its meaning goes by kind. */
	readonly detail: number;
}

/** The order is stored: append only. */
export const factKinds = [
	/** The world begins; detail: none. */
	'world.began',
	/** A person did something; subject: the command. */
	'command',
	/** A source object changed; detail: text, what changed. */
	'source.changed',
	/** A cycle began; subject: the cycle; detail: number of objects of its work list. */
	'cycle.started',
	/** detail: the text of its state (C-318). */
	'cycle.ended',
	/** The opening probe failed (C-118); detail: text. */
	'cycle.aborted',
	/** Objects that the cycle read and left alone without a row of their own; detail: how many. */
	'cycle.passed',
	/** A unit opens: the object is imported; detail: the change type. */
	'import',
	/** guards: ScopeGuard bits; detail: text of the failed clause, or 0. */
	'scope',
	/** detail: number of hits. */
	'match',
	/** guards: decision guards; rule: the row of the decision table. */
	'decide',
	/** A request was answered; detail: status + method * 1000. */
	'request',
	/** detail: text, the error's code and reason. */
	'fail',
	/** The log row of a unit; detail: packed action, status and code (see logRow). */
	'row',
	/** A reference was written; detail: slot of the referenced object. */
	'reference',
	/** A reference could not be resolved; detail: slot of the referenced object. */
	'reference.unresolved',
	/** A membership was written or refused; detail: slot of the members row or of the member. */
	'membership',
	'membership.unresolved',
	/** The job entered, kept or left quarantine; detail: text of the reason. */
	'quarantine',
	'quarantine.lifted',
	/** The job was switched off by the service or a person; detail: text. */
	'job.state',
	'mail',
	'audit',
	'escrow.dropped',
	/** An app's administrator or user changed an account; detail: text. */
	'account.changed',
	/** A dynamic rule was evaluated; detail: number of changes. */
	'rule.evaluated',
	/** A warning row (C-111); detail: slot of the other link. */
	'warning',
	/** Connect began a run; subject: the run; detail: 1 initial, 2 delta. */
	'connect.started',
	/** Connect wrote, staged or failed one account; subject: the account; guards: the run; detail: text, "action code". */
	'connect.row',
	/** detail: text of its status. */
	'connect.ended',
	/** A report of Account Discovery began; its requests carry no cycle. */
	'discovery.started',
	/** guards: 1 it failed; detail: text, the sentence. */
	'discovery.ended'
] as const;
export type FactKind = (typeof factKinds)[number];

/** Writes a fact. The detail is a number, or a text that is kept once. */
export type Tell = (kind: FactKind, rule: Rule, guards?: number, detail?: number | string) => Seq;
