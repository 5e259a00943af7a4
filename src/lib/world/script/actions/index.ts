import { ScriptError } from '../parse/error';
import type { Do } from '../parse/tree';
import type { Sandbox } from '../run/sandbox';
import { accounts } from './accounts';
import { accountsInAd } from './accounts-in-ad';
import { api } from './api';
import { commands } from './command';
import { Args, type Actions } from './args';
import { assignments } from './assignments';
import { directory } from './directory';
import { files } from './files';
import { hr } from './hr';
import { hrConnection } from './hr-connection';
import { hybrid } from './hybrid';
import { jobs } from './jobs';
import { logs } from './logs';
import { mappings } from './mappings';
import { toggles } from './toggles';
import { world } from './world';

const actions: Actions = {
	...assignments,
	...directory,
	...jobs,
	...mappings,
	...accounts,
	...toggles,
	...logs,
	...hr,
	...hrConnection,
	...hybrid,
	...accountsInAd,
	...files,
	...world,
	...api,
	...commands
};

/** The names of all actions, for whoever writes a script. */
export const actionNames = Object.keys(actions);

/** Does what a line says: done, or refused and why. */
export function act(sandbox: Sandbox, statement: Do): string {
	if (!Object.hasOwn(actions, statement.action))
		throw new ScriptError(`There is no action ${statement.action}`, statement.place);
	const outcome = actions[statement.action]!(new Args(sandbox, statement));
	return outcome === 'done' || outcome.startsWith('refused') ? outcome : `refused: ${outcome}`;
}
