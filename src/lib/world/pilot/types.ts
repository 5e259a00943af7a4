import * as z from 'zod/mini';
import type { Ms, Slot } from '#lib/engine/base';
import type { Timed } from '../plan/rows';

const slot = z.int().check(z.nonnegative());

/** Who comes in a wave: groups that exist, a group that a rule fills, or so many of those who are left. */
const whoSchema = z.discriminatedUnion('is', [
	z.object({ is: z.literal('groups'), groups: z.array(slot).check(z.minLength(1), z.maxLength(50)) }),
	z.object({ is: z.literal('rule'), rule: z.string().check(z.minLength(1), z.maxLength(3072)) }),
	/** null: everybody who is left. */
	z.object({ is: z.literal('number'), count: z.nullable(z.int().check(z.minimum(1), z.maximum(200_000))) })
]);

export const waveSchema = z.object({
	id: z.string().check(z.minLength(1), z.maxLength(40)),
	name: z.string().check(z.minLength(1), z.maxLength(80)),
	who: whoSchema
});
export type Wave = z.output<typeof waveSchema>;

/** Waves of one application, and the time between two of them. */
export const pilotSchema = z.object({
	app: z.string().check(z.minLength(1), z.maxLength(60)),
	gapHours: z.number().check(z.minimum(0.05), z.maximum(720)),
	waves: z.array(waveSchema).check(z.minLength(1), z.maxLength(12))
});
export type Pilot = z.output<typeof pilotSchema>;

export type WaveOutcome = 'created' | 'matched' | 'updated' | 'disabled' | 'deleted' | 'staged' | 'failed' | 'skipped';

/** What becomes of one object in a wave. */
export interface WaveRow {
	readonly kind: 'user' | 'group';
	readonly slot: Slot;
	readonly name: string;
	readonly outcome: WaveOutcome;
	/** Why it failed or was skipped. */
	readonly code: string;
	readonly rule: string;
	/** By which attribute an account was found. */
	readonly matchedBy: { readonly attribute: string; readonly value: string } | null;
	readonly modified: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[];
	/** It failed at first, and came right later. */
	readonly retried: boolean;
}

export interface Counted {
	readonly name: string;
	readonly count: number;
}

/** An attribute that is written to accounts which exist already. */
export interface ChangedAttribute extends Counted {
	/** Of them, those that had another value before: it is lost in the application. */
	readonly overwritten: number;
}

/** An account that was made although another one looks like the same person's. */
export interface Suspect {
	readonly person: string;
	readonly account: string;
	/** What both have in common. */
	readonly by: string;
}

export interface Load {
	readonly requests: number;
	readonly writes: number;
	/** Answers 429. */
	readonly throttled: number;
	/** The busiest minute, and what is allowed in one; null: the application names no limit. */
	readonly perMinute: readonly { readonly what: string; readonly peak: number; readonly limit: number | null }[];
	/** The busiest second, and what the application takes in one. */
	readonly perSecond: { readonly peak: number; readonly limit: number | null };
}

export interface WaveReport {
	readonly id: string;
	readonly name: string;
	readonly at: Ms;
	/** When the cycle that it is about ended; null: no such cycle ran. */
	readonly end: Ms | null;
	/** From the assignment to that end. */
	readonly took: Ms;
	/** What was done, in words. */
	readonly told: readonly string[];
	/** People who were let in and were not before. */
	readonly people: number;
	/** Of them, those who have an account in use at the end. */
	readonly reached: number;
	/** Objects that something was written for in the same time, and that are not of this wave. */
	readonly others: number;
	/** Members of groups inside these groups, who are left out (C-069). */
	readonly nested: number;
	readonly counts: { readonly [outcome in WaveOutcome]: number };
	/** The first of each outcome. */
	readonly rows: readonly WaveRow[];
	readonly matchedBy: readonly Counted[];
	readonly failures: readonly Counted[];
	readonly skips: readonly Counted[];
	readonly changes: readonly ChangedAttribute[];
	readonly suspects: { readonly count: number; readonly first: readonly Suspect[] };
	/** Accounts of the application that belong to nobody. */
	readonly unmatched: { readonly count: number; readonly first: readonly string[] };
	readonly quarantine: string | null;
	readonly mails: number;
	readonly load: Load;
}

export interface PilotReport {
	readonly app: { readonly key: string; readonly name: string };
	/** The company that it was worked out for. */
	readonly from: { readonly at: Ms; readonly standing: string; readonly users: number };
	readonly waves: readonly WaveReport[];
	/** Why a wave could not be done; the ones after it were not tried. */
	readonly stopped: string | null;
	readonly commands: readonly Timed[];
	readonly end: Ms;
}

/** How far it has come. */
export interface PilotProgress {
	readonly wave: number;
	readonly of: number;
	/** Objects of the present cycle's work list that were looked at. */
	readonly looked: number;
	readonly objects: number;
}
