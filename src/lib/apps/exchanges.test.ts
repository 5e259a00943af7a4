import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json, ScimRequest, ScimResponse } from '#lib/scim/types';
import { createApp } from '.';
import { mismatch } from '#lib/scim/subset';

interface Exchange {
	id: string;
	title: string;
	profile?: 'entra' | 'strict';
	api?: string;
	server?: { maxResults?: number; maxOps?: number; tooMany?: number; uniqueGroupNames?: boolean; fault?: Fault };
	steps: {
		request: { method: ScimRequest['method']; path: string; headers?: Record<string, string | null>; body?: Json };
		response: { status: number; bodyMustContain?: Json };
		capture?: Record<string, string>;
	}[];
}

interface Fault {
	status: number;
	headers?: Record<string, string>;
	body: Json;
}

const exchanges = JSON.parse(
	readFileSync(new URL('../../../tests/fixtures/vectors/scim-exchanges.json', import.meta.url), 'utf8')
) as Exchange[];

const fill = (text: string, captured: Map<string, string>) =>
	text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => captured.get(name) ?? `unknown ${name}`);

/** Within JSON text a captured version must keep its quotation marks. */
const fillJson = (json: Json, captured: Map<string, string>) =>
	fill(JSON.stringify(json), new Map([...captured].map(([name, value]) => [name, JSON.stringify(value).slice(1, -1)])));

/** An exchange's answers come from the app; a fixed fault answers instead of it. */
function appFor(exchange: Exchange, kind: string): (request: ScimRequest) => ScimResponse {
	const { fault, maxResults, maxOps, tooMany, uniqueGroupNames } = exchange.server ?? {};
	if (fault) return () => ({ status: fault.status, headers: fault.headers ?? {}, body: JSON.stringify(fault.body) });
	const app = createApp(kind, {
		token: 'tok-demo',
		readOnlyToken: 'tok-readonly',
		limits: {
			...(maxResults && { maxResults }),
			...(maxOps && { maxOperations: maxOps }),
			...(tooMany && { tooMany })
		},
		quirks: uniqueGroupNames ? { groupNames: 'unique' } : {}
	});
	return (request) => app.answer(request);
}

function run(exchange: Exchange, kind: string): string | undefined {
	const answer = appFor(exchange, kind);
	const captured = new Map<string, string>();
	for (const [i, { request, response, capture }] of exchange.steps.entries()) {
		const headers = Object.fromEntries(
			Object.entries({
				Authorization: 'Bearer tok-demo',
				'Content-Type': 'application/scim+json',
				...request.headers
			})
				.filter(([, value]) => value !== null)
				.map(([name, value]) => [name, fill(String(value), captured)])
		);
		const raw = request.body === undefined ? undefined : request.body;
		const body = raw === undefined ? undefined : typeof raw === 'string' ? raw : fillJson(raw, captured);
		const got = answer({
			method: request.method,
			path: fill(request.path, captured),
			headers,
			...(body !== undefined && { body })
		});
		const parsed = got.body ? (JSON.parse(got.body) as Json) : undefined;
		if (got.status !== response.status) return `step ${i + 1}: ${got.status} ${got.body}`;
		if (response.bodyMustContain !== undefined) {
			const expected = JSON.parse(fillJson(response.bodyMustContain, captured)) as Json;
			const problem = mismatch(expected, parsed);
			if (problem) return `step ${i + 1}: ${problem} in ${got.body}`;
		}
		for (const [name, path] of Object.entries(capture ?? {})) {
			const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], parsed);
			captured.set(name, String(value));
		}
	}
	return undefined;
}

const scim = exchanges.filter((exchange) => !exchange.api);
const cases = scim.flatMap((exchange) =>
	exchange.profile
		? [{ exchange, profile: exchange.profile }]
		: [
				{ exchange, profile: 'entra' },
				{ exchange, profile: 'strict' }
			]
);

console.log(`${scim.length} exchanges, ${cases.length} runs`);

describe('the shared exchanges', () => {
	it.each(cases.map((c) => ({ ...c, name: `${c.exchange.id} ${c.exchange.title}` })))(
		'$name [$profile]',
		({ exchange, profile }) => {
			expect(run(exchange, profile === 'entra' ? 'byoa' : 'conformance')).toBeUndefined();
		}
	);
});
