import type { Model } from '../model';
import { NoJson, readJson, type Node } from './json';
import { checkPatch } from './patch';
import type { Problem, Told } from './problem';
import { checkQuery, checkSearch } from './query';
import { checkResource } from './values';

export type { Problem } from './problem';

export interface Written {
	readonly method: string;
	/** Relative to the tenant URL. */
	readonly path: string;
	readonly body?: string;
}

/** What RFC 7643 and 7644 have to say to a request before it is sent, by place: nothing is asked of an application. */
export function checkRequest(models: readonly Model[], { method, path, body }: Written): Problem[] {
	const problems: Problem[] = [];
	const told =
		(part: Problem['part']): Told =>
		({ at, end }, severity, rule, message) =>
			problems.push({ part, at, end, severity, rule, message });
	const [, collection = '', id] = path.split(/[/?]/);
	const endpoint = `/${collection.toLowerCase()}`;
	const model = models.find(({ type }) => type.endpoint.toLowerCase() === endpoint);
	if (model) checkQuery(model, path, told('path'));
	if (method === 'GET' || method === 'DELETE') {
		if (body) told('body')({ at: 0, end: body.length }, 'note', null, `A ${method} takes no body: it is ignored`);
		return problems;
	}
	const node = parsed(body ?? '', told('body'));
	if (!node || !model) return problems;
	if (method === 'PATCH') checkPatch(model, node, told('body'));
	else if (id === '.search') checkSearch(model, node, told('body'));
	else checkResource(model, node, told('body'));
	return problems.sort((a, b) => a.at - b.at);
}

function parsed(body: string, told: Told): Node | undefined {
	try {
		return readJson(body);
	} catch (error) {
		if (!(error instanceof NoJson)) throw error;
		told({ at: error.at, end: error.at + 1 }, 'error', 'S-206', `Not JSON: ${error.message}`);
		return undefined;
	}
}
