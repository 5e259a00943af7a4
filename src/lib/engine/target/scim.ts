import * as client from '#lib/scim/client';
import type { JsonObject } from '#lib/scim/types';
import type { Slot } from '../base';
import type { ConfigRow } from '../job/records';
import type { PrincipalKind } from '../source';
import type { Target, TargetObject } from './target';

function typeOf(kind: PrincipalKind): client.Type {
	return kind === 'user' ? 'User' : 'Group';
}

function targetObject(shown: { readonly id: string; readonly resource: JsonObject }): TargetObject {
	return { id: shown.id, get: (path) => client.valueAt(shown.resource, path) };
}

/** A SCIM application as the engine sees it: every request of the Entra client, in the dialect of the job. */
export function scimTarget(dialect: ConfigRow['dialect'], token: string, app?: Slot): Target {
	const connection: client.Connection = {
		token,
		dialect: dialect === 'legacy' ? 'legacy' : 'compliant',
		...(app !== undefined && { app })
	};
	return {
		probe: (path, nobody) => client.probe(connection, 'User', path, nobody),
		find: (kind, path, value) => client.match(connection, typeOf(kind), path, value),
		read: (kind, id) => client.read(connection, typeOf(kind), id),
		create: (kind, values) => client.create(connection, typeOf(kind), values),
		update: (kind, id, changes, before) =>
			client.update(
				connection,
				typeOf(kind),
				id,
				changes.map(({ path, value, op }) => ({ target: path, value, had: op ? op === 'Replace' : has(before, path) }))
			),
		remove: (kind, id) => client.remove(connection, typeOf(kind), id),
		hasReference: (id, _path, targetId) => client.checkManager(connection, id, targetId),
		setReference: (id, path, targetId) => client.setManager(connection, id, targetId, false, 'text', path),
		changeMembers: (group, direction, members) =>
			direction === 'add'
				? client.addMembers(connection, group, members)
				: client.removeMembers(connection, group, members),
		list(response) {
			const answer = client.listOf(response);
			return answer.ok
				? answer.resources.map((resource) => targetObject({ id: resource.id as string, resource }))
				: null;
		},
		object(response) {
			const answer = client.resourceOf(response);
			return answer.ok ? targetObject(answer) : null;
		}
	};
}

function has(object: TargetObject, path: string): boolean {
	const value = object.get(path);
	return value !== undefined && value !== null && value !== '';
}
