import { engine } from '#lib/worker/client.svelte';
import { graphUrl } from '#lib/worker/graph-wire';
import type { CommandRow } from '#lib/world/tables/rows';
import { hasBody } from '../console/request';
import type { GraphDraft } from './requests';

export interface SentCall {
	readonly draft: GraphDraft;
	readonly status: number;
	readonly headers: { readonly [name: string]: string };
	readonly body: string;
	/** Real milliseconds. */
	readonly took: number;
	/** The fact that tells what became of it; null: it only read. */
	readonly fact: number | null;
	/** The fact of the command that it became, which can be taken back. */
	readonly command: number | null;
}

/** Sends a call through the service worker where there is one, and to the engine directly where there is none. */
export async function sendCall(draft: GraphDraft, onWire: boolean): Promise<SentCall> {
	const { method, path } = draft;
	const body = hasBody(method) && draft.body.trim() !== '' ? { body: draft.body } : {};
	const next = engine.status?.counters.commands ?? 0;
	const began = performance.now();
	const answer = onWire
		? await fetched(path, { method, ...body })
		: await engine.graph({ method, path: graphUrl(path).slice(graphUrl('').length), ...body, base: graphUrl('') });
	const took = performance.now() - began;
	const told = answer.headers['x-provlab-fact'];
	const fact = told === undefined ? null : Number(told);
	const row = fact === null ? null : await engine.query<CommandRow | null>('row', { table: 'commands', slot: next });
	return {
		draft,
		status: answer.status,
		headers: answer.headers,
		body: answer.body ?? '',
		took,
		fact,
		command: row?.fact ?? fact
	};
}

async function fetched(path: string, { method, body }: { method: string; body?: string }) {
	const headers: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
	const response = await fetch(graphUrl(path), {
		method,
		headers,
		cache: 'no-store',
		...(body !== undefined && { body })
	});
	return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}
