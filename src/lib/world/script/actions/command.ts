import type { Json } from '#lib/engine/base';
import { commandKind, type Command } from '../../commands';
import { ScriptError } from '../parse/error';
import type { Actions, Args } from './args';

/**
 * command(connect.scheduler, {"on":false}): what the language has no words for, as the session's journal has it. Behind it
 * stands what later lines call whom it brings: N1="1000901" by the employee number, N1 a user who was made in Entra ID.
 */
function command(args: Args): string {
	const verb = args.argument(0, 'a command');
	if (!commandKind(verb.value)) throw new ScriptError(`There is no command ${verb.value}`, verb.place);
	const { text, place } = args.argument(1, 'what the command is given, in braces');
	let given: Json;
	try {
		given = JSON.parse(text) as Json;
	} catch (error) {
		const why = error instanceof Error ? error.message : 'no JSON';
		throw new ScriptError(`${text.slice(0, 40)} cannot be read: ${why}`, place);
	}
	const { names, sim } = args.sandbox;
	const began = { users: sim.tables.users.next, groups: sim.tables.groups.next };
	const outcome = args.sandbox.do({ verb: verb.value, args: given } as unknown as Command);
	if (outcome !== 'done') return outcome;
	for (const { key, value } of args.statement.args.slice(2)) {
		if (key === null) names.call(value, began.users);
		else names.callWorker(key, value);
	}
	// As groupRule calls it: by the name of the beginning, also once it has another.
	const group = sim.tables.groups.rows[began.groups];
	if (group) names.callGroup(String(group.attrs.displayName), began.groups);
	return outcome;
}

export const commands: Actions = { command };

/** As a line of a script; a string of the language has no escapes, so that a quotation mark is written by its number. */
export function commandLine(verb: string, args: Json, newcomers: readonly string[] = []): string {
	const given = JSON.stringify(args).replaceAll('\\"', '\\u0022');
	return `command(${[verb, given, ...newcomers].join(', ')})`;
}
