import type { EngineClient } from './client.svelte';

/** Where Microsoft Graph is on the wire: `graph/v1.0/...`, beside the page. */
export function graphUrl(path: string): string {
	return new URL(`graph${path}`, document.baseURI).href;
}

/** Answers a request for Microsoft Graph from the open session; undefined: it is for somebody else. */
export async function answerGraphOnWire(client: EngineClient, request: Request): Promise<Response | undefined> {
	const base = graphUrl('');
	if (!request.url.startsWith(`${base}/`)) return undefined;
	const path = request.url.slice(base.length);
	const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.text();
	try {
		const method = request.method === 'HEAD' ? 'GET' : request.method;
		const answer = await client.graph({ method, path, ...(body && { body }), base });
		const { status, headers } = answer;
		return new Response(request.method === 'HEAD' ? null : (answer.body ?? null), { status, headers });
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return Response.json({ error: { code: 'ServiceUnavailable', message } }, { status: 503 });
	}
}
