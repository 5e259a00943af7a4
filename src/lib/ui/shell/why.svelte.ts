/** Who was expected to be provisioned: asked is why it did not happen. */
export interface Expected {
	readonly kind: 'user' | 'group' | 'worker';
	readonly slot: number;
	/** The key of an application; without it one can be chosen. */
	readonly app?: string;
}

/**
 * What the Why drawer explains: the fact that is selected everywhere at once (table, timeline, map), or why something
 * did not happen.
 */
class Selection {
	seq = $state<number | null>(null);
	expected = $state.raw<Expected | null>(null);
	open = $state(false);

	/** Selects a fact and opens the drawer. */
	explain(seq: number): void {
		this.seq = seq;
		this.expected = null;
		this.open = true;
	}

	/** Asks why somebody is not provisioned. */
	expect(expected: Expected): void {
		this.expected = expected;
		this.open = true;
	}

	/** Opens the drawer with a field for whom it is about. */
	ask(): void {
		this.seq = null;
		this.expected = null;
		this.open = true;
	}

	close(): void {
		this.open = false;
	}

	/** Nothing is selected any more. */
	clear(): void {
		this.seq = null;
		this.expected = null;
	}
}

export const selection = new Selection();

/** How a row or a value says what it asks: "not/user/7/byoa". */
export function whyNotOf({ kind, slot, app }: Expected): string {
	return ['not', kind, slot, ...(app === undefined ? [] : [app])].join('/');
}
