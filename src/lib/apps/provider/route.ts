import { notFound, refusal, ScimError } from '#lib/scim/errors';
import type { Model } from '#lib/scim/model';
import type { ScimResponse } from '#lib/scim/types';
import { authorize } from './auth';
import { patching, services } from './late';
import type { Provider } from './provider';
import { list, read, search } from './read';
import type { Incoming } from './request';
import { create, remove, replace } from './write';

/** S-205: which request is what. */
export function route(provider: Provider, request: Incoming): ScimResponse {
	const [first = '', second] = request.parts;
	const endpoint = first.toLowerCase();
	if (endpoint === 'oauth2' && second === 'token') return services.here.issueToken(request, provider.tokens);
	authorize(request, provider);
	const model = provider.models.get(endpoint);
	if (model) {
		alone(request, 2);
		return second === undefined ? collection(provider, model, request) : resource(provider, model, second, request);
	}
	switch (endpoint) {
		case 'schemas':
		case 'resourcetypes':
		case 'serviceproviderconfig':
		case 'serviceconfiguration':
			// S-314: the last is the name that the vendor's reference code uses.
			alone(request, 2);
			return services.here.discover(provider, request);
		case 'bulk':
			alone(request);
			offered(provider, 'bulk');
			only(request, 'POST');
			return services.here.bulk(provider, request, (one) => route(provider, one));
		case '.search':
			alone(request);
			offered(provider, 'search');
			only(request, 'POST');
			return search(provider, provider.plan.models, request);
		case '':
			only(request, 'GET');
			return list(provider, provider.plan.models, request);
		case 'me':
			throw new ScimError(501, undefined, 'The token does not belong to a user');
		case 'v2':
			return route(provider, { ...request, parts: request.parts.slice(1) });
		default:
			// S-209
			throw /^v\d/.test(endpoint)
				? refusal('invalidVers', `${first} is not supported`)
				: notFound(request.parts.join('/'));
	}
}

function collection(provider: Provider, model: Model, request: Incoming): ScimResponse {
	if (request.method === 'GET') return list(provider, [model], request);
	only(request, 'POST', 'GET, POST');
	return create(provider, model, request);
}

function resource(provider: Provider, model: Model, id: string, request: Incoming): ScimResponse {
	if (id === '.search') {
		offered(provider, 'search');
		only(request, 'POST');
		return search(provider, [model], request);
	}
	switch (request.method) {
		case 'GET':
			return read(provider, model, id, request);
		case 'PUT':
			return replace(provider, model, id, request);
		case 'PATCH':
			return patching.here.patch(provider, model, id, request);
		case 'DELETE':
			return remove(provider, model, id, request);
		default:
			throw notAllowed(request, 'GET, PUT, PATCH, DELETE');
	}
}

/** What has more parts than this names nothing. */
function alone({ parts }: Incoming, most = 1) {
	if (parts.length > most) throw notFound(parts.join('/'));
}

/** A vendor need not have every endpoint. */
function offered(provider: Provider, endpoint: 'bulk' | 'search') {
	if (!provider.plan.definition.without?.includes(endpoint)) return;
	throw new ScimError(501, undefined, `${endpoint} is not supported`);
}

function only(request: Incoming, method: string, allow = method) {
	if (request.method !== method) throw notAllowed(request, allow);
}

const notAllowed = (request: Incoming, allow: string) =>
	new ScimError(405, undefined, `${request.method} is not allowed here`, undefined, { Allow: allow });
