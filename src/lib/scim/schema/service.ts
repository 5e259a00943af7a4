import { complex, flag, integer, reference, text } from './define';
import type { Attribute, Schema } from './types';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const readOnly = { mutability: 'readOnly' } as const;
const required = { ...readOnly, required: true } as const;

const supported = flag('supported', 'Whether it is supported.', required);
const feature = (name: string, description: string, ...more: Attribute[]) =>
	complex(name, description, [supported, ...more], required);

const providerConfigSchema: Schema = {
	id: `${CORE}:ServiceProviderConfig`,
	name: 'ServiceProviderConfig',
	description: 'What the service provider supports',
	attributes: [
		reference('documentationUri', 'Where it is described.', ['external'], readOnly),
		feature('patch', 'PATCH requests.'),
		feature(
			'bulk',
			'Bulk requests.',
			integer('maxOperations', 'Operations in one request at most.', required),
			integer('maxPayloadSize', 'Bytes of one request at most.', required)
		),
		feature('filter', 'Filters.', integer('maxResults', 'Resources in one answer at most.', required)),
		feature('changePassword', 'Changing a password.'),
		feature('sort', 'Sorting.'),
		feature('etag', 'Versions.'),
		complex(
			'authenticationSchemes',
			'How a client proves who it is.',
			[
				text('type', 'The kind of scheme.', required),
				text('name', 'Its name.', required),
				text('description', 'What it is.', required),
				reference('specUri', 'Where it is specified.', ['external'], readOnly),
				reference('documentationUri', 'Where its use is described.', ['external'], readOnly),
				flag('primary', 'Whether it is the preferred scheme.', readOnly)
			],
			{ ...required, multiValued: true }
		)
	]
};

const resourceTypeSchema: Schema = {
	id: `${CORE}:ResourceType`,
	name: 'ResourceType',
	description: 'A type of resources',
	attributes: [
		text('name', 'Its name.', required),
		text('description', 'What it is.', readOnly),
		reference('endpoint', 'Where its resources are.', ['uri'], required),
		reference('schema', 'Its schema.', ['uri'], { ...required, caseExact: true }),
		complex(
			'schemaExtensions',
			'Extensions of its schema.',
			[
				reference('schema', "The extension's schema.", ['uri'], { ...required, caseExact: true }),
				flag('required', 'Whether each resource has it.', required)
			],
			{ ...readOnly, multiValued: true }
		)
	]
};

const traits: readonly Attribute[] = [
	text('name', 'Its name.', { ...required, caseExact: true }),
	text('type', 'Its type.', required),
	flag('multiValued', 'Whether it is a list.', required),
	text('description', 'What it is.', readOnly),
	flag('required', 'Whether it must be given.', readOnly),
	text('canonicalValues', 'Values that are suggested.', { ...readOnly, multiValued: true, caseExact: true }),
	flag('caseExact', 'Whether case matters.', readOnly),
	text('mutability', 'Who may change it, and when.', { ...readOnly, caseExact: true }),
	text('returned', 'When it is returned.', { ...readOnly, caseExact: true }),
	text('uniqueness', 'Where it must be unique.', { ...readOnly, caseExact: true }),
	text('referenceTypes', 'What it may refer to.', { ...readOnly, multiValued: true, caseExact: true })
];

const schemaSchema: Schema = {
	id: `${CORE}:Schema`,
	name: 'Schema',
	description: 'A schema',
	attributes: [
		text('name', 'Its name.', required),
		text('description', 'What it is.', readOnly),
		complex(
			'attributes',
			'Its attributes.',
			[
				...traits,
				complex('subAttributes', 'The attributes of a complex one.', traits, { ...readOnly, multiValued: true })
			],
			{ ...required, multiValued: true }
		)
	]
};

/** The schemas of what the discovery endpoints answer (RFC 7643 §8.7.2). */
export const serviceSchemas: readonly Schema[] = [providerConfigSchema, resourceTypeSchema, schemaSchema];
