import { type FunctionEntry, parameterAt, signature } from '../functions/entry';
import { ParseFault } from './lexer';
import type { CallNode } from './tree';

/** G-006: the number of slots and which of them may be empty. */
export function checkCall(entry: FunctionEntry, node: CallNode): void {
	const { args } = node;
	const [least, most] = entry.slots;
	if (args.length < least) throw new ParseFault(`${signature(entry)} needs ${counted(least)}`, node.end - 1);
	if (args.length > most) {
		const wanted = most === 0 ? 'no arguments' : `at most ${counted(most)}`;
		throw new ParseFault(`${signature(entry)} takes ${wanted}`, args[most]!.start);
	}
	const group = entry.parameters.filter((parameter) => parameter.repeats).length;
	if (group > 1 && (args.length - (entry.parameters.length - group)) % group !== 0) {
		throw new ParseFault(`${signature(entry)}: the last pair is not complete`, node.end - 1);
	}
	for (const [slot, arg] of args.entries()) {
		const parameter = parameterAt(entry, slot, args.length);
		if (arg.kind === 'empty' && parameter?.required) {
			throw new ParseFault(`${entry.name} needs its parameter ${parameter.name}`, arg.start);
		}
	}
	const complaint = entry.check?.(args);
	if (complaint !== undefined) throw new ParseFault(`${entry.name}: ${complaint}`, node.start);
}

function counted(slots: number): string {
	return `${slots} argument${slots === 1 ? '' : 's'}`;
}
