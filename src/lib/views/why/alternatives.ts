import { userDecisions, type Action } from '#lib/engine/steps/decision-table';
import { whyNot, type Difference } from '#lib/engine/steps/decide';
import { guardPhrase } from './guards';

/** Something that did not happen, and what would have had to be different. */
export interface Alternative {
	readonly action: Action;
	readonly rule: string;
	readonly sentence: string;
	/** The guards that differ, as they were. */
	readonly because: readonly string[];
}

const titles: readonly (readonly [action: Action, words: string])[] = [
	['create', 'Not created'],
	['update', 'Not updated'],
	['enable', 'Not enabled'],
	['disable', 'Not disabled'],
	['delete', 'Not deleted'],
	['skip', 'Not skipped']
];
/** More differences than this are no near miss. */
const nearest = 3;
const most = 4;

/** The branches of the decision table that were rejected, nearest first. */
export function notHappened(who: string, guards: number, taken: Action): Alternative[] {
	const found: { alternative: Alternative; distance: number }[] = [];
	for (const [action, title] of titles) {
		if (action === taken) continue;
		const best = closest(action, guards);
		if (!best || best.differences.length > nearest) continue;
		const because = best.differences.map(({ guard, wanted }) => guardPhrase(guard, !wanted));
		const sentence = `${title}: ${who} ${joined(because)}.`;
		found.push({ alternative: { action, rule: best.rule, sentence, because }, distance: because.length });
	}
	return found
		.sort((a, b) => a.distance - b.distance)
		.slice(0, most)
		.map(({ alternative }) => alternative);
}

function closest(action: Action, guards: number): { rule: string; differences: Difference[] } | null {
	const rules = new Set(userDecisions.filter((row) => row.action === action).map(({ rule }) => rule));
	let best: { rule: string; differences: Difference[] } | null = null;
	for (const rule of rules) {
		const rows = userDecisions.filter((row) => row.rule === rule && row.action === action);
		const differences = whyNot(rule, guards, rows);
		if (!best || differences.length < best.differences.length) best = { rule, differences };
	}
	return best;
}

function joined(parts: readonly string[]): string {
	if (parts.length < 2) return parts[0] ?? 'is not concerned';
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}
