import type { Json } from '#lib/engine/base';
import { deeds, hires } from '../parts';
import type { CommandKind } from './command';
import { assignments } from './assignments';
import { start } from './start';

export { Refused, type Applied } from './command';

/** What a person did: a verb and its arguments. Only this is authored, kept and shared. */
export interface Command {
	readonly verb: Verb;
	readonly args: Json;
}

type Kinds = typeof own & typeof import('./hire').hire & typeof import('./deeds').deeds;
export type Verb = keyof Kinds;

/** What a first visit gives is here from the beginning. */
const own = { ...assignments, ...start };

export function commandKind(verb: string): CommandKind<never> | undefined {
	return (
		among(own, verb) ?? (verb === 'hr.hire' ? among(hires.here.hire, verb) : undefined) ?? among(deeds.here.deeds, verb)
	);
}

function among(kinds: object, verb: string): CommandKind<never> | undefined {
	return Object.hasOwn(kinds, verb) ? kinds[verb as never] : undefined;
}
