import { engine } from '#lib/worker/client.svelte';
import { wireUrl } from '#lib/worker/wire';
import type { CommandRow } from '#lib/world/tables/rows';
import type { Answer } from './differences';
import { hasBody, headersOf, isWrong, type Draft } from './request';

/** What was sent, what came back, and what a conformant provider would have answered at that moment. */
export interface Sent {
	readonly draft: Draft;
	/** null: no answer came. */
	readonly answer: Answer | null;
	readonly twin: Answer;
	/** Real milliseconds. */
	readonly took: number;
	/** The fact of the command that a write became; null: nothing was written. */
	readonly fact: number | null;
}

/** The request as the doors take it, or what is wrong with it. */
function plain(app: string, { method, path, headers, body }: Draft) {
	const parsed = headersOf(headers);
	if (isWrong(parsed)) throw new Error(`"${parsed.wrong}" is not a header: each line is "Name: value".`);
	if (!path.startsWith('/')) throw new Error('The path begins with "/": it follows the tenant URL.');
	// A client takes ".." out of an address before it asks: what is left would be asked of this page.
	if (!wireUrl(app, path).startsWith(wireUrl(app, '/')))
		throw new Error('The path leaves the tenant URL: ".." goes up from it.');
	return { method, path, headers: parsed, ...(hasBody(method) && body !== '' && { body }) };
}

/** Sends a request, through the service worker where there is one. The twin is asked first: it must not see the change. */
export async function send(app: string, draft: Draft, onWire: boolean): Promise<Sent> {
	const request = plain(app, draft);
	const asked = await engine.query<{ status: number; headers: Record<string, string>; body?: string }>('scimTwin', {
		app,
		...request
	});
	const next = engine.status?.counters.commands ?? 0;
	const began = performance.now();
	const answer = await (onWire ? fetched(app, request) : answered(app, request));
	const took = performance.now() - began;
	return { draft, answer, twin: { ...asked, body: asked.body ?? '' }, took, fact: await factOf(next, request) };
}

/** What writes is a command: the next of the journal, if it is about this request. */
async function factOf(slot: number, { method, path }: ReturnType<typeof plain>): Promise<number | null> {
	if (method === 'GET') return null;
	const row = await engine.query<CommandRow | null>('row', { table: 'commands', slot });
	const args = row?.args as { method?: string; path?: string } | undefined;
	return row?.verb === 'app.request' && args?.method === method && args.path === path ? row.fact : null;
}

async function fetched(app: string, { path, ...init }: ReturnType<typeof plain>): Promise<Answer | null> {
	try {
		const response = await fetch(wireUrl(app, path), { ...init, cache: 'no-store' });
		return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
	} catch {
		return null;
	}
}

async function answered(app: string, request: ReturnType<typeof plain>): Promise<Answer | null> {
	const { status, headers, body } = await engine.answer({ app, ...request });
	return status === 0 ? null : { status, headers, body: body ?? '' };
}
