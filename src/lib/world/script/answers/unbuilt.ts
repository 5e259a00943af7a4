import { NotModelled } from '../run/unbuilt';
import type { Answer, Answers, Asked } from './answer';

function needs(system: string): (asked: Asked) => Answer {
	return (asked) => {
		throw new NotModelled(`${system} (${asked.head.name})`);
	};
}

/** Expressions about systems that are not there yet. */
export const unbuilt: Answers = {
	http: needs('API-driven inbound provisioning')
};
