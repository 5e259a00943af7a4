import { definitionOf } from '#lib/apps';
import { templateOf } from '#lib/hr/templates';
import type { ObjectKind } from '#lib/world/schema-json';
import type { AppRow } from '#lib/world/tables/rows';

/** SCIM applications call their objects by the schema's name, others by a word. */
export function objectName({ kind }: AppRow, object: ObjectKind): string {
	const isScim = !templateOf(kind) && definitionOf(kind).connector !== 'galleryOwnApi';
	if (!isScim) return object === 'users' ? 'User' : 'Group';
	return object === 'users'
		? 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
		: 'urn:ietf:params:scim:schemas:core:2.0:Group';
}
