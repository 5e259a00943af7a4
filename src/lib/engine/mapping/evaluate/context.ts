import type { Json } from '../../base';
import { type Budget, stepLimit } from '../regex/budget';
import { invariantLower } from '../regex/casing';
import type { Source, Value } from '../values/value';
import type { Call } from './call';

/** What an evaluation may ask for besides the source object. */
export interface EvaluateOptions {
	readonly source: Source;
	/** The one instant of this evaluation: milliseconds, or an ISO text. */
	readonly now?: number | string;
	/** Values that the target already has, for SelectUniqueValue: a list, or a search. */
	readonly existing?: readonly string[] | ((value: string) => boolean);
	readonly defaultDomain?: string;
	/** Numbers from 0 up to 1 for Guid and RandomString; without it every evaluation draws from a new seed. */
	readonly random?: () => number;
}

/** Attributes that the service computes itself (C-088, C-220, C-496). */
export interface Computed {
	readonly objectId?: string;
	readonly IsSoftDeleted?: boolean;
	readonly appRoleAssignments?: readonly string[];
	readonly userPrincipalName?: Json;
	readonly originalUserPrincipalName?: Json;
	/** Kept as a place among the users; read as an id. */
	readonly manager?: Json;
}

/** Their names by the same in lower case. */
export const computedNames: ReadonlyMap<string, keyof Computed> = new Map(
	'objectId IsSoftDeleted appRoleAssignments userPrincipalName originalUserPrincipalName manager'
		.split(' ')
		.map((name) => [name.toLowerCase(), name as keyof Computed])
);

export const nothingComputed: Computed = {};

/** The same, settled. An engine keeps one and changes `source` from object to object. */
export interface Context {
	source: Source;
	/** What the service computes of the object lies over what is stored of it: copying it for each object would cost more. */
	computed: Computed;
	now: number;
	isTaken: (value: string) => boolean;
	defaultDomain: string | null;
	random: () => number;
	/** Told why a branch is not evaluated; only a trace listens. */
	explain: ((call: Call, slot: number, why: string) => void) | null;
	/** What regular expressions may still cost in this evaluation. */
	readonly budget: Budget;
}

/** One sub-expression, ready to run. */
export type Thunk = (context: Context) => Value;

/** Without a given instant the clock stands still here; nothing in the simulation reads the real one. */
export const standingNow = Date.UTC(2026, 0, 1);

export function createContext(options: EvaluateOptions): Context {
	return {
		source: options.source,
		computed: nothingComputed,
		now: instantOf(options.now),
		isTaken: takenIn(options.existing),
		defaultDomain: options.defaultDomain ?? null,
		random: options.random ?? freshRandom(),
		explain: null,
		budget: { steps: stepLimit }
	};
}

function instantOf(now: number | string | undefined): number {
	if (typeof now === 'number') return now;
	const parsed = now === undefined ? NaN : Date.parse(now);
	return Number.isNaN(parsed) ? standingNow : parsed;
}

const nothingTaken = () => false;

/** A directory search ignores case. */
function takenIn(existing: EvaluateOptions['existing']): (value: string) => boolean {
	if (typeof existing === 'function') return existing;
	if (!existing || existing.length === 0) return nothingTaken;
	const taken = new Set(existing.map(invariantLower));
	return (value) => taken.has(invariantLower(value));
}

let seeds = 0;

/** A generator with a seed that no evaluation before has had: two calls of Guid never agree. */
function freshRandom(): () => number {
	let state = 0;
	return () => {
		if (state === 0) state = Math.imul(++seeds, 0x9e3779b9) | 1;
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
