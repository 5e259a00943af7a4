import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Ms, Rule, Row, TableName, Tell } from './base';
import type { Failure } from './job/escrow';
import type { Trace } from './trace';

/** What a unit asks of the world: an application's answer, or that time passes (C-313). */
export type Ask = { readonly ask: 'send'; readonly request: ScimRequest } | { readonly ask: 'wait'; readonly ms: Ms };

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
	readonly result: 'done' | 'failed' | 'putAside' | 'unauthorized';
	readonly exported: boolean;
	/** What stops the whole cycle: only the probe says so (C-322, C-323). */
	readonly failure?: Failure;
}

/** The handling of one object. It reads its subject, tells, asks and returns; nothing else. */
export type Unit = Generator<Ask, Outcome, ScimResponse | undefined>;

/** What every unit is given beside its subject. */
export interface UnitContext {
	readonly now: Ms;
	readonly tell: Tell;
	/** The number of a text that facts refer to. */
	readonly text: (text: string) => number;
	/** Collects operands when somebody asks why; absent in ordinary runs. */
	readonly trace?: Trace;
}
