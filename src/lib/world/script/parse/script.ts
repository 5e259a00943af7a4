import { blocksOf, type Line } from './blocks';
import { after, ScriptError, type Place } from './error';
import { closing, parseExpression, relationAt } from './expressions';
import { parseExpected } from './results';
import { parseArguments, parseTime, parseValue } from './values';
import { words } from './split';
import {
	cycleKinds,
	type Check,
	type CycleWord,
	type Do,
	type Option,
	type Result,
	type Script,
	type Statement
} from './tree';

const timed = String.raw`((?:\d\d-\d\d )?\d\d:\d\d)`;
const doLine = new RegExp(String.raw`^do\s+${timed}\s+([A-Za-z][\w.-]*)\s*\(`);
const resultLine = new RegExp(String.raw`^=>\s+${timed}\s+([A-Za-z][\w-]*)\s+([A-Za-z]+)\s*:`);
const checkLine = new RegExp(String.raw`^\?\?\s+(end|${timed.slice(1, -1)})\s+`);

/** Every block of the text as a script of its own. */
export function parseScripts(text: string): Script[] {
	return blocksOf(text).map(parseBlock);
}

/** A line, its statement without the blanks around, and where that begins. */
interface Reading {
	readonly text: string;
	readonly place: Place;
}

function reading({ number, text }: Line): Reading {
	return { text: text.trim(), place: { line: number, column: text.length - text.trimStart().length + 1 } };
}

function parseBlock(lines: readonly Line[]): Script {
	const [world, ...rest] = lines.map(reading) as [Reading, ...Reading[]];
	const [, preset, ...options] = words(world.text);
	if (!preset) throw new ScriptError('world needs a preset', after(world.place, world.text.length));
	const statements: Statement[] = [];
	let above: Result | null = null;
	for (const line of rest) {
		const statement = parseStatement(line, above);
		if (statement.is === 'result') above = statement;
		statements.push(statement);
	}
	return {
		place: world.place,
		preset: preset.text,
		options: options.map(({ text, offset }) => parseOption(text, after(world.place, offset))),
		statements
	};
}

function parseOption(text: string, place: Place): Option {
	const at = text.indexOf('=');
	if (at < 1 || at === text.length - 1)
		throw new ScriptError(`${text} is not an option: name=value, without spaces`, place);
	return { place, name: text.slice(0, at), value: text.slice(at + 1) };
}

function parseStatement(line: Reading, above: Result | null): Statement {
	if (/^do\b/.test(line.text)) return parseDo(line);
	if (line.text.startsWith('=>')) return parseResult(line);
	if (line.text.startsWith('??')) return parseCheck(line, above);
	if (/^world\b/.test(line.text)) throw new ScriptError('world may only be in the first line of a block', line.place);
	throw new ScriptError('A line begins with do, => or ??', line.place);
}

function parseDo({ text, place }: Reading): Do {
	const found = doLine.exec(text);
	if (!found) throw new ScriptError('do needs a time and an action with its arguments in parentheses', place);
	const [whole, time, action] = found as unknown as [string, string, string];
	const open = whole.length - 1;
	const end = closing(text, open);
	if (end < 0) throw new ScriptError('The parenthesis is not closed', after(place, open));
	if (end !== text.length - 1) throw new ScriptError('Nothing may follow the action', after(place, end + 1));
	return {
		is: 'do',
		place,
		text,
		time: parseTime(time, after(place, text.indexOf(time))),
		action,
		args: parseArguments(text.slice(open + 1, end), after(place, open + 1))
	};
}

function parseResult({ text, place }: Reading): Result {
	const found = resultLine.exec(text);
	if (!found) throw new ScriptError('=> needs a time, a job, the kind of its cycle and a colon', place);
	const [whole, time, job, kind] = found as unknown as [string, string, string, string];
	if (!(cycleKinds as readonly string[]).includes(kind))
		throw new ScriptError(
			`There is no cycle ${kind}; there are ${cycleKinds.join(', ')}`,
			after(place, whole.lastIndexOf(kind))
		);
	const rest = text.slice(whole.length);
	const blanks = rest.length - rest.trimStart().length;
	return {
		is: 'result',
		place,
		text,
		time: parseTime(time, after(place, text.indexOf(time))),
		job,
		kind: kind as CycleWord,
		expected: parseExpected(rest.trim(), kind as CycleWord, after(place, whole.length + blanks))
	};
}

function parseCheck({ text, place }: Reading, above: Result | null): Check {
	const found = checkLine.exec(text);
	if (!found) throw new ScriptError('?? needs a time or end, and an expression', place);
	const [whole, time] = found as unknown as [string, string];
	if (time === 'end' && !above) throw new ScriptError('end needs a => line above it', after(place, 3));
	const rest = text.slice(whole.length);
	const relation = relationAt(rest);
	if (!relation) throw new ScriptError('An expression is compared by " = " or " lacks "', after(place, whole.length));
	const asked = rest.slice(0, relation.at).trim();
	return {
		is: 'check',
		place,
		text,
		time: time === 'end' ? null : parseTime(time, after(place, 3)),
		above,
		expression: parseExpression(asked, after(place, whole.length)),
		asked,
		relation: relation.relation,
		...parseValue(rest.slice(relation.at + relation.length).trim())
	};
}
