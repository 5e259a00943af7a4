import type { Json } from '#lib/engine/base';
import type { CommandKind } from './command';
import { ad } from './ad';
import { api } from './api';
import { appAdmin } from './app-admin';
import { agents } from './agents';
import { apps } from './apps';
import { assignments } from './assignments';
import { connect } from './connect';
import { groups } from './groups';
import { hr } from './hr';
import { hrConnection } from './hr-connection';
import { jobGraph } from './job-graph';
import { jobs } from './jobs';
import { mappings } from './mappings';
import { users } from './users';
import { world } from './world';

export { Refused } from './command';

/** What a person did: a verb and its arguments. Only this is authored, kept and shared. */
export interface Command {
	readonly verb: Verb;
	readonly args: Json;
}

const kinds = {
	...assignments,
	...users,
	...groups,
	...jobs,
	...jobGraph,
	...mappings,
	...apps,
	...appAdmin,
	...world,
	...ad,
	...connect,
	...hr,
	...hrConnection,
	...agents,
	...api
};
export type Verb = keyof typeof kinds;

export const verbs = Object.keys(kinds) as Verb[];

export function commandKind(verb: string): CommandKind<never> | undefined {
	return Object.hasOwn(kinds, verb) ? kinds[verb as Verb] : undefined;
}
