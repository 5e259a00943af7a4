import { expect } from 'vitest';
import type { JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { CORE_GROUP, CORE_USER } from '#lib/scim/urns';
import { createApp, type AppOptions } from '..';

const auth = { Authorization: 'Bearer tok-demo', 'Content-Type': 'application/scim+json' };
export const body = (response: ScimResponse) => JSON.parse(response.body as string) as JsonObject;

/** A conformant application and a short way of asking it. */
export function started(options: AppOptions = {}, kind = 'conformance') {
	const app = createApp(kind, options);
	const ask = (method: string, path: string, json?: unknown, headers: Record<string, string> = {}) =>
		app.answer({
			method: method as ScimRequest['method'],
			path,
			headers: { ...auth, ...headers },
			...(json !== undefined && { body: typeof json === 'string' ? json : JSON.stringify(json) })
		});
	const user = (userName: string, more: object = {}) => {
		const response = ask('POST', '/Users', { schemas: [CORE_USER], userName, ...more });
		expect(response.status, response.body).toBe(201);
		return body(response) as JsonObject & { id: string; meta: Record<string, string> };
	};
	const group = (displayName: string, ...members: string[]) =>
		body(
			ask('POST', '/Groups', { schemas: [CORE_GROUP], displayName, members: members.map((value) => ({ value })) })
		) as JsonObject & { id: string; meta: Record<string, string> };
	const names = (path: string) =>
		(body(ask('GET', path)).Resources as JsonObject[]).map((resource) => resource.userName ?? resource.displayName);
	return { app, ask, user, group, names };
}
