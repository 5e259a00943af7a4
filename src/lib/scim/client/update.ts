import type { Json, JsonObject, ScimRequest } from '../types';
import { ENTERPRISE_USER, MESSAGE } from '../urns';
import { isBoolean, placeOf, request, type Connection, type Type } from './connection';
import { asBoolean } from './create';
import { parseTarget } from './target';

/** One attribute to be written. */
export interface TargetChange {
	readonly target: string;
	readonly value: Json;
	/** Whether the application has a value there now: decides between Replace and Add (S-082). */
	readonly had: boolean;
}

type Op = 'Add' | 'Replace' | 'Remove';

const operation = ({ dialect }: Connection, op: Op, path: string | undefined, value?: Json) => ({
	op: dialect === 'legacy' ? op : op.toLowerCase(),
	...(path !== undefined && { path }),
	...(value !== undefined && { value })
});

const patch = (connection: Connection, type: Type, id: string, operations: readonly Json[]): ScimRequest =>
	request(connection, 'PATCH', { parts: placeOf(type, id) }, { schemas: [MESSAGE.patch], Operations: operations });

/** S-088, S-093: the legacy dialect sends a boolean as a text with a capital letter. */
function written(connection: Connection, target: string, value: Json): Json {
	if (!isBoolean(connection, parseTarget(target))) return value;
	const flag = asBoolean(value);
	if (connection.dialect === 'compliant' || typeof flag !== 'boolean') return flag;
	return flag ? 'True' : 'False';
}

/** Updates attributes (S-079 to S-087, S-092 to S-096). */
export function update(connection: Connection, type: Type, id: string, changes: readonly TargetChange[]): ScimRequest {
	const one = ({ target, value, had }: TargetChange) =>
		operation(connection, had ? 'Replace' : 'Add', target, written(connection, target, value));
	if (connection.dialect === 'legacy') return patch(connection, type, id, changes.map(withRoleTexts).map(one));
	const filtered = changes.filter(({ target }) => parseTarget(target).where.length > 0);
	const plain = changes.filter(({ target }) => parseTarget(target).where.length === 0);
	const collected = [true, false].flatMap((had) => {
		const same = plain.filter((change) => change.had === had);
		return same.length > 1 ? [together(connection, had, same)] : same.map(one);
	});
	return patch(connection, type, id, [...filtered.map(one), ...collected]);
}

/** S-135: a role that is added is the text of its assignment, unlike in a create. No role of an application has an id here. */
function withRoleTexts(change: TargetChange): TargetChange {
	if (change.had || change.target !== 'roles' || !Array.isArray(change.value)) return change;
	const value = (change.value as readonly JsonObject[]).map(({ value = null, displayName = value }) => ({
		value: JSON.stringify({ id: null, value, displayName })
	}));
	return { ...change, value };
}

/** S-095, S-096: several attributes in one operation without a path, under their target names as they stand. */
function together(connection: Connection, had: boolean, changes: readonly TargetChange[]): Json {
	const entries = changes.map(({ target, value }) => [target, written(connection, target, value)] as const);
	return operation(connection, had ? 'Replace' : 'Add', undefined, Object.fromEntries(entries));
}

/** Disables (S-088, S-093) or restores (S-090) an account. */
export const setActive = (connection: Connection, id: string, active: boolean): ScimRequest =>
	update(connection, 'User', id, [{ target: 'active', value: active, had: true }]);

/** How the manager is written: plain id (S-104), a list with $ref (S-103), the RFC's object (S-105). */
export type ManagerForm = 'text' | 'list' | 'object';

/** Sets the manager, or clears it with an empty value (S-106, S-107). */
export function setManager(
	connection: Connection,
	user: string,
	manager: string | null,
	had: boolean,
	form: ManagerForm = 'text',
	target = form === 'list' ? 'manager' : `${ENTERPRISE_USER}:manager`
): ScimRequest {
	const op = had || manager === null ? 'Replace' : 'Add';
	return patch(connection, 'User', user, [operation(connection, op, target, managerValue(manager, form))]);
}

function managerValue(manager: string | null, form: ManagerForm): Json {
	if (manager === null) return '';
	if (form === 'list') return [{ $ref: null, value: manager }];
	return form === 'object' ? { value: manager } : manager;
}

/** Adds members: several in one operation (S-124, S-125). */
export function addMembers(connection: Connection, group: string, users: readonly string[]): ScimRequest {
	const value = users.map((user): Json =>
		connection.dialect === 'legacy' ? { $ref: null, value: user } : { value: user }
	);
	return patch(connection, 'Group', group, [operation(connection, 'Add', 'members', value)]);
}

/** Removes members: named in the value (S-127), or by a filter each in the compliant dialect (S-097, S-128). */
export function removeMembers(connection: Connection, group: string, users: readonly string[]): ScimRequest {
	if (connection.dialect === 'legacy') {
		const value = users.map((user) => ({ $ref: null, value: user }));
		return patch(connection, 'Group', group, [operation(connection, 'Remove', 'members', value)]);
	}
	const filters = users.map((user) => operation(connection, 'Remove', `members[value eq ${JSON.stringify(user)}]`));
	return patch(connection, 'Group', group, filters);
}

/** Deletes an object for good (S-112, S-131). */
export const remove = (connection: Connection, type: Type, id: string): ScimRequest =>
	request(connection, 'DELETE', { parts: placeOf(type, id) });
