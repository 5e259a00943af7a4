import { NotModelled } from '../run/unbuilt';
import type { Action, Actions } from './args';

function needs(system: string): Action {
	return (args) => {
		throw new NotModelled(`${system} (${args.statement.action})`);
	};
}

/** Actions of systems that are not there yet. */
export const unbuilt: Actions = {
	'hr.hire': needs('HR'),
	'hr.change': needs('HR'),
	'hr.terminate': needs('HR'),
	'hr.rescind': needs('HR'),
	'hr.rehire': needs('HR'),
	'hr.convert': needs('HR'),
	post: needs('API-driven inbound provisioning'),
	'agent.install': needs('the provisioning agent'),
	'agent.stop': needs('the provisioning agent'),
	'agent.start': needs('the provisioning agent')
};
