import { ScriptError } from './error';

/** A line of a script, and its number in the text that was given. */
export interface Line {
	readonly number: number;
	readonly text: string;
}

const statement = /^\s*(?:do|=>|\?\?)(?:\s|$)/;
const first = /^\s*world(?:\s|$)/;
const looksMeant = /^\s*\S+\s+(?:\d\d-\d\d\s+)?\d\d:\d\d\b/;

/** The blocks of a scenario, or the one that the text is. Between the blocks stands prose, which only explains. */
export function blocksOf(text: string): Line[][] {
	const lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line }));
	const fenced = lines.some(({ text: line }) => /^\s*```/.test(line)) ? fencedBlocks(lines) : null;
	const blocks = fenced ?? openBlocks(lines);
	if (blocks.length === 0)
		throw new ScriptError('The first line of a script begins with world', { line: 1, column: 1 });
	return blocks;
}

/** Code blocks whose first line begins with world. */
function fencedBlocks(lines: readonly Line[]): Line[][] {
	const blocks: Line[][] = [];
	let open: Line[] | null = null;
	for (const line of lines) {
		if (!/^\s*```/.test(line.text)) {
			if (open && line.text.trim() !== '') open.push(line);
			continue;
		}
		if (open && open.length > 0 && first.test(open[0]!.text)) blocks.push(open);
		open = open ? null : [];
	}
	if (open && open.length > 0 && first.test(open[0]!.text)) blocks.push(open);
	return blocks;
}

/** Without fences a block reaches from its world line to the first line of prose; a line between two statements is meant as one. */
function openBlocks(lines: readonly Line[]): Line[][] {
	const blocks: Line[][] = [];
	let open: Line[] | null = null;
	lines.forEach((line, index) => {
		if (first.test(line.text)) blocks.push((open = [line]));
		else if (line.text.trim() === '') return;
		else if (statement.test(line.text) || looksMeant.test(line.text)) {
			if (!open) throw new ScriptError('This line comes before any world line', { line: line.number, column: 1 });
			open.push(line);
		} else if (open && index + 1 < lines.length && statement.test(lines[index + 1]!.text)) open.push(line);
		else open = null;
	});
	return blocks;
}
