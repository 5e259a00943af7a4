/** modelled: as documented; simplified: documented, but coarser here; assumed: the documentation is silent and we chose. */
export type RuleStatus = 'modelled' | 'simplified' | 'assumed' | 'not modelled';

/** One line of the fidelity register: what we claim the real service does, where it says so, and what proves that we do it. */
export interface RuleEntry {
	/** The rule's id in the specification: C-178, S-042, H-101, L-03 ... */
	readonly id: string;
	readonly claim: string;
	/** The page that says it, as the specification names it; empty for our own choices. */
	readonly source: string;
	readonly status: RuleStatus;
	/** The title of the test that proves it; absent only where the status is `not modelled`. */
	readonly test?: string;
	/** Why it is not modelled. */
	readonly reason?: string;
}

/** One line of the register; a rule without a test is not modelled. */
export function entry(
	id: string,
	claim: string,
	source: string,
	status: RuleEntry['status'],
	test?: string
): RuleEntry {
	return { id, claim, source, status, ...(test !== undefined && { test }) };
}

/** As the documentation has it. */
export const modelled = (id: string, claim: string, source: string, test: string) =>
	entry(id, claim, source, 'modelled', test);

/** The documentation is silent: our own choice. */
export const assumed = (id: string, claim: string, test: string) => entry(id, claim, '', 'assumed', test);

/** A rule that the simulation leaves out, and why. */
export function leftOut(id: string, claim: string, source: string, reason: string): RuleEntry {
	return { id, claim, source, status: 'not modelled', reason };
}
