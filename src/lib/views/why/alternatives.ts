import { whyNot, type Difference } from '#lib/engine/steps/decide';
import { userDecisions, type Action, type DecisionRow } from '#lib/engine/steps/decision-table';
import { Guard, lookupGuards } from '#lib/engine/steps/guards';
import { guardPhrase } from './guards';

/** Something that did not happen, and what would have had to be different. */
export interface Alternative {
	readonly action: Action;
	readonly rule: string;
	readonly sentence: string;
	/** The guards that differ, as they were. */
	readonly because: readonly string[];
}

/** The outcomes that somebody may have expected, each with its rules: the plainest first. */
const expected: readonly { readonly action: Action; readonly title: string; readonly first?: string }[] = [
	{ action: 'create', title: 'Not created' },
	{ action: 'update', title: 'Not updated' },
	{ action: 'enable', title: 'Not enabled' },
	{ action: 'disable', title: 'Not disabled' },
	{ action: 'delete', title: 'Not deleted', first: 'C-187' }
];
/** More differences than this are no near miss. */
const nearest = 2;
const most = 3;

/** The branches of the decision table that were rejected, nearest first. */
export function notHappened(who: string, guards: number, taken: DecisionRow): Alternative[] {
	const found: Alternative[] = [];
	for (const { action, title, first } of expected) {
		if (action === taken.action) continue;
		const best = closest(action, guards, taken, first);
		if (!best || best.because.length === 0 || best.because.length > nearest) continue;
		found.push({ ...best, action, sentence: `${title}: ${who} ${best.because.join(' and ')}.` });
	}
	return found.sort((a, b) => a.because.length - b.because.length).slice(0, most);
}

function closest(action: Action, guards: number, taken: DecisionRow, first?: string) {
	const ofAction = userDecisions.filter((row) => row.action === action);
	const rules = [...new Set(ofAction.map(({ rule }) => rule))].sort(
		(a, b) => Number(b === first) - Number(a === first)
	);
	let best: { rule: string; because: string[] } | null = null;
	for (const rule of rules) {
		const rows = ofAction.filter((row) => row.rule === rule);
		const because = phrases(whyNot(rule, guards, rows), guards, taken);
		if (!best || because.length < best.because.length) best = { rule, because };
	}
	return best;
}

const ofAccount = Guard.differs | Guard.reactivates | Guard.inactive;
const hasAccount = Guard.linked | Guard.hit | Guard.manyHits;

/**
 * What the target was never asked cannot be a reason, nor can the managing of a link that is not there, or what an
 * account would be like that nobody has.
 */
function phrases(differences: readonly Difference[], guards: number, taken: DecisionRow): string[] {
	const known = differences.filter(
		({ guard }) =>
			(taken.lookup !== 'none' || !(Guard[guard] & lookupGuards)) &&
			(guard !== 'managed' || guards & Guard.linked) &&
			(guards & hasAccount || !(Guard[guard] & ofAccount))
	);
	return known.map(({ guard, wanted }) => guardPhrase(guard, !wanted));
}
