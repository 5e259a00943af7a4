import { tableNames, type Ms, type Seq } from '#lib/engine/base';
import type { ConfigRow } from '#lib/engine/job/records';
import { VIRTUAL_START } from '#lib/content/company/tenant';
import type { Command } from '../../commands';
import type { WorldOptions } from '../../setup';
import type { World } from '../../world';
import { ScriptError } from '../parse/error';
import { parseScripts } from '../parse/script';
import { runBlock } from '../run/block';
import { clockText } from '../run/clock';
import { Names } from '../run/names';
import { words as wordsOf } from '../parse/split';
import { linesOf, type Recording } from './lines';
import { Wordless } from './texts';

/** Something of a session that the language has no words for. */
export interface Untold {
	readonly at: Ms;
	/** As the timeline calls it. */
	readonly what: string;
	readonly why: string;
}

/** A session as a script: what was done, and what the cycles did. */
export interface Recorded {
	readonly text: string;
	readonly untold: readonly Untold[];
	/** Times that are not on a whole minute in the session: the script has the next one. */
	readonly rounded: number;
}

const minute = 60_000;
/** As many results as somebody reads. */
const mostResults = 60;

/** What happened on the live branch, from its beginning to its end, as lines of the script language. */
export function recordWorld(world: World): Recorded {
	const { here } = world.sim.ledger;
	try {
		// Groups keep the names of the beginning: the first boundary is before there was anything.
		world.seek({ index: 1 });
		const names = new Names(world.sim, world.options.size ?? 25, world.options.extras ?? false);
		const settings = new Map([...world.tables.apps.all()].map((app) => [app.key, app.settings]));
		world.back();
		return record(world, names, settings);
	} finally {
		world.sim.ledger.seek(here);
	}
}

function record(world: World, names: Names, settings: Recording['settings']): Recorded {
	const { options, tables } = world;
	const start = options.start ?? VIRTUAL_START;
	const untold: Untold[] = [];
	const lines = [worldLine(world, options, untold)];
	const recording: Recording = {
		world,
		names,
		settings,
		newcomers: 1,
		configBefore: (app, command) => configBefore(world, app, command)
	};
	let rounded = 0;
	for (const { at, verb, args, fact } of tables.commands.all()) {
		// An application stands there as soon as a script names it.
		if (verb === 'app.add') continue;
		const whole = Math.ceil(at / minute) * minute;
		const what = world.text(world.sim.ledger.facts.detail[fact]!);
		try {
			const found = linesOf({ verb, args } as Command, recording, fact);
			if (whole !== at) rounded++;
			for (const line of found) lines.push(`do ${clockText(whole, start)} ${line}`);
		} catch (error) {
			if (!(error instanceof Wordless)) throw error;
			untold.push({ at, what, why: error.message });
		}
	}
	const text = lines.join('\n');
	return { text: [text, ...resultsOf(text, world.clock, start)].join('\n'), untold, rounded };
}

const sizes: Readonly<Record<number, string>> = { 500: '500', 10_000: '10k', 100_000: '100k' };
/** Options that the first line has words for, beside those below. */
const switches = ['extras', 'brownfield', 'groupMapping', 'captureHireDate'] as const;

function worldLine(world: World, options: WorldOptions, untold: Untold[]): string {
	const parts = ['world', options.preset ?? 'cloud-only'];
	const { size, start, seed, thresholdScale } = options;
	const began = world.sim.ledger.boundaries[0]!.at;
	const cannot = (what: string, why: string) => untold.push({ at: began, what, why });
	if (size !== undefined && sizes[size]) parts.push(`size=${sizes[size]}`);
	else if (size !== undefined && size !== 25)
		cannot(`A company of ${size}`, 'a company of another size than 25, 500, 10k and 100k');
	if (start !== undefined && start !== VIRTUAL_START) {
		const date = new Date(start);
		parts.push(`start=${date.toISOString().slice(0, 10)}`);
		if (date.getUTCHours() !== 8 || date.getUTCMinutes() !== 0)
			cannot('A beginning at another time of day', 'a day that does not begin at 08:00');
	}
	for (const name of switches) if (options[name]) parts.push(`${name}=on`);
	if (options.era !== undefined && options.era !== 2024) parts.push(`era=${options.era}`);
	if (options.cycleMinutes) parts.push(`cycleMinutes=${options.cycleMinutes}`);
	if (options.staleLink) parts.push(`staleLink=${options.staleLink}`);
	if (options.hr) parts.push(`hr=${options.hr}`);
	if (options.ad) parts.push(`ad=${options.ad}`);
	if (seed !== undefined && seed !== 'contoso-2026')
		cannot(`The seed ${seed}`, 'another seed: its people have other names');
	if (thresholdScale !== undefined && thresholdScale !== 1) cannot('Smaller thresholds', 'thresholds on another scale');
	return parts.join(' ');
}

const configsTable = tableNames.indexOf('configs');

/** The newest configuration that was written before the command. */
function configBefore({ sim, tables }: World, app: string, command: Seq): ConfigRow {
	const slot = tables.appsByKey.first(app);
	const job = slot === undefined ? undefined : tables.jobsByApp.first(slot);
	const { tape } = sim.ledger;
	let found: ConfigRow | null = null;
	for (let op = 0; op < tape.n && tape.seq[op]! <= command; op++) {
		if (tape.table[op] !== configsTable) continue;
		const row = tape.after[op] as ConfigRow | null;
		if (row && tables.configs.get(row.slot)?.job === job) found = row;
	}
	if (!found) throw new Wordless('a mapping of an application that is gone');
	return found;
}

const words = { initial: 'initial', incremental: 'inc', demand: 'demand' } as const;

/** How many only, where scripts have no name for one of them: a place in a table means nothing to who reads it. */
function readable(outcome: string, names: Names): string {
	const isNamed = ({ text }: { readonly text: string }) => !/^\d+$/.test(text) || !('unknown' in names.labels([text]));
	return outcome.replace(/ \[([^\]]*)\]/g, (list, ids: string) => (wordsOf(ids).every(isNamed) ? list : ''));
}

/** What the cycles do when the script runs: a recording is a test from its first day. */
function resultsOf(text: string, until: Ms, start: Ms): string[] {
	try {
		const [script] = parseScripts(text);
		const { world, names, outcome } = runBlock(script!, [{ at: until, checks: [] }]);
		const lines: string[] = [];
		for (const cycle of world.tables.cycles.all()) {
			if (cycle.endedAt === null || cycle.state === 'Failed' || lines.length === mostResults) continue;
			const did = readable(outcome(cycle.slot), names);
			const { app } = world.tables.jobs.get(cycle.job)!;
			const { key } = world.tables.apps.get(app)!;
			if (did !== 'none') lines.push(`=> ${clockText(cycle.startedAt, start)} ${key} ${words[cycle.kind]}: ${did}`);
		}
		return lines;
	} catch (error) {
		if (error instanceof ScriptError) return [];
		throw error;
	}
}
