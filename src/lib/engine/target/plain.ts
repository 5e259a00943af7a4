import { listOf, resourceOf } from '#lib/scim/client';
import type { Json, JsonObject, ScimRequest } from '#lib/scim/types';
import type { Target, TargetObject, TargetValue } from './target';

/** Whatever is no application: Active Directory behind its agent, the tenant itself, a human-resources system. */
export function plainTarget(): Target {
	return {
		probe: (path, nobody) => get(`/probe?${filter(path, nobody)}`),
		find: (_kind, path, value) => get(`/objects?${filter(path, value)}`),
		read: (_kind, id) => get(`/objects/${id}`),
		create: (_kind, values) => ({ ...request('POST', '/objects'), body: bodyOf(values) }),
		update: (_kind, id, changes, before) => ({
			...request('PATCH', `/objects/${id}`),
			body: bodyOf(changes.map((change) => (change.op === 'Add' ? added(change, before) : change)))
		}),
		remove: (_kind, id) => request('DELETE', `/objects/${id}`),
		hasReference: (id, path, targetId) => get(`/objects?${filter('id', id)}&${filter(path, targetId)}`),
		setReference: (id, path, targetId) => ({
			...request('PATCH', `/objects/${id}`),
			body: bodyOf([{ path, value: targetId }])
		}),
		changeMembers: () => {
			throw new Error('memberships are written to applications only');
		},
		list(response) {
			const answer = listOf(response);
			return answer.ok ? answer.resources.map(targetObject) : null;
		},
		object(response) {
			const answer = resourceOf(response);
			return answer.ok ? targetObject(answer.resource) : null;
		}
	};
}

function targetObject(resource: JsonObject): TargetObject {
	return { id: resource.id as string, get: (path) => resource[path] };
}

/** C-212: these take a list as a whole. */
function added({ path, value }: TargetValue, before: TargetObject): TargetValue {
	const present = before.get(path);
	return { path, value: Array.isArray(present) ? [...present, ...(value as Json[])] : value };
}

function request(method: ScimRequest['method'], path: string): ScimRequest {
	return { method, path, headers: {} };
}

function get(path: string): ScimRequest {
	return request('GET', path);
}

function filter(path: string, value: string): string {
	return `filter=${encodeURIComponent(`${path} eq "${value}"`)}`;
}

function bodyOf(values: readonly TargetValue[]): string {
	return JSON.stringify(Object.fromEntries(values.map(({ path, value }) => [path, value as Json])));
}
