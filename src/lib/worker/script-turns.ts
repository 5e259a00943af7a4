import { catalogue } from '#lib/apps';
import { createWorld, type World } from '#lib/world';
import {
	actionNames,
	expressionNames,
	failureText,
	parseScripts,
	runBlock,
	ScriptError,
	type BlockRun,
	type Script
} from '#lib/world/script';
import type { Engine } from './engine';
import type { BlockReport, LineReport, ScriptReport } from './scripting';

export { recordWorld, remarksOn } from '#lib/world/script';

/** The names that a script may use, for whoever writes one. */
export interface ScriptWords {
	readonly actions: readonly string[];
	readonly expressions: readonly string[];
	/** The first people of every company: their index, and their names. */
	readonly people: readonly { readonly id: string; readonly name: string }[];
	readonly groups: readonly string[];
	readonly apps: readonly string[];
}

let words: ScriptWords | null = null;

/** People and groups are those of the company of 25, which every larger one begins with. */
export function scriptWords(): ScriptWords {
	if (words) return words;
	const { tables } = createWorld();
	return (words = {
		actions: actionNames,
		expressions: expressionNames,
		people: [...tables.users.all()].slice(0, 25).map(({ slot, attrs }) => ({
			id: String(slot),
			name: String(attrs.displayName)
		})),
		groups: [...tables.groups.all()]
			.map(({ attrs }) => String(attrs.displayName))
			.filter((name) => !/["[\]]/.test(name)),
		apps: catalogue.map(({ id }) => id)
	});
}

/** Runs a text block by block. After each the engine hears what it is told meanwhile: a cancelled run ends there. */
export async function runInTurns(engine: Engine, ask: { run: number; text: string }): Promise<ScriptReport> {
	const { run, text } = ask;
	const blocks: BlockReport[] = [];
	let of = 0;
	const report = (rest: Partial<ScriptReport>): ScriptReport => ({
		passed: blocks.length === of && blocks.every(({ passed }) => passed),
		cancelled: false,
		of,
		blocks,
		unread: null,
		...rest
	});
	engine.runs.add(run);
	try {
		const scripts = parseScripts(text);
		of = scripts.length;
		for (const script of scripts) {
			engine.place.post({ push: 'script', run, of, blocks: [...blocks] });
			await engine.place.macrotask();
			if (!engine.runs.has(run)) return report({ passed: false, cancelled: true });
			blocks.push(reportOf(runBlock(script)));
		}
		return report({});
	} catch (error) {
		if (!(error instanceof ScriptError)) throw error;
		return report({ passed: false, unread: { ...error.place, message: error.message } });
	} finally {
		engine.runs.delete(run);
	}
}

function reportOf({ script, world, failures, moments }: BlockRun): BlockReport {
	const told = new Map<number, string[]>();
	for (const failure of failures) told.set(failure.line, [...(told.get(failure.line) ?? []), failureText(failure)]);
	const ended = told.get(script.place.line);
	const lines = script.statements.map(({ is, place: { line } }): LineReport => {
		const words = told.get(line);
		const at = moments.get(line) ?? null;
		if (words) return { line, at, state: 'failed', told: words };
		return { line, at, state: ended ? 'open' : is === 'do' ? 'done' : 'passed', told: [] };
	});
	return {
		line: script.place.line,
		passed: failures.length === 0,
		lines: ended ? [{ line: script.place.line, at: null, state: 'failed', told: ended }, ...lines] : lines,
		facts: world.checkpoint().seq,
		took: world.clock - world.sim.ledger.boundaries[0]!.at
	};
}

/** The world of a block after its last line: whoever opens it can go back to any moment of it. */
export function afterBlock(text: string, block: number): { world: World; report: BlockReport } {
	const script: Script | undefined = parsed(text)[block];
	if (!script) throw new Error(`The script has no block ${block + 1}.`);
	const run = placed(() => runBlock(script));
	return { world: run.world, report: reportOf(run) };
}

const parsed = (text: string) => placed(() => parseScripts(text));

function placed<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof ScriptError)) throw error;
		throw new Error(`Line ${error.place.line}, column ${error.place.column}: ${error.message}.`, { cause: error });
	}
}
