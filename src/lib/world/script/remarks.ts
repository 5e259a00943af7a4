import { actionNames } from './actions';
import { expressionNames } from './answers';
import { ScriptError } from './parse/error';
import { parseScripts } from './parse/script';
import type { Script, Statement } from './parse/tree';
import { worldOptions } from './run/sandbox';

/** What is wrong with a script before it runs, and where: both count from 1. */
export interface Remark {
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

const actions = new Set(actionNames);
const expressions = new Set(expressionNames);

/** What reading alone tells of a text: the first place that is no script, or all that names what there is not. */
export function remarksOn(text: string): Remark[] {
	try {
		return parseScripts(text).flatMap((script) => [...ofWorld(script), ...script.statements.flatMap(ofStatement)]);
	} catch (error) {
		return [remark(error)];
	}
}

function ofWorld(script: Script): Remark[] {
	try {
		worldOptions(script);
		return [];
	} catch (error) {
		return [remark(error)];
	}
}

function ofStatement(statement: Statement): Remark[] {
	if (statement.is === 'do' && !actions.has(statement.action))
		return [{ ...statement.place, message: `There is no action ${statement.action}` }];
	const head = statement.is === 'check' ? statement.expression[0] : undefined;
	if (head && !expressions.has(head.name)) return [{ ...head.place, message: `There is no expression ${head.name}` }];
	return [];
}

function remark(error: unknown): Remark {
	if (error instanceof ScriptError) return { ...error.place, message: error.message };
	throw error;
}
