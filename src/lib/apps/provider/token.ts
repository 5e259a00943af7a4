import type { ScimResponse } from '#lib/scim/types';
import { accessToken, type Tokens } from './auth';
import type { Incoming } from './request';

const form = (text: string | undefined) => new URLSearchParams(text ?? '');

/** The token endpoint for client credentials: with a secret (S-014), or with an assertion that Entra signed (S-017). */
export function issueToken(request: Incoming, tokens: Tokens): ScimResponse {
	const fields = form(request.message.body);
	const secret = fields.get('client_secret');
	const assertion =
		fields.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' &&
		fields.get('client_assertion');
	if (request.method !== 'POST') return plain(405, { error: 'invalid_request' });
	if (fields.get('grant_type') !== 'client_credentials') return plain(400, { error: 'unsupported_grant_type' });
	const known = fields.get('client_id') === tokens.client.id && (secret === tokens.client.secret || assertion);
	if (!known) return plain(401, { error: 'invalid_client' });
	return plain(200, { access_token: accessToken(tokens), token_type: 'Bearer', expires_in: 3600 });
}

const plain = (status: number, body: object): ScimResponse => ({
	status,
	headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
	body: JSON.stringify(body)
});
