import list from '#lib/content/apps/exchanges.json';
import { mismatch } from '#lib/scim/subset';
import type { Json } from '#lib/scim/types';
import type { Answer } from './differences';
import type { Draft, Method } from './request';

export interface Step {
	readonly request: {
		readonly method: Method;
		readonly path: string;
		readonly headers?: { readonly [name: string]: string };
		readonly body?: Json;
	};
	readonly response: { readonly status: number; readonly bodyMustContain?: Json };
	/** Values of the answer that later requests use, by their path in it. */
	readonly capture?: { readonly [name: string]: string };
}

export interface Exchange {
	readonly id: string;
	readonly title: string;
	readonly basis: readonly string[];
	readonly dialect?: string;
	readonly steps: readonly Step[];
}

/** Exchanges of the specification, each written for an application that is empty when it begins. */
export const exchanges = list as unknown as readonly Exchange[];

export type Captured = { readonly [name: string]: string };

const filled = (text: string, captured: Captured) =>
	text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => captured[name] ?? whole);

/** A step as a request, with what earlier answers gave. */
export function draftOf({ request }: Step, headers: string, captured: Captured): Draft {
	const own = Object.entries(request.headers ?? {}).map(([name, value]) => `\n${name}: ${filled(value, captured)}`);
	// Within JSON text a captured version must keep its quotation marks.
	const escaped = Object.fromEntries(
		Object.entries(captured).map(([name, value]) => [name, JSON.stringify(value).slice(1, -1)])
	);
	const { body } = request;
	return {
		method: request.method,
		path: filled(request.path, captured),
		headers: headers + own.join(''),
		body: body === undefined ? '' : typeof body === 'string' ? body : filled(JSON.stringify(body, null, 2), escaped)
	};
}

/** What is not as the specification expects; undefined: all is. */
export function unexpected({ response }: Step, answer: Answer, captured: Captured): string | undefined {
	if (answer.status !== response.status) return `status ${answer.status} instead of ${response.status}`;
	if (response.bodyMustContain === undefined) return undefined;
	const expected = JSON.parse(filled(JSON.stringify(response.bodyMustContain), captured)) as Json;
	const body = parsed(answer.body);
	return mismatch(expected, body);
}

/** What an answer gives to the steps after it. */
export function captures({ capture }: Step, answer: Answer): Captured {
	const body = parsed(answer.body);
	return Object.fromEntries(
		Object.entries(capture ?? {}).map(([name, path]) => [name, String(valueIn(body, path) ?? '')])
	);
}

function parsed(body: string): Json | undefined {
	try {
		return JSON.parse(body) as Json;
	} catch {
		return undefined;
	}
}

function valueIn(body: Json | undefined, path: string): Json | undefined {
	let at: unknown = body;
	for (const part of path.split('.')) at = typeof at === 'object' && at !== null ? (at as never)[part] : undefined;
	return at as Json | undefined;
}
