import '../whole';
import type { Seq } from '#lib/engine/base';
import type { World } from '../world';
import { act } from './actions';
import { answer } from './answers';
import { holds } from './answers/answer';
import { callNewcomers } from './newcomers';
import { ScriptError } from './parse/error';
import { parseScripts } from './parse/script';
import { parseTime } from './parse/values';
import type { Check, Do, Script } from './parse/tree';
import { momentOf } from './run/clock';
import { newestRow } from './run/rows';
import { Sandbox } from './run/sandbox';
import { NotModelled, NotThere } from './run/unbuilt';

/** Whether a line of a script holds in a company that somebody has open. */
export interface Held {
	readonly holds: boolean;
	/** What is found instead of what the line expects, and why. */
	readonly found: string;
	readonly why: string;
}

const only = (text: string): Script => parseScripts(text)[0]!;

/** The company of a script as it stands at a time: what the script does later is not done, but has its applications. */
export function companyAt(text: string, time: string): World {
	const script = only(text);
	const sandbox = new Sandbox(script);
	const { world, start } = sandbox;
	const to = momentOf(parseTime(time, script.place), start);
	const actions = script.statements
		.filter((one): one is Do => one.is === 'do')
		.map((statement) => ({ statement, at: momentOf(statement.time, start) }))
		.filter(({ at }) => at <= to)
		.sort((a, b) => a.at - b.at);
	for (const { statement, at } of actions) {
		world.advance({ to: at, before: true });
		const outcome = act(sandbox, statement);
		if (outcome !== 'done') throw new ScriptError(`${statement.action} was ${outcome}`, statement.place);
	}
	world.advance({ to });
	return world;
}

function around(world: World, script: Script): Sandbox {
	const sandbox = new Sandbox(script, world);
	callNewcomers(world, sandbox.names);
	return sandbox;
}

/** Which lines hold now. They are ?? lines without the ?? and its time; `company` is the world line of their script. */
export function heldIn(world: World, company: string, asked: readonly string[]): Held[] {
	const script = only([company, ...asked.map((line) => `?? 00:00 ${line}`)].join('\n'));
	const sandbox = around(world, script);
	return script.statements.filter((one): one is Check => one.is === 'check').map((line) => heldOf(sandbox, line));
}

function heldOf(sandbox: Sandbox, line: Check): Held {
	try {
		const found = answer(sandbox, line);
		return { holds: holds(found, line), found: found.text, why: found.why ?? '' };
	} catch (error) {
		// What does not exist yet is not an error of the line: it does not hold yet.
		if (error instanceof NotThere || error instanceof NotModelled)
			return { holds: false, found: 'nothing', why: error.message };
		throw error;
	}
}

/** Does what one do line says, now, whatever its time; answers done, or why not. */
export function doIn(world: World, company: string, line: string): string {
	const script = only(`${company}\n${line}`);
	return act(around(world, script), script.statements[0] as Do);
}

/** The newest row of the log about a person or group: what the Why drawer opens. */
export function rowIn(world: World, company: string, app: string, who: string): Seq | null {
	const sandbox = around(world, only(`${company}\n?? 00:00 app(${app}).accounts = 0`));
	const object = sandbox.subject(app, who);
	return object && (newestRow(sandbox.sim, sandbox.job(app).slot, object)?.seq ?? null);
}
