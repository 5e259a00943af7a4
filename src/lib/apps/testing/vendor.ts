import { expect } from 'vitest';
import { create, update, type Connection } from '#lib/scim/client';
import { vendorErrorOf } from '#lib/scim/errors';
import type { Json, JsonObject, ScimRequest, ScimResponse } from '#lib/scim/types';
import { createApp, planFor, type AppOptions } from '..';
import type { AppSettings } from '../definition';
import type { Resource } from '../types';

export const connection: Connection = {
	token: 'tok-demo',
	dialect: 'legacy',
	isBoolean: (target) => /^(active|IsActive|suspended|isInactive|UserPermissions.*)$/.test(target)
};

export const body = ({ body }: ScimResponse) => JSON.parse(body ?? '{}') as JsonObject;
export const vendor = vendorErrorOf;

/** An application with settings, and the few moves that the tests make. */
export function at(kind: string, settings?: AppSettings, options: AppOptions = {}) {
	const defaults = planFor(kind).definition.settings ?? {};
	const app = createApp(kind, { ...options, settings: () => ({ ...defaults, ...settings }) });
	const send = (request: ScimRequest) => app.answer(request);
	const post = (values: Record<string, Json>) => {
		const list = Object.entries(values).map(([path, value]) => ({ path, value }));
		return send(create(connection, 'User', list));
	};
	const made = (values: Record<string, Json>) => {
		const response = post(values);
		expect(response.status, response.body).toBe(201);
		return body(response).id as string;
	};
	const set = (id: string, values: Record<string, Json>) =>
		send(
			update(
				connection,
				'User',
				id,
				Object.entries(values).map(([target, value]) => ({ target, value, had: true }))
			)
		);
	const stored = (id: string) => app.store.get(id) as Resource;
	const remove = (id: string) => send({ method: 'DELETE', path: `/Users/${id}`, headers: auth });
	return { app, send, post, made, set, stored, remove };
}

export const auth = { Authorization: 'Bearer tok-demo' };
