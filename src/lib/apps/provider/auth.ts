import { ScimError } from '#lib/scim/errors';
import { seedOf, idOf } from '../identity';
import type { Provider } from './provider';
import { header, type Incoming } from './request';

export interface Tokens {
	readonly token: string;
	readonly readOnlyToken: string;
	readonly client: { readonly id: string; readonly secret: string };
}

/** The access token that a client gets for its credentials; nothing has to be kept to recognise it (S-014). */
export const accessToken = ({ token }: Pick<Tokens, 'token'>) => `at-${idOf(seedOf(token), 1)}`;

/**
 * S-211: 401 with WWW-Authenticate; a token that may only read gets 403 on a write.: where tokens end, each
 * that was issued is good until its own end.
 */
export function authorize(request: Incoming, { tokens, bearer, settings, now }: Provider) {
	const sent = header(request.headers, 'authorization');
	const { issued } = settings();
	if (sent === bearer && !issued) return;
	const token = /^bearer +(.*)/i.exec(sent ?? '')?.[1]!.trim();
	if (!token) throw unauthorized('A bearer token is needed', 'Bearer realm="SCIM"');
	if (issued ? issued.some((one) => one.token === token && now() < one.ends) : token === tokens.token) return;
	if (token === accessToken(tokens)) return;
	if (token !== tokens.readOnlyToken) {
		throw unauthorized('The token is unknown or has expired', 'Bearer realm="SCIM", error="invalid_token"');
	}
	const reads = request.method === 'GET' || request.method === 'HEAD' || request.parts.at(-1) === '.search';
	if (!reads) throw new ScimError(403, undefined, 'The token does not permit changes');
}

const unauthorized = (detail: string, challenge: string) =>
	new ScimError(401, undefined, detail, undefined, { 'WWW-Authenticate': challenge });
