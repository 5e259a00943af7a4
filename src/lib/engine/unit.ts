import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Ms, Rule, Row, TableName, Tell } from './base';
import type { Failure } from './job/escrow';
import type { Trace } from './trace';

/**
 * What a unit asks of the world. It cannot always be had at once: then both throw, the unit is left, and it is run again
 * from its beginning once there is more. It reads the same and asks the same, and what it has told already it tells not.
 */
export interface Asking {
	/** An application's answer. */
	ask(request: ScimRequest): ScimResponse;
	/** That time passes (C-313). */
	wait(ms: Ms): void;
}

/** A row of which the world gives the slot when it writes it. */
export const NEW = -1;

/** A change that is written when the unit is done. */
export interface Write {
	readonly table: TableName;
	readonly slot: number;
	readonly row: Row | null;
}

export interface Outcome {
	readonly rule: Rule;
	readonly took: Ms;
	readonly writes: readonly Write[];
	/** What the cycle has to know. */
	readonly result: 'done' | 'failed' | 'putAside' | 'staged' | 'unauthorized';
	readonly exported: boolean;
	/** What stops the whole cycle: only the probe says so (C-322, C-323). */
	readonly failure?: Failure;
}

/** What every unit is given beside its subject. A unit reads its subject, tells, asks and returns; nothing else. */
export interface UnitContext extends Asking {
	readonly now: Ms;
	tell: Tell;
	/** The number of a text that facts refer to. */
	text(text: string): number;
	/** Collects operands when somebody asks why; absent in ordinary runs. */
	readonly trace?: Trace;
}
