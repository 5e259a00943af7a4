import { z } from 'zod';
import type { World } from '#lib/world';
import { defineView } from '../view';
import type { ObjectKind } from './records';

/** Computed for every object beside what the directory keeps (C-088, C-220). */
const computed = ['objectId', 'IsSoftDeleted', 'appRoleAssignments', 'originalUserPrincipalName'];
const names = (text: string) => text.split(' ');
/** Attributes of the directory, whether anybody has a value or not; references stand beside them. */
const documented = {
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

/** The names that expressions, mappings and filters may use, in the order of the alphabet. */
export function sourceNames({ tables }: World, object: ObjectKind): readonly string[] {
	const found = new Set<string>([...computed, ...documented[object]]);
	let seen = 0;
	for (const { attrs } of tables[object].all()) {
		for (const name in attrs) found.add(name);
		if (++seen === most) break;
	}
	return [...found].sort((one, two) => (one.toLowerCase() < two.toLowerCase() ? -1 : 1));
}

/** Attributes that hold several values somewhere. */
export function multivaluedNames({ tables }: World, object: ObjectKind): ReadonlySet<string> {
	const found = new Set<string>(['appRoleAssignments']);
	let seen = 0;
	for (const { attrs } of tables[object].all()) {
		for (const name in attrs) if (Array.isArray(attrs[name])) found.add(name);
		if (++seen === most) break;
	}
	return found;
}

/** What an expression may name, for completion. */
export const sourceAttributes = defineView(
	z.object({ object: z.enum(['users', 'groups']).default('users') }),
	(world, { object }): readonly { readonly name: string; readonly multivalued: boolean }[] => {
		const several = multivaluedNames(world, object);
		return sourceNames(world, object).map((name) => ({ name, multivalued: several.has(name) }));
	}
);
