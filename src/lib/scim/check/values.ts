import { instant } from '../instant';
import type { Field, Fields, Model } from '../model';
import { memberOf, type Member, type Node } from './json';
import type { Told } from './problem';

/** Checks a value against what the schema says of its attribute (RFC 7643 §2.3, §7). */
export function checkValue(field: Field, node: Node, told: Told): void {
	if (node.kind === 'null') return;
	if (!field.multiValued) return checkOne(field, node, told);
	if (node.kind !== 'array') return told(node, 'error', 'S-189', `${field.label} is a list`);
	for (const item of node.items) checkOne(field, item, told);
	const primaries = node.items.filter((item) => isPrimary(item));
	if (primaries[1]) told(primaries[1], 'error', 'S-193', `${field.label}: at most one value is primary`);
}

function isPrimary(node: Node): boolean {
	const primary = memberOf(node, 'primary')?.node;
	return primary?.kind === 'boolean' && primary.value;
}

const expected = {
	string: 'a text',
	boolean: 'true or false',
	decimal: 'a number',
	integer: 'a whole number',
	dateTime: 'a date and time',
	binary: 'a text in base64',
	reference: 'an address',
	complex: 'an object'
} as const;

/** One value, or one element of a list. */
export function checkOne(field: Field, node: Node, told: Told): void {
	if (node.kind === 'null') return;
	if (field.type === 'complex') {
		if (node.kind === 'object') checkMembers(field.subs!, node.members, told, field.label);
		else told(node, 'error', 'S-189', `${field.label} is an object, not ${words(node)}`);
		return;
	}
	if (fits(field, node)) return;
	const rule = field.type === 'boolean' && node.kind === 'text' ? 'S-291' : 'S-189';
	told(node, 'error', rule, `${field.label} is ${expected[field.type]}, not ${words(node)}`);
}

function fits({ type }: Field, node: Node): boolean {
	switch (type) {
		case 'boolean':
			return node.kind === 'boolean';
		case 'integer':
			return node.kind === 'number' && Number.isSafeInteger(node.value);
		case 'decimal':
			return node.kind === 'number';
		case 'dateTime':
			return node.kind === 'text' && instant(node.value) !== undefined;
		default:
			return node.kind === 'text';
	}
}

const words = (node: Node): string =>
	node.kind === 'text'
		? 'a text'
		: node.kind === 'object'
			? 'an object'
			: node.kind === 'array'
				? 'a list'
				: `a ${node.kind}`;

/** The members of a complex value or of an extension. */
export function checkMembers(fields: Fields, members: readonly Member[], told: Told, home: string): void {
	for (const member of members) {
		const field = fields.get(member.key);
		if (!field) told(member, 'note', null, `${home} has no ${member.key}: it is ignored`);
		else checkMember(field, member, told);
	}
}

function checkMember(field: Field, member: Member, told: Told): void {
	if (field.mutability === 'readOnly') told(member, 'note', 'S-217', `${field.label} is read only: it is ignored`);
	else checkValue(field, member.node, told);
}

const envelope: ReadonlySet<string> = new Set(['schemas', 'id', 'meta']);

/** A whole resource, as POST and PUT send it (S-182, S-198, S-216 to S-222). */
export function checkResource(model: Model, body: Node, told: Told): void {
	if (body.kind !== 'object') return told(body, 'error', 'S-189', 'The body is an object');
	checkSchemas(model, body, told);
	for (const member of body.members) {
		const field = model.fields.get(member.key);
		const extension = model.urns.get(member.key.toLowerCase());
		if (field && envelope.has(field.name)) {
			if (field.name === 'id') told(member, 'note', 'S-217', 'The application gives the id: it is ignored');
		} else if (field) checkMember(field, member, told);
		else if (extension) {
			const { fields } = extension === 'core' ? model : extension;
			if (member.node.kind === 'object') checkMembers(fields, member.node.members, told, member.key);
			else if (member.node.kind !== 'null') told(member.node, 'error', 'S-189', `${member.key} is an object`);
		} else told(member, 'note', null, `${model.type.name} has no ${member.key}: it is ignored`);
	}
	const core = memberOf(body, model.type.schema.id)?.node;
	for (const field of model.fields.required) {
		if (field.mutability === 'readOnly' || envelope.has(field.name)) continue;
		const given = (memberOf(body, field.name) ?? (core && memberOf(core, field.name)))?.node;
		const isEmpty = !given || given.kind === 'null' || (given.kind === 'text' && given.value === '');
		if (isEmpty) told({ at: body.at, end: body.at + 1 }, 'error', 'S-219', `${field.label} is required`);
	}
}

function checkSchemas(model: Model, body: Node, told: Told): void {
	const schemas = memberOf(body, 'schemas');
	const whole = { at: body.at, end: body.at + 1 };
	if (!schemas) return told(whole, 'error', 'S-182', `"schemas" is missing: it names ${model.type.schema.id}`);
	const { node } = schemas;
	if (node.kind !== 'array') return told(node, 'error', 'S-182', '"schemas" is a list of texts');
	const named = node.items.map((item) => (item.kind === 'text' ? item.value.toLowerCase() : ''));
	if (!named.includes(model.type.schema.id.toLowerCase()))
		told(node, 'error', 'S-182', `"schemas" does not name ${model.type.schema.id}`);
	node.items.forEach((item, place) => {
		if (!model.urns.has(named[place]!)) told(item, 'note', 'S-077', 'The application does not have this schema');
	});
	for (const { urn } of model.extensions)
		if (memberOf(body, urn) && !named.includes(urn.toLowerCase()))
			told(node, 'note', 'S-198', `"schemas" does not name ${urn}, which the body uses`);
}
