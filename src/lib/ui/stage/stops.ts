import { STOPS, type RunChoice } from './run';

export interface StopOffers {
	/** Where time stops now. */
	readonly current: string;
	/** What `current` is called when it is none of the usual ones. */
	readonly currentWords: string | null;
	/** The person whose page is open, or who is followed. */
	readonly person: { readonly slot: number; readonly name: string } | null;
}

/** Opens the form in which a condition is put together. */
export const CONDITION = 'condition';

/** What the menu of the run bar offers: the usual ones, this person, the condition that holds, and another one. */
export function stopChoices({ current, currentWords, person }: StopOffers): RunChoice[] {
	const usual = STOPS.some(({ id }) => id === current);
	const personal = person && { id: `person:${person.slot}`, label: person.name };
	return [
		...STOPS,
		...(personal && personal.id !== current ? [personal] : []),
		...(usual || currentWords === null ? [] : [{ id: current, label: currentWords }]),
		{ id: CONDITION, label: 'a condition…' }
	];
}
