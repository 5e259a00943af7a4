import { engine } from '#lib/worker/client.svelte';
import { remembered } from '../kit/remember.svelte';

/** How much help somebody took. */
export type Help = 0 | 1 | 2 | 3;

/** How a lesson went: what stays of it. */
export interface Done {
	/** The option that was chosen, from 0. */
	readonly answer: number;
	readonly right: boolean;
	readonly help: Help;
	/** Real time, ms. */
	readonly at: number;
}

/** The lesson in hand. Its company is a session of its own. */
export interface InHand {
	readonly lesson: string;
	readonly session: string;
	/** The commands that its company was made of; absent from a lesson that is older than this record of them. */
	readonly made?: readonly string[];
	/** The session to return to. */
	readonly before: string | null;
	readonly step: number;
	/** The option that is marked; it counts once it is given. */
	readonly answer: number | null;
	readonly given: boolean;
	/** The company has run to the moment of the prediction. */
	readonly ran: boolean;
	/** It came to what the lesson says; false where somebody had changed the company before. */
	readonly came: boolean;
	/** The row of the log that tells of it. */
	readonly seq: number | null;
	readonly help: Help;
}

type AllDone = Readonly<Record<string, Done>>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isDone = (value: unknown): value is Done =>
	isRecord(value) &&
	typeof value.answer === 'number' &&
	typeof value.right === 'boolean' &&
	typeof value.at === 'number';
const isAllDone = (value: unknown): value is AllDone => isRecord(value) && Object.values(value).every(isDone);
const isInHand = (value: unknown): value is InHand | null =>
	value === null ||
	(isRecord(value) &&
		typeof value.lesson === 'string' &&
		typeof value.session === 'string' &&
		typeof value.step === 'number' &&
		typeof value.given === 'boolean');

const done = remembered<AllDone>('lessons.done', {}, isAllDone);
const hand = remembered<InHand | null>('lessons.hand', null, isInHand);

/** Where somebody is in the lessons: a few words in the browser's own storage, so that a reload goes on. */
class Desk {
	/** A lesson's company is being set up: nothing else may let time run. */
	opening = $state(false);
	/** The session in which a solution plays. */
	solving = $state<string | null>(null);
	/** The session of a lesson that was begun just now: its panel takes the focus once. */
	begun = $state<string | null>(null);

	get done(): AllDone {
		return done.value;
	}
	get hand(): InHand | null {
		return hand.value;
	}
	set hand(next) {
		hand.value = next;
	}

	/** The lesson whose company the window shows. */
	get active(): InHand | null {
		const { session, elsewhere } = engine.status ?? {};
		return hand.value && !elsewhere && session?.id === hand.value.session ? hand.value : null;
	}

	/** Why time waits: a prediction is open. */
	get waits(): string | undefined {
		return this.active && !this.active.given ? 'answer the question of the lesson first' : undefined;
	}

	change(next: Partial<InHand>): void {
		if (hand.value) hand.value = { ...hand.value, ...next };
	}

	/** A lesson done again keeps the first prediction, since the second one knew, and counts the least help. */
	finish(lesson: string, now: Done): void {
		const before = done.value[lesson];
		if (before && before.help <= now.help) return;
		const { answer, right } = before ?? now;
		done.value = { ...done.value, [lesson]: { ...now, answer, right } };
	}

	/** Forgets all results; answers what brings them back. */
	reset(): () => void {
		const before = done.value;
		done.value = {};
		return () => (done.value = before);
	}
}

export const desk = new Desk();

// All tabs share the results; the lesson in hand only those that wait for the session of another tab.
globalThis.addEventListener?.('storage', () => {
	done.again();
	if (engine.status?.elsewhere) hand.again();
});

engine.held = () => desk.waits && `Time waits: ${desk.waits}.`;
