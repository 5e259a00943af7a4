import type { Place } from './error';

/** A time of day, with its date if one is written. */
export interface Time {
	readonly text: string;
	readonly date: { readonly month: number; readonly day: number } | null;
	readonly hour: number;
	readonly minute: number;
}

/** An argument as it is written, and what it says. */
export interface Argument {
	readonly place: Place;
	/** All of it. */
	readonly text: string;
	/** The name before an equals sign. */
	readonly key: string | null;
	/** What is meant: without the key and without quotation marks; text(3) is xxx. */
	readonly value: string;
	/** A text in quotation marks, or text(n). */
	readonly quoted: boolean;
}

export interface Option {
	readonly place: Place;
	readonly name: string;
	readonly value: string;
}

export interface Do {
	readonly is: 'do';
	readonly place: Place;
	readonly text: string;
	readonly time: Time;
	readonly action: string;
	readonly args: readonly Argument[];
}

export const cycleKinds = ['initial', 'inc', 'delta', 'probe', 'demand', 'batch'] as const;
export type CycleWord = (typeof cycleKinds)[number];

export const operations = [
	'create',
	'update',
	'enable',
	'disable',
	'delete',
	'skip',
	'fail',
	'staged',
	'ref',
	'refFail',
	'link'
] as const;
export type Operation = (typeof operations)[number];

/** Objects, and the error code or words of the reason that they share. */
export interface Group {
	readonly place: Place;
	readonly ids: readonly string[];
	readonly code: string | null;
}

export interface Expected {
	readonly place: Place;
	readonly operation: Operation;
	readonly count: number | null;
	/** null: only the number counts. */
	readonly groups: readonly Group[] | null;
}

export interface Result {
	readonly is: 'result';
	readonly place: Place;
	readonly text: string;
	readonly time: Time;
	readonly job: string;
	readonly kind: CycleWord;
	readonly expected: readonly Expected[];
}

/** app(slack, 7).title.length: a name, its arguments, and what follows after points. */
export interface Part {
	readonly place: Place;
	readonly name: string;
	readonly args: readonly Argument[] | null;
}

export interface Check {
	readonly is: 'check';
	readonly place: Place;
	readonly text: string;
	/** null: the end of the cycle of the result above. */
	readonly time: Time | null;
	readonly above: Result | null;
	readonly expression: readonly Part[];
	/** The expression as it is written. */
	readonly asked: string;
	readonly relation: '=' | 'lacks';
	readonly value: string;
	readonly quoted: boolean;
}

export type Statement = Do | Result | Check;

/** One sandbox and what happens in it. */
export interface Script {
	readonly place: Place;
	readonly preset: string;
	readonly options: readonly Option[];
	readonly statements: readonly Statement[];
}
