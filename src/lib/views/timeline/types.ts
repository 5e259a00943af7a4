/** What the timeline is told: columns of plain numbers, so that a hundred thousand events cost no objects. */

/** An event's `mark` is an index into this list. */
export const MARK_NAMES = [
	'create',
	'update',
	'enable',
	'disable',
	'delete',
	'other',
	'skip',
	'staged',
	'waiting',
	'failure',
	'command',
	'cue',
	'request'
] as const;
export type MarkName = (typeof MARK_NAMES)[number];

/** An event's `outcome` is an index into this list. */
export const OUTCOMES = ['success', 'skipped', 'warning', 'failure', 'none'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type LaneKind = 'you' | 'hr' | 'ad' | 'connect' | 'entra' | 'app' | 'person' | 'job';

export interface TimelineLane {
	id: string;
	name: string;
	kind: LaneKind;
	/** It never folds away with the quiet ones. */
	pinned?: boolean;
}

/** Sorted by `at`, then by `seq`. The arrays may be longer than `n`: the rest is room to grow. */
export interface TimelineEvents {
	n: number;
	/** Virtual milliseconds. */
	at: Float64Array;
	/** Index into the lanes. */
	lane: Uint16Array;
	/** Index into MARK_NAMES. */
	mark: Uint8Array;
	/** Index into OUTCOMES. */
	outcome: Uint8Array;
	/** The fact that it stands for. */
	seq: Uint32Array;
	subject: Uint32Array;
}

export interface TimelineCycle {
	lane: number;
	from: number;
	/** null: it still runs. */
	to: number | null;
	kind: 'initial' | 'incremental' | 'demand' | 'probe';
	state: 'done' | 'running' | 'planned';
	seq: number;
	/** What the flag says while the playhead is inside: "cycle 3". */
	name?: string;
}

export interface TimelineQuarantine {
	lane: number;
	from: number;
	/** null: its end is not known. */
	to: number | null;
	/** "Quarantine, next try Wed 03:00". */
	words: string;
	seq: number;
	/** Something else that lasts: a stopped job, an application that answers wrongly. */
	kind?: 'pause' | 'outage';
}

/** The words beside a person's command. */
export interface TimelineLabel {
	seq: number;
	at: number;
	text: string;
}

export interface TimelineData {
	lanes: readonly TimelineLane[];
	/** The lanes that are drawn, from top to bottom: numbers of `lanes`. What stands on others is not drawn. */
	order: readonly number[];
	events: TimelineEvents;
	/** Where single requests stand among the events: the events without them, which alone make the scale. */
	base?: TimelineEvents;
	/** Sorted by `from`, then by `seq`. */
	cycles: readonly TimelineCycle[];
	/** How far each cycle and all before it reach; Infinity: one of them has not ended. */
	reach: readonly number[];
	quarantines: readonly TimelineQuarantine[];
	/** Sorted by `at`. */
	labels: readonly TimelineLabel[];
}
