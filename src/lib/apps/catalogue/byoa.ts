import { integer, text } from '#lib/scim/schema/define';
import type { Schema } from '#lib/scim/schema/types';
import { enterpriseSchema, userSchema } from '#lib/scim/schema/user';
import type { AppDefinition, AppSettings, Check } from '../definition';
import { refuse } from '../refuse';
import { textAt } from './text-at';
import { everyOperation, scimGroups, scimUsers, standardGroup, standardUser, tokenCredentials } from './standard';

/** The custom extension that the shared exchanges use (S-043 there, S-139). */
export const quillpad: Schema = {
	id: 'urn:ietf:params:scim:schemas:extension:quillpad:2.0:User',
	name: 'QuillpadUser',
	description: 'Attributes of the sample application',
	attributes: [text('badgeColour', 'The colour of the badge.'), integer('deskNumber', 'The number of the desk.')]
};

const rejected = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether the sample endpoint has been told to break at a create of this user. */
function isRejected({ rejectCreates }: AppSettings, userName: string): boolean {
	if (!Array.isArray(rejectCreates)) return false;
	let names = rejected.get(rejectCreates);
	if (!names) rejected.set(rejectCreates, (names = new Set(rejectCreates as string[])));
	return names.has(userName.toLowerCase());
}

/** random errors, here of the users that somebody chose. */
const check: Check = ({ type, op, data }, { settings }) => {
	if (type === 'User' && op === 'create' && isRejected(settings, textAt(data, 'userName')))
		throw refuse(500, 'An unexpected error occurred', { code: 'InternalServerError' });
	return undefined;
};

/** an application of one's own, reached through the generic SCIM connector. */
export const byoa: AppDefinition = {
	id: 'byoa',
	name: 'Quillpad',
	note: 'Your own application, connected through the generic SCIM connector.',
	host: 'https://quillpad.example/scim/v2',
	connector: 'generic',
	credentials: tokenCredentials,
	types: [scimUsers(userSchema, [enterpriseSchema, quillpad]), scimGroups],
	mappings: { User: standardUser, Group: standardGroup },
	operations: everyOperation,
	userName: 'userName',
	check
};

/** RFC 7644 to the letter: for conformance suites, not for the gallery. */
export const conformance: AppDefinition = {
	...byoa,
	id: 'conformance',
	name: 'Conformant SCIM provider',
	host: 'https://conformance.example/scim/v2',
	position: 'rfc'
};
