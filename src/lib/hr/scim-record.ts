import type { Json } from '#lib/engine/base';

export type FlatRecord = { readonly [name: string]: string | number | boolean | null };
type Members = { readonly [name: string]: Json };

/** A SCIM user has values in attributes, in parts of attributes, and in parts of an extension's attributes. */
const deepest = 4;

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** What the shipped mappings call an attribute of a SCIM user. */
const shortNames: Readonly<Record<string, string>> = {
	userName: 'userPrincipalName',
	'name.givenName': 'givenName',
	'name.familyName': 'surname',
	title: 'jobTitle',
	'emails[type eq "work"].value': 'mail',
	'addresses[type eq "work"].locality': 'city',
	'addresses[type eq "work"].country': 'country',
	[`${enterprise}:department`]: 'department',
	[`${enterprise}:manager`]: 'manager',
	[`${enterprise}:manager.value`]: 'manager'
};

const isMembers = (value: Json | undefined): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a record is none, in the words of the service. */
export class WrongShape extends Error {
	constructor(what: string) {
		super(`Invalid Data Format: ${what}.`);
	}
}

/**
 * A SCIM user as the mappings read it: each value under its path, and under the short name that the shipped mappings have
 * for it. A flat record stays as it is.
 */
export function flatRecord(data: Json | undefined): FlatRecord {
	if (!isMembers(data)) throw new WrongShape('a record is an object with attributes');
	const values: Record<string, string | number | boolean | null> = {};
	const put = (path: string, value: Json, depth = 1): void => {
		if (depth > deepest) throw new WrongShape(`${path} is nested too deeply`);
		if (Array.isArray(value)) for (const one of value as readonly Json[]) putItem(path, one, depth);
		else if (isMembers(value))
			for (const [name, one] of Object.entries(value)) put(`${path}${joint(path)}${name}`, one, depth + 1);
		else values[path] = value as string;
	};
	const putItem = (path: string, item: Json, depth: number) => {
		if (!isMembers(item)) throw new WrongShape(`${path} is a list of single values`);
		const { type, primary: _, ...rest } = item;
		put(`${path}[type eq "${typeof type === 'string' ? type : 'work'}"]`, rest, depth + 1);
	};
	const { schemas: _, ...attributes } = data;
	for (const [name, value] of Object.entries(attributes)) put(name, value);
	return { ...short(values), ...values };
}

/** An extension and its attributes are parted by a colon, everything else by a dot. */
const joint = (path: string): string => (path.startsWith('urn:') && path.endsWith(':User') ? ':' : '.');

function short(values: FlatRecord): FlatRecord {
	const known: Record<string, FlatRecord[string]> = {};
	// SCIM's names are the same in any letter case (RFC 7643, 2.1), and published bodies say username.
	const said = new Map(Object.entries(values).map(([path, value]) => [path.toLowerCase(), value]));
	for (const [path, name] of Object.entries(shortNames)) {
		const value = said.get(path.toLowerCase());
		if (value !== undefined) known[name] = value;
	}
	// SCIM knows no mail nickname, without which nobody is created: the part before the at sign.
	if (typeof known.userPrincipalName === 'string') known.mailNickname = known.userPrincipalName.split('@')[0]!;
	return known;
}
