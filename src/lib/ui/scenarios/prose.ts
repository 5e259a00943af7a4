import type { Audience, Scenario } from '#lib/content/scenarios';

const letters: Readonly<Record<Audience, string>> = { T: 'Trainee', A: 'Architect', P: 'Presenter' };

export const audiences = Object.entries(letters).map(([value, label]) => ({ value, label }));
export const audienceWords = (list: readonly Audience[]) => list.map((one) => letters[one]).join(', ');

/** What stands before the first block, and after each: a note belongs where it was written. */
export function notesByPlace({ text, notes, blocks }: Scenario): string[][] {
	const lines = text.split(/\r?\n/);
	const titles = new Set(blocks.map(({ title }) => `${title}:`));
	const places: string[][] = Array.from({ length: blocks.length + 1 }, () => []);
	for (const note of notes) {
		if (titles.has(note)) continue;
		const at = lines.indexOf(note) + 1;
		places[blocks.filter(({ line }) => line < at).length]!.push(note);
	}
	return places;
}

/** A paragraph, or a table: its head and its rows. */
export type Told = { readonly text: string } | { readonly head: readonly string[]; readonly rows: readonly string[][] };

const cells = (row: string) =>
	row
		.trim()
		.slice(1, -1)
		.split('|')
		.map((cell) => cell.trim());

/** Lines between bars that follow each other are one table; the second of them only parts its head from its rows. */
export function toldIn(notes: readonly string[]): Told[] {
	const told: Told[] = [];
	for (let at = 0; at < notes.length; at++) {
		if (!notes[at]!.startsWith('|')) {
			told.push({ text: notes[at]! });
			continue;
		}
		let end = at;
		while (notes[end]?.startsWith('|')) end++;
		told.push({ head: cells(notes[at]!), rows: notes.slice(at + 2, end).map(cells) });
		at = end - 1;
	}
	return told;
}

/** "Run a, shipped matching", or its number where a scenario has several without names. */
export function blockTitle({ blocks }: Scenario, at: number): string {
	return blocks[at]!.title || (blocks.length > 1 ? `Block ${at + 1} of ${blocks.length}` : 'Script');
}

const found = ({ id, title, goal, notes, setting, text }: Scenario) =>
	[id, title, goal, setting, ...notes, text].join(' ').toLowerCase();

const ranges = /\b([A-Z]{1,2})-(\d+) to \1-(\d+)/g;
const rule = /^([a-z]{1,2})-(\d+)$/;

/** "C-250 to C-258" holds every rule between. */
function citesRule(text: string, kind: string, number: number): boolean {
	for (const [, letters, from, to] of text.matchAll(ranges))
		if (letters!.toLowerCase() === kind && number >= Number(from) && number <= Number(to)) return true;
	return false;
}

/** Every word that is searched for occurs in the scenario, a rule also inside of a range. */
export function matches(scenario: Scenario, search: string): boolean {
	const all = found(scenario);
	return search
		.trim()
		.toLowerCase()
		.split(/\s+/)
		.every((word) => {
			if (all.includes(word)) return true;
			const [, kind, number] = rule.exec(word) ?? [];
			return kind !== undefined && citesRule(scenario.rules, kind, Number(number));
		});
}
