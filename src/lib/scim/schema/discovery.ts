import type { Json, JsonObject } from '../types';
import type { Attribute, ResourceType, Schema } from './types';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';

const meta = (resourceType: string, location: string) => ({ resourceType, location });

/** S-311, S-142: property values in camelCase, absent ones left out. */
export function schemaResource(schema: Schema, base: string): JsonObject {
	return {
		schemas: [`${CORE}:Schema`],
		id: schema.id,
		name: schema.name,
		description: schema.description,
		attributes: schema.attributes.map(attributeResource),
		meta: meta('Schema', `${base}/Schemas/${schema.id}`)
	};
}

function attributeResource(attribute: Attribute): Json {
	const { subAttributes, canonicalValues, referenceTypes, ...rest } = attribute;
	return {
		...rest,
		...(canonicalValues && { canonicalValues }),
		...(referenceTypes && { referenceTypes }),
		...(subAttributes && { subAttributes: subAttributes.map(attributeResource) })
	};
}

/** S-310. */
export function resourceTypeResource(type: ResourceType, base: string): JsonObject {
	return {
		schemas: [`${CORE}:ResourceType`],
		id: type.name,
		name: type.name,
		endpoint: type.endpoint,
		description: type.description,
		schema: type.schema.id,
		schemaExtensions: type.extensions.map(({ schema, required }) => ({ schema: schema.id, required })),
		meta: meta('ResourceType', `${base}/ResourceTypes/${type.name}`)
	};
}

export interface Abilities {
	readonly bulk: boolean;
	readonly maxOperations: number;
	readonly maxPayloadSize: number;
	readonly filter: boolean;
	readonly maxResults: number;
}

/** S-309: one object, not a list. */
export function providerConfig(abilities: Abilities, base: string): JsonObject {
	return {
		schemas: [`${CORE}:ServiceProviderConfig`],
		documentationUri: 'https://www.rfc-editor.org/rfc/rfc7644',
		patch: { supported: true },
		bulk: {
			supported: abilities.bulk,
			maxOperations: abilities.maxOperations,
			maxPayloadSize: abilities.maxPayloadSize
		},
		filter: { supported: abilities.filter, maxResults: abilities.maxResults },
		changePassword: { supported: true },
		sort: { supported: true },
		etag: { supported: true },
		authenticationSchemes: [
			{
				type: 'oauthbearertoken',
				name: 'OAuth Bearer Token',
				description: 'Authentication with a bearer token in the Authorization header',
				specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
				primary: true
			}
		],
		meta: meta('ServiceProviderConfig', `${base}/ServiceProviderConfig`)
	};
}
