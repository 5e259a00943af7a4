import type { Json, Ms, Row, Seq, Slot } from '../base';
import type { AttributeMapping } from '../mapping';
import type { ScopingFilter } from '../scoping';
import type { PrincipalKind } from '../source';
import type { Failure } from './escrow';

export type QuarantineReason =
	| 'EncounteredBaseEscrowThreshold'
	| 'EncounteredTotalEscrowThreshold'
	| 'EncounteredEscrowProportionThreshold'
	| 'EncounteredQuarantineException'
	| 'QuarantinedOnDemand'
	| 'TooManyDeletes'
	| 'IngestionInterrupted'
	| 'Unknown';

/** C-341: when the service last looked, since when, how often, and when it looks again. */
export interface Quarantine {
	readonly reason: QuarantineReason;
	readonly currentBegan: Ms;
	readonly seriesBegan: Ms;
	readonly seriesCount: number;
	readonly nextAttempt: Ms;
	readonly error: { readonly code: string; readonly message: string } | null;
}

/** One object mapping: users or groups (C-202 to C-215). */
export interface ObjectMapping {
	readonly enabled: boolean;
	readonly create: boolean;
	readonly update: boolean;
	readonly delete: boolean;
	readonly attributes: readonly AttributeMapping[];
	readonly filter: ScopingFilter | null;
	/** M-030: source attributes whose empty value may flow; the mapping has a switch of its own. */
	readonly nullFlowSources?: readonly string[];
}

/** What an administrator configured; a saved change is a new row, so that a running cycle keeps the one it began with. */
export interface ConfigRow extends Row {
	readonly job: Slot;
	readonly users: ObjectMapping;
	readonly groups: ObjectMapping | null;
	readonly scopeMode: 'assigned' | 'all';
	readonly notificationMail: string | null;
	readonly sendMail: boolean;
	/** null: accidental deletion prevention is off (C-250). */
	readonly deletionThreshold: number | null;
	/** C-243: keys such as SkipOutOfScopeDeletions live among the secrets. */
	readonly secrets: { readonly [key: string]: string };
	readonly dialect: 'legacy' | 'aadOptscim062020';
	/** What the service says of a tenant URL that leads elsewhere; null: it leads to the application (S-001). */
	readonly misled?: Failure | null;
	/** J-026: the schema that was imported last, for what it says beside the mappings, and the targets that took no part. */
	readonly imported?: {
		readonly text: string;
		readonly without: { readonly users: readonly string[]; readonly groups: readonly string[] };
	} | null;
}

/** C-451 to C-454. */
export interface Counts {
	readonly entitled: number;
	readonly escrowed: number;
	readonly exported: number;
	readonly exports: number;
	readonly imported: number;
	readonly importedDeltas: number;
	/** Writes of managers and members: they are no entries of their own. */
	readonly references: number;
}

export const noCounts: Counts = {
	entitled: 0,
	escrowed: 0,
	exported: 0,
	exports: 0,
	imported: 0,
	importedDeltas: 0,
	references: 0
};

export type ExecutionState = 'Succeeded' | 'Failed' | 'EntryLevelErrors';

export interface Execution {
	readonly cycle: Slot;
	readonly state: ExecutionState;
	readonly began: Ms;
	readonly ended: Ms;
	readonly counts: Counts;
	readonly error: string | null;
}

