import { userSchema } from '#lib/scim/schema/user';
import type { Operation } from '#lib/scim/patch/request';
import { isObject, type JsonObject } from '#lib/scim/types';
import type { AppDefinition, Check } from '../definition';
import { conflict, refuse } from '../refuse';
import { requireTexts, typed } from './checks';
import { textAt } from './text-at';
import {
	everyOperation,
	monthsAfter,
	requiring,
	row,
	scimGroups,
	scimUsers,
	standardGroup,
	standardUser,
	tokenCredentials
} from './standard';

/** */
const forbidden = /[\t\n\r<>;:%]/;
/** */
const requires = ['name.givenName', 'name.familyName', 'displayName'];
const names = ['userName', 'displayName', 'name.givenName', 'name.familyName', 'title'];

/** one value at most. */
function refuseSecond(data: JsonObject, list: string) {
	const values = data[list];
	if (!Array.isArray(values) || values.length < 2) return;
	throw refuse(400, `${list} can have one value only`, {
		code: 'SchemaPropertyCanOnlyAcceptValue',
		attribute: list,
		scimType: 'invalidValue'
	});
}

const check: Check = (change, around) => {
	if (change.type !== 'User' || change.op === 'delete') return undefined;
	const { data, before } = change;
	requireTexts(change, requires);
	refuseSecond(data, 'emails');
	refuseSecond(data, 'phoneNumbers');
	for (const attribute of names) {
		const value = textAt(data, attribute);
		if (forbidden.test(value)) {
			throw refuse(400, `${attribute} has a character that is not allowed`, {
				code: 'UnprocessableEntity',
				attribute,
				value,
				scimType: 'invalidValue'
			});
		}
	}
	//
	const email = typed(data, 'emails');
	if (email && around.find('User', 'emails.value', email).some((other) => other.id !== before?.id)) {
		throw conflict('emails[type eq "work"].value', `The e-mail address ${email} belongs to another user`);
	}
	return undefined;
};

/** */
const MEMBERS = 100;

/** members are taken by name only, and only so many in one request, be it by a path or within a value. */
function refusesOfGroup(operations: readonly Operation[]) {
	let named = 0;
	for (const { op, path, value } of operations) {
		for (const [name, members] of path ? [[path, value] as const] : Object.entries(isObject(value) ? value : {})) {
			if (!/^(urn:.*:)?members$/i.test(name)) continue;
			if (op === 'replace' || (op === 'remove' && members == null)) {
				throw refuse(400, 'Members are added and removed by name, not all at once', { attribute: 'members' });
			}
			named += Array.isArray(members) ? members.length : 1;
		}
	}
	if (named > MEMBERS) throw refuse(400, `At most ${MEMBERS} members in one request`, { attribute: 'members' });
}

const left = new Set([
	'emails[type eq "other"].value',
	'addresses[type eq "other"].formatted',
	'phoneNumbers[type eq "mobile"].value',
	'phoneNumbers[type eq "fax"].value'
]);

/** */
export const aws: AppDefinition = {
	id: 'aws',
	name: 'AWS IAM Identity Center',
	host: 'https://scim.eu-west-1.amazonaws.com/contoso/scim/v2',
	connector: 'gallery',
	credentials: tokenCredentials,
	tokenEnds: (issued) => monthsAfter(issued, 12),
	types: [scimUsers(requiring(userSchema, 'userName')), scimGroups],
	requires: () => requires,
	mappings: {
		User: [...standardUser.filter((r) => !left.has(r.target)), row('[usageLocation]', 'locale', { off: true })],
		Group: standardGroup
	},
	discovery: false,
	operations: everyOperation,
	quirks: { groupNames: 'unique' },
	userName: 'userName',
	filterOperators: ['eq', 'and'],
	without: ['bulk', 'search'],
	refusesOfGroup,
	check,
	limits: { membersPerRequest: MEMBERS }
};
