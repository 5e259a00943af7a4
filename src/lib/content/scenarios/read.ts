/** Who a scenario is for: trainee, architect, presenter. */
export type Audience = 'T' | 'A' | 'P';

export interface ScenarioBlock {
	/** "Run a, shipped matching"; empty where a scenario has one block. */
	readonly title: string;
	readonly script: string;
	/** Where the script begins in the file, from 1. */
	readonly line: number;
}

export interface Scenario {
	readonly id: string;
	readonly title: string;
	readonly audience: readonly Audience[];
	/** The world and the applications, in a few words. */
	readonly setting: string;
	readonly goal: string;
	/** What the prose says around the blocks. */
	readonly notes: readonly string[];
	readonly rules: string;
	readonly blocks: readonly ScenarioBlock[];
	/** The whole file: what a runner is given. */
	readonly text: string;
}

const heading = /^# (S-\d\d) (.+)$/;

/** Reads one file of the library. */
export function readScenario(text: string): Scenario {
	const lines = text.split(/\r?\n/);
	const [, id, title] = heading.exec(lines[0] ?? '') ?? [];
	if (!id || !title) throw new Error(`A scenario begins with # S-00 and a title, not ${lines[0]}`);
	const setting = lines.find((line) => /^[TAP](?:, [TAP])* ·/.test(line)) ?? '';
	const [letters = '', ...rest] = setting.split(' · ');
	const { blocks, prose } = blocksAndProse(lines.slice(1));
	const line = (start: string) =>
		prose
			.find((one) => one.startsWith(start))
			?.slice(start.length)
			.trim() ?? '';
	return {
		id,
		title,
		audience: letters.split(', ').filter((letter): letter is Audience => /^[TAP]$/.test(letter)),
		setting: rest.join(' · '),
		goal: line('Goal:'),
		notes: prose.filter((one) => one !== setting && !/^(?:Goal:|Rules:)/.test(one)),
		rules: line('Rules:'),
		blocks,
		text
	};
}

/** The scripts between the fences, each with the line of prose before it, and the prose itself. */
function blocksAndProse(lines: readonly string[]): { blocks: ScenarioBlock[]; prose: string[] } {
	const blocks: ScenarioBlock[] = [];
	const prose: string[] = [];
	let open: { first: number; lines: string[] } | null = null;
	lines.forEach((line, place) => {
		if (line.startsWith('```')) {
			if (open && open.lines[0]?.startsWith('world'))
				blocks.push({ title: titleOf(prose), script: open.lines.join('\n'), line: open.first });
			open = open ? null : { first: place + 3, lines: [] };
		} else if (open) open.lines.push(line);
		else if (line.trim() !== '') prose.push(line);
	});
	return { blocks, prose };
}

function titleOf(prose: readonly string[]): string {
	const last = prose[prose.length - 1] ?? '';
	return /^(?:Run|Variant) .*:$/.test(last) || /:$/.test(last) ? last.slice(0, -1) : '';
}
