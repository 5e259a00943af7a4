import type { Json } from '#lib/engine/base';
import { commandKind, type Command } from '../../commands';
import { ScriptError } from '../parse/error';
import type { Actions, Args } from './args';

/** command(connect.scheduler, {"on":false}): what the language has no words for, as the session's journal has it. */
function command(args: Args): string {
	const verb = args.argument(0, 'a command');
	if (!commandKind(verb.value)) throw new ScriptError(`There is no command ${verb.value}`, verb.place);
	const text = args.raw(1, 'what the command is given, in braces');
	let given: Json;
	try {
		given = JSON.parse(text) as Json;
	} catch (error) {
		const why = error instanceof Error ? error.message : 'no JSON';
		throw new ScriptError(`${text.slice(0, 40)} cannot be read: ${why}`, args.statement.args[1]!.place);
	}
	return args.sandbox.do({ verb: verb.value, args: given } as unknown as Command);
}

export const commands: Actions = { command };

/** As a line of a script; a string of the language has no escapes, so that a quotation mark is written by its number. */
export function commandLine(verb: string, args: Json): string {
	return `command(${verb}, ${JSON.stringify(args).replaceAll('\\"', '\\u0022')})`;
}
