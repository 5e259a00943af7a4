import type { BlockReport, JournalLine, LineReport } from '#lib/worker/client.svelte';

/** A line of a script as it is shown: its number in the whole text, and how it went if it was run. */
export interface ShownLine {
	readonly line: number;
	readonly text: string;
	/** Other words than statements stand between the blocks of a text. */
	readonly kind: 'world' | 'do' | 'result' | 'check' | 'prose';
	readonly report: LineReport | null;
}

const kinds = [
	['world', /^\s*world(?:\s|$)/],
	['do', /^\s*do(?:\s|$)/],
	['result', /^\s*=>/],
	['check', /^\s*\?\?/]
] as const;

export const kindOf = (text: string): ShownLine['kind'] =>
	kinds.find(([, begins]) => begins.test(text))?.[0] ?? 'prose';

/** The lines of a text that begins at `first` of what was run. */
export function shownLines(text: string, first: number, blocks: readonly BlockReport[]): ShownLine[] {
	const reports = new Map(blocks.flatMap(({ lines }) => lines.map((report) => [report.line, report])));
	return text.split(/\r?\n/).map((words, at) => ({
		line: first + at,
		text: words,
		kind: kindOf(words),
		report: reports.get(first + at) ?? null
	}));
}

/** "11 of 12 expected lines passed" */
export function tally(lines: readonly ShownLine[]): { readonly passed: number; readonly of: number } {
	const expected = lines.filter(({ kind }) => kind === 'result' || kind === 'check');
	return { passed: expected.filter(({ report }) => report?.state === 'passed').length, of: expected.length };
}

/**
 * From when on a company goes another way than its script, because something was undone or done beside it: its journal
 * up to a moment, beside what the script did. Infinity: so far it went no other.
 */
export function partsFrom(
	script: readonly JournalLine[],
	journal: readonly JournalLine[],
	{ clock, live }: { readonly clock: number; readonly live: boolean }
): number {
	const same = (a: JournalLine, b: JournalLine) => JSON.stringify(a) === JSON.stringify(b);
	const at = script.findIndex((one, n) => !journal[n] || !same(one, journal[n]));
	const [gone, own] = [at < 0 ? undefined : script[at], journal[at < 0 ? script.length : at]];
	// In the past a command of this moment may be still to come.
	const isGone = gone && (own !== undefined || gone.at < clock || (live && gone.at === clock));
	// What somebody does comes after what was known at that moment.
	return Math.min(isGone ? gone.at : Infinity, own ? own.at + 1 : Infinity);
}

/** What is known of the lines at a moment: what comes later is open, and what another way did not come to. */
export function linesAt(lines: readonly LineReport[], clock: number, parts = Infinity): LineReport[] {
	return lines.map((line) =>
		line.at !== null && line.at <= clock && line.at < parts ? line : { ...line, state: 'open', told: [] }
	);
}

/** The moment of the next line, or of the one before; null: there is none. */
export function nextMoment(
	lines: readonly LineReport[],
	clock: number,
	direction: 1 | -1,
	parts = Infinity
): number | null {
	const moments = lines.flatMap(({ at }) => (at === null || at >= parts || (at - clock) * direction <= 0 ? [] : at));
	if (moments.length === 0) return null;
	return direction === 1 ? Math.min(...moments) : Math.max(...moments);
}
