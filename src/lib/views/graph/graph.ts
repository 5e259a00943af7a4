import type { Json } from '#lib/engine/base';
import type { World } from '#lib/world';
import { failure, GraphError, graphHost, type GraphAnswer, type GraphRequest } from './answer';
import type { Asked, Call } from './call';
import { calls } from './calls';
import { parsedQuery, refuseOthers } from './odata/query';

const versions = ['v1.0', 'beta'];

/**
 * Answers a call of Microsoft Graph from the simulation as it stands. Nothing is written here: what writes comes with the
 * command that has to be done first. Nobody signs in, so that no token is asked for.
 */
export function graph(world: World, request: GraphRequest): GraphAnswer {
	try {
		return answer(world, request);
	} catch (error) {
		if (error instanceof GraphError) return failure(world, error);
		throw error;
	}
}

function answer(world: World, request: GraphRequest): GraphAnswer {
	const [path = '', search = ''] = split(request.path, '?');
	const [version, ...segments] = path.split('/').filter(Boolean).map(decoded);
	if (version === undefined || !versions.includes(version))
		throw new GraphError(400, 'BadRequest', `Invalid version: ${version ?? ''}. Use /v1.0 or /beta.`);
	const found = calls.flatMap((call) => {
		const params = paramsOf(call, segments);
		return params ? [{ call, params }] : [];
	});
	if (found.length === 0) throw unknownPath(segments);
	const hit = found.find(({ call }) => call.method === request.method);
	if (!hit) {
		if (request.method === 'PATCH' && segments.at(-1) === 'schema') throw inPart();
		const allowed = found.map(({ call }) => call.method).join(', ');
		throw new GraphError(405, 'Request_BadRequest', `This path takes ${allowed}, not ${request.method}.`, {
			Allow: allowed
		});
	}
	const query = parsedQuery(search);
	if (request.method === 'GET') refuseOthers(query, hit.call.options ?? []);
	const asked: Asked = {
		world,
		version,
		base: request.base ?? graphHost,
		params: hit.params,
		query,
		body: parsedBody(request.body)
	};
	return hit.call.run(asked);
}

/** J-019: not a method that is not allowed, but a resource that is not there. */
function inPart(): GraphError {
	return new GraphError(
		404,
		'UnknownError',
		"Resource not found for the segment 'schema'. A schema is not changed in part: PUT replaces the whole of it."
	);
}

function unknownPath(segments: readonly string[]): GraphError {
	const known = [...new Set(calls.map(({ path }) => path))].join(', ');
	return new GraphError(
		404,
		'UnknownError',
		`Resource not found for the segment '${segments.at(-1) ?? ''}'. This simulation models: ${known}.`
	);
}

function paramsOf(call: Call, segments: readonly string[]): Record<string, string> | null {
	const pattern = call.path.split('/').filter(Boolean);
	if (pattern.length !== segments.length) return null;
	const params: Record<string, string> = {};
	for (const [place, part] of pattern.entries()) {
		const segment = segments[place]!;
		if (part.startsWith('{')) params[part.slice(1, -1)] = segment;
		else if (part.toLowerCase() !== segment.replace(/^microsoft\.graph\./, '').toLowerCase()) return null;
	}
	return params;
}

function split(text: string, mark: string): [string, string] {
	const at = text.indexOf(mark);
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		throw new GraphError(400, 'BadRequest', `The path segment ${segment} is not encoded properly.`);
	}
}

function parsedBody(body: string | undefined): Json | undefined {
	if (body === undefined || body.trim() === '') return undefined;
	try {
		return JSON.parse(body) as Json;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new GraphError(400, 'BadRequest', `Unable to read JSON request payload: ${why}`);
	}
}
