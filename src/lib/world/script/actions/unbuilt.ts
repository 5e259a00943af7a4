import { NotModelled } from '../run/unbuilt';
import type { Action, Actions } from './args';

function needs(system: string): Action {
	return (args) => {
		throw new NotModelled(`${system} (${args.statement.action})`);
	};
}

/** Actions of systems that are not there yet. */
export const unbuilt: Actions = {
	post: needs('API-driven inbound provisioning')
};
