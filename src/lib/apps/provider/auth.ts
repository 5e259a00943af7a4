import { ScimError } from '#lib/scim/errors';
import { seedOf, idOf } from '../identity';
import { header, type Incoming } from './request';

export interface Tokens {
	readonly token: string;
	readonly readOnlyToken: string;
	readonly client: { readonly id: string; readonly secret: string };
}

/** The access token that a client gets for its credentials; nothing has to be kept to recognise it (S-014). */
export const accessToken = ({ token }: Tokens) => `at-${idOf(seedOf(token), 1)}`;

const scheme = 'Bearer ';

/** Compared in place: it is asked for every request, and putting the text together takes longer. */
function isBearer(sent: string, token: string): boolean {
	return sent.length === scheme.length + token.length && sent.startsWith(scheme) && sent.endsWith(token);
}

/** S-211: 401 with WWW-Authenticate; a token that may only read gets 403 on a write. */
export function authorize(request: Incoming, tokens: Tokens) {
	const sent = header(request.headers, 'authorization');
	if (sent !== undefined && isBearer(sent, tokens.token)) return;
	const token = sent !== undefined && /^bearer +/i.test(sent) ? sent.replace(/^bearer +/i, '').trim() : undefined;
	if (token === undefined || token === '') throw unauthorized('A bearer token is needed', 'Bearer realm="SCIM"');
	if (token === tokens.token || token === accessToken(tokens)) return;
	if (token !== tokens.readOnlyToken) {
		throw unauthorized('The token is unknown or has expired', 'Bearer realm="SCIM", error="invalid_token"');
	}
	const reads = request.method === 'GET' || request.method === 'HEAD' || request.parts.at(-1) === '.search';
	if (!reads) throw new ScimError(403, undefined, 'The token does not permit changes');
}

const unauthorized = (detail: string, challenge: string) =>
	new ScimError(401, undefined, detail, undefined, { 'WWW-Authenticate': challenge });
