import { isAssumed } from '#lib/engine/assumed';
import type { Slot } from '#lib/engine/base';
import { namesWords } from '../amounts';

/** cause: it explains the trouble alone; note: it explains a part, or is worth knowing. */
export type Verdict = 'in order' | 'note' | 'cause';

export interface Concerned {
	readonly kind: 'user' | 'group' | 'worker';
	readonly slot: Slot;
	readonly name: string;
}

/** The page that mends it. */
export type MendPlace =
	| 'overview'
	| 'edit'
	| 'users'
	| 'mappings'
	| 'scoping'
	| 'accounts'
	| 'skipped'
	| 'failures'
	| 'faults'
	| 'agents'
	| 'groups';

export interface Mend {
	readonly to: MendPlace;
	readonly label: string;
}

/** One thing that was looked at, and what was found. */
export interface Check {
	readonly id: string;
	/** What was looked at, in the portal's words. */
	readonly looked: string;
	readonly verdict: Verdict;
	readonly sentence: string;
	readonly rule: string;
	/** The documentation is silent here: it is our own assumption. */
	readonly assumed: boolean;
	/** The first of those it is about. */
	readonly who: readonly Concerned[];
	/** How many there are of them. */
	readonly count: number;
	readonly mend: Mend | null;
}

type Found = Omit<Check, 'assumed' | 'who' | 'count' | 'mend'> & Partial<Pick<Check, 'who' | 'count' | 'mend'>>;

export function check(found: Found): Check {
	const { who = [], count = who.length, mend = null } = found;
	return { ...found, assumed: isAssumed(found.rule), who, count, mend: found.verdict === 'in order' ? null : mend };
}

/** How many, and the first of them by name. */
export class Tally {
	count = 0;
	readonly first: Concerned[] = [];

	add(one: () => Concerned): void {
		this.count++;
		if (this.first.length < 5) this.first.push(one());
	}

	/** "Ada Fields, Ben Ortiz and 3 more" */
	get names(): string {
		return namesWords(
			this.first.map(({ name }) => name),
			this.count
		);
	}
}
