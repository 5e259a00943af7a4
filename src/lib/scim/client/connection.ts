import { HandedRequest, type Address } from '../handed';
import type { Json, ScimRequest } from '../types';
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER } from '../urns';
import type { TargetPath } from './target';

/** The two ways in which the Entra client writes PATCH requests (S-002 to S-004). */
export type Dialect = 'legacy' | 'compliant';

export type Type = 'User' | 'Group';

/** What every request of a job to its application has in common. */
export interface Connection {
	readonly app?: number;
	readonly token: string;
	readonly dialect: Dialect;
	/** Which targets are booleans; default: `active` and `primary`. */
	isBoolean?(target: string): boolean;
	/** What `schemas` names in a create; default S-071 and the core group. */
	readonly schemas?: Partial<Readonly<Record<Type, readonly string[]>>>;
}

export const isBoolean = (connection: Connection, { text, isFlag }: TargetPath) =>
	connection.isBoolean ? connection.isBoolean(text) : isFlag;

export const schemasOf = ({ schemas }: Connection, type: Type): readonly string[] =>
	schemas?.[type] ?? (type === 'User' ? [CORE_USER, ENTERPRISE_USER] : [CORE_GROUP]);

/** S-003, S-005: the flag is in the tenant URL, wherever it stands there. */
export const dialectOf = (tenantUrl: string): Dialect =>
	/[?&/]aadOptscim062020\b/i.test(tenantUrl) && !/AzureAdScimPatch2017/i.test(tenantUrl) ? 'compliant' : 'legacy';

/** S-006: the flag is for the client and is no part of the application's address. */
export const withoutFlag = (tenantUrl: string) =>
	tenantUrl
		.replace(/(aadOptscim062020|AzureAdScimPatch2017)\b(=[^&]*)?&?/gi, '')
		.replace(/[?&]+$/, '')
		.replace(/\/$/, '');

const collections = { User: ['Users'], Group: ['Groups'] } as const;

/** The address of all objects of a type, or of one. */
export const placeOf = (type: Type, id?: string): readonly string[] =>
	id === undefined ? collections[type] : [collections[type][0], id];

interface Headers {
	readonly bare: ScimRequest['headers'];
	readonly withBody: ScimRequest['headers'];
}

/** Made once for each connection: they are the same for all of its requests. */
const headers = new WeakMap<Connection, Headers>();

function headersOf(connection: Connection): Headers {
	let found = headers.get(connection);
	if (!found) {
		const bare = Object.freeze({ Authorization: `Bearer ${connection.token}`, Accept: 'application/scim+json' });
		const withBody = Object.freeze({ ...bare, 'Content-Type': 'application/scim+json' });
		headers.set(connection, (found = { bare, withBody }));
	}
	return found;
}

/** A request with the headers of every request (S-010, S-029). */
export function request(
	connection: Connection,
	method: ScimRequest['method'],
	address: Address,
	body?: Json
): ScimRequest {
	const { bare, withBody } = headersOf(connection);
	return new HandedRequest(connection.app, method, address, body === undefined ? bare : withBody, body);
}
