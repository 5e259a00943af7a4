import type { Json } from '#lib/engine/base';
import { guid } from '#lib/tenant/sample/identifiers';
import type { Command, World } from '#lib/world';

/** A request to Microsoft Graph: the path begins with the version, `/v1.0/servicePrincipals`. */
export interface GraphRequest {
	readonly method: string;
	readonly path: string;
	readonly headers?: { readonly [name: string]: string };
	readonly body?: string;
	/** What stands before the version in links to further pages. */
	readonly base?: string;
}

export interface GraphAnswer {
	readonly status: number;
	readonly headers: { readonly [name: string]: string };
	/** JSON text; absent: none. */
	readonly body?: string;
	/** What has to be done in the world before the answer holds. */
	readonly command?: Command;
	/** The run on demand that the command begins has to end first. */
	readonly awaitsRun?: true;
	/** What only the world after the command can say. */
	readonly finish?: (world: World) => GraphAnswer;
}

/** Ends the reading of a request: what is wrong with it, as Graph tells it. */
export class GraphError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly headers: { readonly [name: string]: string } = {}
	) {
		super(message);
	}
}

export const graphHost = 'https://graph.microsoft.com';

const jsonType = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export function ok(body: Json, status = 200): GraphAnswer {
	return { status, headers: { 'Content-Type': jsonType }, body: JSON.stringify(body) };
}

export function noContent(command?: Command): GraphAnswer {
	return { status: 204, headers: {}, ...(command && { command }) };
}

/** An entity or a list with its context, as each answer begins. */
export function withContext(version: string, of: string, body: { readonly [name: string]: Json }): Json {
	return { '@odata.context': `${graphHost}/${version}/$metadata#${of}`, ...body };
}

export function failure(world: World, { status, code, message, headers }: GraphError): GraphAnswer {
	const { seq } = world.checkpoint();
	const id = guid(world.sim.host.tenantRow.seedText, 'graph request', seq);
	const date = new Date(world.clock).toISOString().slice(0, 19);
	const innerError = { date, 'request-id': id, 'client-request-id': id };
	return {
		status,
		headers: { 'Content-Type': jsonType, 'request-id': id, ...headers },
		body: JSON.stringify({ error: { code, message, innerError } })
	};
}
