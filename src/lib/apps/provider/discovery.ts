import { parseTarget } from '#lib/scim/client';
import { notFound, ScimError } from '#lib/scim/errors';
import { providerConfig, resourceTypeResource, schemaResource } from '#lib/scim/schema/discovery';
import { serviceSchemas } from '#lib/scim/schema/service';
import type { Attribute, Schema } from '#lib/scim/schema/types';
import type { JsonObject, ScimResponse } from '#lib/scim/types';
import { MESSAGE } from '#lib/scim/urns';
import type { Provider } from './provider';
import { answered, type Incoming } from './request';

/** S-309 to S-313: the three endpoints that tell what the application can do. They are read only. */
export function discover(provider: Provider, request: Incoming): ScimResponse {
	const [endpoint, id] = request.parts as [string, string?];
	if (request.method !== 'GET') {
		throw new ScimError(405, undefined, `${request.method} is not allowed here`, undefined, { Allow: 'GET' });
	}
	// S-312: everything else in the query is ignored.
	if (request.query.get('filter') !== undefined) throw new ScimError(403, undefined, 'Filters are not permitted here');
	switch (endpoint.toLowerCase()) {
		case 'schemas':
			return one(
				id,
				schemas(provider).map((schema) => schemaResource(schema, request.base))
			);
		case 'resourcetypes':
			return one(
				id,
				provider.plan.definition.types.map((type) => resourceTypeResource(type, request.base))
			);
		default: {
			if (id !== undefined) throw notFound(id);
			const shown = config(provider, request.base);
			return answered(200, () => shown);
		}
	}
}

/** A list, or the one of that id. */
function one(id: string | undefined, resources: readonly JsonObject[]): ScimResponse {
	if (id === undefined) {
		return answered(200, () => ({
			schemas: [MESSAGE.list],
			totalResults: resources.length,
			startIndex: 1,
			itemsPerPage: resources.length,
			Resources: resources
		}));
	}
	const found = resources.find((resource) => String(resource.id).toLowerCase() === id.toLowerCase());
	if (!found) throw notFound(id);
	return answered(200, () => found);
}

function schemas({ plan: { definition }, settings }: Provider): readonly Schema[] {
	const all = definition.types.flatMap((t) => [t.schema, ...t.extensions.map((e) => e.schema)]);
	const [users] = definition.types;
	for (const path of definition.requires?.(settings()) ?? []) {
		const { urn = users?.schema.id, name, sub } = parseTarget(path);
		const at = all.findIndex(({ id }) => id === urn);
		all[at] = announced(all[at]!, name, sub);
	}
	return [...new Map([...all, ...serviceSchemas].map((schema) => [schema.id, schema])).values()];
}

/** A schema as its application announces it: what the application's own check wants is required. */
const announced = (schema: Schema, name: string, sub: string | undefined): Schema => ({
	...schema,
	attributes: schema.attributes.map((attribute) =>
		attribute.name === name ? { ...attribute, required: true, ...(sub && withRequired(attribute, sub)) } : attribute
	)
});

const withRequired = ({ subAttributes }: Attribute, sub: string) => ({
	subAttributes: subAttributes!.map((each) => (each.name === sub ? { ...each, required: true } : each))
});

function config(provider: Provider, base: string): JsonObject {
	const { maxOperations, maxPayloadSize, maxResults } = provider.limits;
	const filter = provider.quirks.filters === 'all';
	return providerConfig(
		{ bulk: !provider.plan.definition.without?.includes('bulk'), maxOperations, maxPayloadSize, filter, maxResults },
		base
	);
}
