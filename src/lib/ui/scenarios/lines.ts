import type { BlockReport, LineReport } from '#lib/worker/client.svelte';

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

/** What is known of the lines at a moment: what comes later is open. */
export function linesAt(lines: readonly LineReport[], clock: number): LineReport[] {
	return lines.map((line) => (line.at !== null && line.at <= clock ? line : { ...line, state: 'open', told: [] }));
}

/** The moment of the next line, or of the one before; null: there is none. */
export function nextMoment(lines: readonly LineReport[], clock: number, direction: 1 | -1): number | null {
	const moments = lines.flatMap(({ at }) => (at === null || (at - clock) * direction <= 0 ? [] : at));
	if (moments.length === 0) return null;
	return direction === 1 ? Math.min(...moments) : Math.max(...moments);
}
