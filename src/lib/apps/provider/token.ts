import type { ScimResponse } from '#lib/scim/types';
import { accessToken, type Tokens } from './auth';
import { header, type Incoming } from './request';

const form = (text: string | undefined) => new URLSearchParams(text ?? '');

/** The token endpoint for client credentials: with a secret (S-014), or with an assertion that Entra signed (S-017). */
export function issueToken(request: Incoming, tokens: Tokens): ScimResponse {
	const fields = form(request.message.body);
	const { id, secret } = tokens.client;
	const assertion =
		fields.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
		fields.get('client_assertion');
	if (request.method !== 'POST') return plain(405, { error: 'invalid_request' }, { Allow: 'POST' });
	const grant = fields.get('grant_type');
	if (!grant) return plain(400, { error: 'invalid_request' });
	if (grant !== 'client_credentials') return plain(400, { error: 'unsupported_grant_type' });
	const inBody = fields.get('client_id') === id && (fields.get('client_secret') === secret || assertion);
	if (!inBody && header(request.headers, 'authorization') !== inHeader(id, secret))
		return plain(401, { error: 'invalid_client' }, { 'WWW-Authenticate': 'Basic realm="SCIM"' });
	return plain(200, { access_token: accessToken(tokens), token_type: 'Bearer', expires_in: 3600 });
}

/** S-022: where the credentials stand in the request is a setting of the job; RFC 6749 encodes each before the two. */
const inHeader = (id: string, secret: string) =>
	`Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`;

const plain = (status: number, body: object, more?: Readonly<Record<string, string>>): ScimResponse => ({
	status,
	headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...more },
	body: JSON.stringify(body)
});
