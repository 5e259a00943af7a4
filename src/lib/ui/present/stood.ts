/** A place in the own session; no time: the end of the branch. */
export interface Place {
	readonly branch: number;
	readonly at: number | null;
}

/** Where a show stands, for this tab alone: a reload in the middle of it goes on there. */
export interface Stood {
	readonly at: number;
	/** Real time at which the first cue was shown. */
	readonly startedAt: number;
	/** Where the person stood in the own session when it began. */
	readonly before: Place | null;
}

const nameOf = (show: string) => `provlab.present.${show}`;

/** null: the show begins. */
export function stoodAt(show: string): Stood | null {
	try {
		const { at, startedAt, before } = JSON.parse(sessionStorage.getItem(nameOf(show)) ?? '{}') as Partial<Stood>;
		if (!Number.isInteger(at) || !Number.isFinite(startedAt)) return null;
		return { at: at!, startedAt: startedAt!, before: before ?? null };
	} catch {
		return null;
	}
}

/** null: the show was left, and begins anew when it is opened again. */
export function keepStood(show: string, stood: Stood | null): void {
	try {
		if (stood) sessionStorage.setItem(nameOf(show), JSON.stringify(stood));
		else sessionStorage.removeItem(nameOf(show));
	} catch {
		// Where the browser stores nothing, a reload begins at the first cue.
	}
}
