import type { Json } from '#lib/engine/base';
import { deeds } from '../parts';
import type { CommandKind } from './command';
import { assignments } from './assignments';
import { start } from './start';

export { Refused, type Applied } from './command';

/** What a person did: a verb and its arguments. Only this is authored, kept and shared. */
export interface Command {
	readonly verb: Verb;
	readonly args: Json;
}

/** What a first visit gives is here from the beginning. */
const own = { ...assignments, ...start };
type Kinds = typeof own & typeof import('./deeds').deeds;
export type Verb = keyof Kinds;

export function commandKind(verb: string): CommandKind<never> | undefined {
	if (Object.hasOwn(own, verb)) return own[verb as keyof typeof own];
	const { deeds: others } = deeds.here;
	return Object.hasOwn(others, verb) ? others[verb as keyof typeof others] : undefined;
}
