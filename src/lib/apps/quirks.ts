/**
 * Where RFC 7644 and the Entra client disagree, or where the RFC is silent. One named switch each, with a position
 * that follows the RFC and one that follows the client.
 */
export interface Quirks {
	/** A `replace` whose filter matches nothing: refuse with noTarget (S-289) or create the element (S-290). */
	replaceWithoutMatch: 'noTarget' | 'create';
	/** An `add` whose filter matches nothing (S-272, S-085). */
	addWithoutMatch: 'noTarget' | 'create';
	/** A `remove` whose filter matches nothing (S-280). */
	removeWithoutMatch: 'noTarget' | 'ignore';
	/** A `remove` with a value: refuse (RFC), or remove only the values named (S-127, S-281). */
	removeWithValue: 'refuse' | 'named';
	/** "True" and "False" for a boolean (S-088, S-291). */
	textBooleans: 'refuse' | 'accept';
	/** `op` in any case: both positions accept it (S-295); a sloppy application may not. */
	opCase: 'any' | 'lower';
	/** A text for a complex attribute, a list of one for a single value (S-103 to S-105, S-292). */
	looseShapes: 'refuse' | 'accept';
	/** Member names such as name.givenName or urn:...:department in a PATCH value without a path (S-096, S-293). */
	dottedKeys: 'refuse' | 'expand';
	/** An empty text for an optional attribute: keep it, or unassign the attribute (S-294). */
	emptyText: 'keep' | 'unassign';
	/** Comparison values without quotation marks (S-041). */
	bareValues: 'refuse' | 'accept';
	/** What a successful PATCH answers: 200 with the resource, 204, or the resource if `Accept` names JSON (S-035, S-122). */
	userPatch: 'body' | 'empty' | 'asked';
	groupPatch: 'body' | 'empty' | 'asked';
	/** An attribute that the schema does not have, in a POST or PUT body. */
	unknownAttributes: 'ignore' | 'refuse';
	/** A POST or PUT body without `schemas` (S-182). */
	missingSchemas: 'refuse' | 'assume';
	/** Two groups of one name (S-120). */
	groupNames: 'any' | 'unique';
	/** A query without a match: an empty list (S-026), or the 404 of an incompatible application. */
	noMatch: 'empty' | 'notFound';
	/** An application that cannot filter answers 400 invalidFilter, or ignores the filter and returns everybody. */
	filters: 'all' | 'refuse' | 'ignore';
	/** Lists in pages (RFC 7644 §3.4.2.4), or everybody at once, whatever was asked for (C-423). */
	paging: 'pages' | 'ignore';
	/** Returns members although they were excluded (S-069). */
	excludedMembers: 'leaveOut' | 'return';
	/** Forgets `id` in its answers (S-030). */
	missingId: 'never' | 'always';
	/** Changes the case of stored text (S-033). */
	storedCase: 'asSent' | 'lower';
	/** `active: false` refused with 422. */
	deactivation: 'accept' | 'refuse';
}

export const rfcPosition: Quirks = {
	replaceWithoutMatch: 'noTarget',
	addWithoutMatch: 'noTarget',
	removeWithoutMatch: 'noTarget',
	removeWithValue: 'refuse',
	textBooleans: 'refuse',
	opCase: 'any',
	looseShapes: 'refuse',
	dottedKeys: 'refuse',
	emptyText: 'keep',
	bareValues: 'refuse',
	userPatch: 'body',
	groupPatch: 'asked',
	unknownAttributes: 'ignore',
	missingSchemas: 'refuse',
	groupNames: 'any',
	noMatch: 'empty',
	filters: 'all',
	paging: 'pages',
	excludedMembers: 'leaveOut',
	missingId: 'never',
	storedCase: 'asSent',
	deactivation: 'accept'
};

export const entraPosition: Quirks = {
	...rfcPosition,
	groupPatch: 'empty',
	replaceWithoutMatch: 'create',
	addWithoutMatch: 'create',
	removeWithoutMatch: 'ignore',
	removeWithValue: 'named',
	textBooleans: 'accept',
	looseShapes: 'accept',
	dottedKeys: 'expand',
	emptyText: 'unassign',
	bareValues: 'accept'
};
