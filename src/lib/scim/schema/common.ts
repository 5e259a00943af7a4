import { complex, reference, text } from './define';
import type { Attribute } from './types';

const readOnly = { mutability: 'readOnly' } as const;

/** What every resource has besides its own schema (RFC 7643 §3.1); never listed by /Schemas. */
export const commonAttributes: readonly Attribute[] = [
	reference('schemas', 'The schemas of the resource.', ['uri'], {
		multiValued: true,
		returned: 'always',
		caseExact: true
	}),
	text('id', 'The id that the application gave.', {
		...readOnly,
		caseExact: true,
		returned: 'always',
		uniqueness: 'server'
	}),
	text('externalId', "The client's own id.", { caseExact: true }),
	complex(
		'meta',
		'About the resource.',
		[
			text('resourceType', 'The type of the resource.', { ...readOnly, caseExact: true }),
			text('created', 'When it was created.', { ...readOnly, type: 'dateTime' }),
			text('lastModified', 'When it was last changed.', { ...readOnly, type: 'dateTime' }),
			reference('location', 'Its address.', ['uri'], readOnly),
			text('version', 'Its version.', { ...readOnly, caseExact: true })
		],
		readOnly
	)
];