export interface JobRow extends Row {
	readonly app: Slot;
	/** C-034: template, tenant and an id of its own. */
	readonly id: string;
	/** C-029. Paused: the service stopped it (C-134); Disabled: off, by a person or after four weeks. */
	readonly schedule: 'Disabled' | 'Active' | 'Paused';
	/** Who switched it off: a person (Off) or quarantine (C-353). */
	readonly offBy: 'person' | 'quarantine' | null;
	readonly config: Slot;
	readonly intervalMs: Ms;
	/** H-401: nothing is pulled; a cycle begins when somebody sends something. */
	readonly listens?: boolean;
	/** The next start of a cycle; null while off. */
	readonly nextAt: Ms | null;
	/** null: the next cycle is an initial one (C-118, C-139). */
	readonly watermark: Ms | null;
	readonly everStarted: boolean;
	readonly everCompleted: boolean;
	/** The cycle that runs, other than on-demand runs. */
	readonly cycle: Slot | null;
	/** C-371: what a restart asked for while a cycle ran. */
	readonly pendingReset: string | null;
	readonly forceDeletes: boolean;
	readonly quarantine: Quarantine | null;
	readonly escrowsPruned: boolean;
	readonly successiveFailures: number;
	readonly steadyFirst: Ms | null;
	readonly steadyLast: Ms | null;
	readonly last: Execution | null;
	readonly lastSuccessful: Execution | null;
	readonly lastWithExports: Execution | null;
	/** The fact that last set the schedule. */
	readonly cause: Seq;
}

export type CycleKind = 'initial' | 'incremental' | 'demand';
/** Probe, objects, references, the guard, removals, memberships: in this order (C-118 to C-151, C-255, C-264). */
export const phases = ['probe', 'objects', 'references', 'removals', 'memberships', 'done'] as const;
export type Phase = (typeof phases)[number];

/** What is settled when a cycle starts; never changed, so that the cycle's own row stays small. */
export interface PlanRow extends Row {
	/** Objects in order: kind * 2^24 + slot, as packed in a fact. */
	readonly work: readonly number[];
	/** For each, the fact that put it on the list. */
	readonly causes: readonly Seq[];
	/** The place on the tape at which the source is read (C-127, C-157). */
	readonly op: number;
}

export interface CycleRow extends Row {
	readonly job: Slot;
	readonly kind: CycleKind;
	readonly config: Slot;
	readonly plan: Slot;
	readonly startedAt: Ms;
	readonly due: Ms;
	readonly phase: Phase;
	readonly next: number;
	readonly removals: number;
	readonly staged: boolean;
	readonly counts: Counts;
	/** C-557: refusals in a row. */
	readonly refused: number;
	/** The answers of a parked unit, fed to it again when it goes on. */
	readonly answers: readonly Json[];
	readonly told: number;
	/** The last fact that the parked unit told: the cause of what it tells next. */
	readonly lastTold: Seq;
	readonly endedAt: Ms | null;
	readonly state: ExecutionState | null;
	readonly fact: Seq;
}

export interface LinkRow extends Row {
	readonly job: Slot;
	readonly kind: PrincipalKind;
	readonly source: Slot;
	readonly sourceId: string;
	readonly targetId: string;
	readonly displayName: string;
	/** Ends with an out-of-scope disable (C-178, C-179). */
	readonly managed: boolean;
	/** C-448: a tombstone counts and takes part in nothing. */
	readonly gone: boolean;
	/** The cycle that created its target: what follows the create belongs to it (C-124, C-263). */
	readonly createdIn?: Slot;
}

export interface EscrowRow extends Row {
	readonly job: Slot;
	readonly kind: PrincipalKind;
	readonly source: Slot;
	readonly code: string;
	readonly reason: string;
	readonly firstAt: Ms;
	readonly lastAt: Ms;
	/** Attempts that failed so far. */
	readonly attempts: number;
	readonly dueAt: Ms;
	readonly cause: Seq;
	/** C-288: only a reference of it failed, which counts apart. */
	readonly reference?: boolean;
}

/** A removal that was put aside for the guard, or is held back by it (C-255). */
export interface RemovalRow extends Row {
	readonly job: Slot;
	readonly cycle: Slot;
	readonly item: number;
	readonly cause: Seq;
	readonly held: boolean;
	/** C-258: an earlier cycle held it back, and somebody has allowed it. */
	readonly allowed?: true;
}

/** A membership that the job has written to its target: what it may remove again (C-274). */
export interface WrittenMemberRow extends Row {
	readonly job: Slot;
	readonly group: Slot;
	readonly member: Slot;
	readonly targetId: string;
}
