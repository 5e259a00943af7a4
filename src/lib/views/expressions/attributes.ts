import * as z from 'zod/mini';
import { definitionOf } from '#lib/apps';
import { appKey, defineView } from '../view';
import { Records, type ObjectKind } from './records';

/** Computed for every object beside what the directory keeps (C-088, C-220). */
const computed = ['objectId', 'IsSoftDeleted', 'appRoleAssignments', 'originalUserPrincipalName'];
const names = (text: string) => text.split(' ');
/** Attributes of the directory, whether anybody has a value or not; references stand beside them. */
const documented: Readonly<Record<ObjectKind, readonly string[]>> = {
	users: [
		...names('accountEnabled city companyName country department displayName employeeHireDate employeeId employeeType'),
		...names('facsimileTelephoneNumber givenName immutableId jobTitle mail mailNickname manager mobile otherMails'),
		...names('physicalDeliveryOfficeName postalCode preferredLanguage proxyAddresses state streetAddress surname'),
		...names('telephoneNumber usageLocation userPrincipalName onPremisesSamAccountName onPremisesDistinguishedName'),
		...Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`)
	],
	groups: names('displayName description mail mailNickname mailEnabled securityEnabled proxyAddresses members')
};
/** Names are gathered from so many objects; the others have the same. */
const most = 2000;
const bracketed = /\[([A-Za-z][\w.-]*)\]/g;

export interface AttributeName {
	readonly name: string;
	/** Some object has several values. */
	readonly multivalued: boolean;
}

/** The names that expressions, mappings and filters may use, in the order of the alphabet. */
export function sourceNames(records: Records): readonly AttributeName[] {
	const { object, isDirectory } = records;
	const found = new Map<string, boolean>();
	const known = isDirectory ? [...computed, ...documented[object]] : ['IsSoftDeleted'];
	for (const name of [...known, ...shipped(records)]) found.set(name, name === 'appRoleAssignments');
	let seen = 0;
	for (const { attrs } of records.rows()) {
		for (const name in attrs)
			// Where a row stands is no attribute of it.
			if (name !== 'slot' && !found.get(name)) found.set(name, Array.isArray(attrs[name]));
		if (++seen === most) break;
	}
	const list = [...found].map(([name, multivalued]) => ({ name, multivalued }));
	return list.sort((one, two) => (one.name.toLowerCase() < two.name.toLowerCase() ? -1 : 1));
}

/** What the shipped mappings read: nobody may have a value for it yet. */
function shipped({ app, template, object }: Records): string[] {
	if (!app) return [];
	const { User, Group } = template ? { User: template.mappings, Group: [] } : definitionOf(app.kind).mappings;
	const rows = (object === 'users' ? User : Group) ?? [];
	return rows.flatMap(({ source }) => [...source.matchAll(bracketed)].map(([, name]) => name!));
}

/** What an expression may name, for completion. */
export const sourceAttributes = defineView(
	z.object({ app: z._default(z.nullable(appKey), null), object: z._default(z.enum(['users', 'groups']), 'users') }),
	(world, { app, object }): readonly AttributeName[] => sourceNames(new Records(world, app, object))
);
