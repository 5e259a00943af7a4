import '../whole';
import type { Fact } from '#lib/engine/base';
import { ScriptError } from './parse/error';
import { parseScripts } from './parse/script';
import type { Script } from './parse/tree';
import { runBlock, type BlockRun } from './run/block';
import type { Failure } from './run/failure';

export { ScriptError, type Place } from './parse/error';
export { parseScripts } from './parse/script';
export type { Argument, Check, Do, Expected, Operation, Result, Script, Statement } from './parse/tree';
export { failureText, type Failure } from './run/failure';
export { runBlock, type BlockRun } from './run/block';
export { runCues, type CueAsked, type CueMoment, type CuesRun } from './cues';
export { actionNames } from './actions';
export { expressionNames } from './answers';
export { namedExpressions } from './named-expressions';
export { recordWorld, type Recorded, type Untold } from './record/record';
export { remarksOn, type Remark } from './remarks';

export interface ScriptRun {
	readonly passed: boolean;
	readonly failures: readonly Failure[];
	/** The facts of all blocks, one block after another. */
	readonly facts: readonly Fact[];
	readonly blocks: readonly BlockRun[];
}

export interface RunOptions {
	/** Called before each block; answering false leaves the rest out. */
	readonly onBlock?: (script: Script, place: number) => boolean | void;
}

/** Runs one block, or every block of a scenario, each in a fresh sandbox. */
export function runScript(text: string, options: RunOptions = {}): ScriptRun {
	let scripts: Script[];
	try {
		scripts = parseScripts(text);
	} catch (error) {
		if (error instanceof ScriptError) return unread(error);
		throw error;
	}
	const blocks: BlockRun[] = [];
	for (const [place, script] of scripts.entries()) {
		if (options.onBlock?.(script, place) === false) break;
		try {
			blocks.push(runBlock(script));
		} catch (error) {
			if (error instanceof ScriptError) return unread(error, blocks);
			throw error;
		}
	}
	return finished(blocks, []);
}

function unread({ message, place }: ScriptError, blocks: readonly BlockRun[] = []): ScriptRun {
	const at = `line ${place.line}, column ${place.column}`;
	return finished(blocks, [{ at, expected: 'a script', actual: 'something else', why: message, ...place }]);
}

function finished(blocks: readonly BlockRun[], more: readonly Failure[]): ScriptRun {
	const failures = [...blocks.flatMap((block) => block.failures), ...more];
	return {
		passed: failures.length === 0,
		failures,
		get facts() {
			return blocks.flatMap((block) => block.facts);
		},
		blocks
	};
}
