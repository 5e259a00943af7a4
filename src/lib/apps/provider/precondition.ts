import { ScimError } from '#lib/scim/errors';
import type { Resource } from '../types';
import { etag } from './render';
import { header, type Incoming } from './request';

/** S-307: a write with another version in `If-Match` is 412; `*` is any version. */
export function prefers(request: Incoming, resource: Resource) {
	const wanted = header(request.headers, 'if-match');
	if (wanted === undefined || names(wanted, resource)) return;
	throw new ScimError(412, undefined, `The resource has changed: its version is ${etag(resource)}`);
}

/** S-306: the client has the current version already. */
export function isFresh(request: Incoming, resource: Resource): boolean {
	const known = header(request.headers, 'if-none-match');
	return known !== undefined && names(known, resource);
}

/** Weak comparison: the same tag, with or without W/. */
function names(list: string, resource: Resource): boolean {
	const own = `"${resource.version}"`;
	return list.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === own);
}
