import { factKinds, type Seq } from '#lib/engine/base';
import type { CommandRow } from '../tables/rows';
import type { Change, Way } from './way';

const commandKind = factKinds.indexOf('command');
const commandTable = new Set(['commands'] as const);

/** A command of a way, as a person reads it. */
export interface Said {
	readonly seq: Seq;
	readonly at: number;
	readonly text: number;
	readonly verb: string;
	readonly args: CommandRow['args'];
}

/** The command that a change goes back to; null: none does, it began with the world. */
export function commandOf(way: Way, { op, seq }: Change): Seq | null {
	const { before, after } = way.pointOf(op);
	// A change is written between two facts of its event: the one before it knows why, unless it is another event's.
	const told = seq > before.seq ? seq - 1 : Math.min(seq, after.seq - 1);
	for (let at = told; at > 0;) {
		const place = way.fact(at);
		if (!place) return null;
		if (place.facts.kind[place.at] === commandKind) return at;
		const cause = place.facts.cause[place.at]!;
		if (cause >= at) return null;
		at = cause;
	}
	return null;
}

/** The commands of a way between two places of its tape, oldest first. */
export function commandsOf(way: Way, from: number, to: number): Said[] {
	const said: Said[] = [];
	for (const { after } of way.changes(commandTable, from, to)) {
		const { at, verb, args, fact } = after as CommandRow;
		const place = way.fact(fact);
		said.push({ seq: fact, at, verb, args, text: place ? place.facts.detail[place.at]! : 0 });
	}
	return said;
}
