import type { World } from '#lib/world';
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

export { remarksOn } from '#lib/world/script';

/** The names that a script may use, for whoever writes one. */
export const scriptWords = { actions: actionNames, expressions: expressionNames };

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
	engine.scripts.add(run);
	try {
		const scripts = parseScripts(text);
		of = scripts.length;
		for (const script of scripts) {
			engine.place.post({ push: 'script', run, of, blocks: [...blocks] });
			// Not the engine's own way of letting messages in: it may be waiting on that itself.
			await engine.place.sleep(0);
			if (!engine.scripts.has(run)) return report({ passed: false, cancelled: true });
			blocks.push(reportOf(runBlock(script)));
		}
		return report({});
	} catch (error) {
		if (!(error instanceof ScriptError)) throw error;
		return report({ passed: false, unread: { ...error.place, message: error.message } });
	} finally {
		engine.scripts.delete(run);
	}
}

function reportOf({ script, world, failures }: BlockRun): BlockReport {
	const told = new Map<number, string[]>();
	for (const failure of failures) told.set(failure.line, [...(told.get(failure.line) ?? []), failureText(failure)]);
	const ended = told.get(script.place.line);
	const lines = script.statements.map(({ is, place: { line } }): LineReport => {
		const words = told.get(line);
		if (words) return { line, state: 'failed', told: words };
		return { line, state: ended ? 'open' : is === 'do' ? 'done' : 'passed', told: [] };
	});
	return {
		line: script.place.line,
		passed: failures.length === 0,
		lines: ended ? [{ line: script.place.line, state: 'failed', told: ended }, ...lines] : lines,
		facts: world.checkpoint().seq,
		took: world.clock - world.sim.ledger.boundaries[0]!.at
	};
}

/** The world of a block after its last line: whoever opens it can go back to any moment of it. */
export function worldAfter(text: string, block: number): World {
	const script: Script | undefined = parsed(text)[block];
	if (!script) throw new Error(`The script has no block ${block + 1}.`);
	return placed(() => runBlock(script).world);
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
