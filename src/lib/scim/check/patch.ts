import { ScimError } from '../errors';
import { namesSchema } from '../member';
import type { Extension, Fields, Model } from '../model';
import { parsePath, type Target } from '../patch/path';
import { MESSAGE } from '../urns';
import { memberOf, type Member, type Node } from './json';
import type { Told } from './problem';
import { checkOne, checkValue } from './values';

/** A PATCH body, operation by operation (S-254 to S-294). */
export function checkPatch(model: Model, body: Node, told: Told): void {
	if (body.kind !== 'object') return told(body, 'error', 'S-254', 'The body is an object');
	const start = { at: body.at, end: body.at + 1 };
	const schemas = memberOf(body, 'schemas')?.node;
	const named = schemas?.kind === 'array' ? schemas.items.map((item) => (item.kind === 'text' ? item.value : '')) : [];
	if (!namesSchema(named, MESSAGE.patch))
		told(schemas ?? start, 'error', 'S-254', `"schemas" does not name ${MESSAGE.patch}`);
	const operations = memberOf(body, 'Operations')?.node;
	if (operations?.kind !== 'array' || operations.items.length === 0)
		return told(operations ?? start, 'error', 'S-254', '"Operations" is a list of at least one operation');
	for (const operation of operations.items) checkOperation(model, operation, told);
}

const known: ReadonlySet<string> = new Set(['add', 'remove', 'replace']);

function checkOperation(model: Model, operation: Node, told: Told): void {
	if (operation.kind !== 'object') return told(operation, 'error', 'S-255', 'An operation is an object');
	const start = { at: operation.at, end: operation.at + 1 };
	const op = memberOf(operation, 'op')?.node;
	const name = op?.kind === 'text' ? op.value.toLowerCase() : '';
	if (!known.has(name)) return told(op ?? start, 'error', 'S-255', '"op" is add, remove or replace');
	const path = memberOf(operation, 'path')?.node;
	const value = memberOf(operation, 'value');
	const target = targetOf(model, path, told);
	if (name === 'remove') {
		if (!path) told(start, 'error', 'S-273', 'A remove names a path');
		if (value) told(value, 'error', 'S-281', 'A remove has no value: put the element into a filter of the path');
	} else if (!value) told(start, 'error', 'S-266', `"value" is missing: ${name} needs one`);
	if (!target) return;
	if (target.kind === 'attribute' && (target.sub ?? target.field).mutability === 'readOnly')
		told(path!, 'error', 'S-260', `${(target.sub ?? target.field).label} is read only`);
	if (name !== 'remove') {
		if (value) checkOperand(model, target, value.node, told);
	} else if (target.kind === 'attribute' && !target.sub && !target.filter && target.field.required)
		told(path!, 'error', 'S-278', `${target.field.label} is required`);
}

/** Undefined: the path says nothing that could be gone on with. */
function targetOf(model: Model, path: Node | undefined, told: Told): Target | undefined {
	if (!path) return { kind: 'resource' };
	if (path.kind !== 'text') {
		told(path, 'error', 'S-256', '"path" is a text');
		return undefined;
	}
	try {
		return parsePath(path.value, model, false);
	} catch (error) {
		if (!(error instanceof ScimError)) throw error;
		told(path, 'error', error.vendor?.code ? 'S-265' : 'S-264', error.message);
		return undefined;
	}
}

function checkOperand(model: Model, target: Target, value: Node, told: Told): void {
	if (target.kind === 'attribute') {
		const { field, sub, filter } = target;
		if (sub) checkValue(sub, value, told);
		else if (filter) checkOne(field, value, told);
		else checkWhole(target, value, told);
		return;
	}
	if (target.kind === 'extension') return checkExtension(target.extension, value, told);
	if (value.kind !== 'object') return told(value, 'error', 'S-266', 'Without a path the value is an object');
	for (const member of value.members) checkNamedHere(model, member, told);
}

/** S-191: an extension whose value is null is taken away. */
function checkExtension({ fields, urn }: Extension, value: Node, told: Told): void {
	if (value.kind === 'object') for (const member of value.members) checkNamed(fields, urn, member, told);
	else if (value.kind !== 'null') told(value, 'error', 'S-189', `${urn} is an object`);
}

/** Without a path, a member names an attribute of the core schema, or an extension with its attributes. */
function checkNamedHere(model: Model, member: Member, told: Told): void {
	const { key, node } = member;
	const extension = model.fields.get(key) ? undefined : model.urns.get(key.toLowerCase());
	if (!extension || extension === 'core') {
		if (!model.fields.get(key) && /[.[]|^urn:/i.test(key))
			told(member, 'error', 'S-293', `${key} is a path, and member names are not read as paths`);
		else checkNamed(model.fields, model.type.name, member, told);
	} else checkExtension(extension, node, told);
}

/** Its own id is no change to a resource (S-260), and which it has the application knows. */
function checkNamed(fields: Fields, home: string, member: Member, told: Told): void {
	const field = fields.get(member.key);
	if (!field) told(member, 'error', 'S-265', `${home} has no ${member.key}`);
	else if (field.mutability === 'readOnly' && field.name !== 'id')
		told(member, 'error', 'S-260', `${field.label} is read only`);
	else checkValue(field, member.node, told);
}

/** A list takes a list; one element of it is taken by most, and the RFC's own examples show lists. */
function checkWhole({ field }: Target & { kind: 'attribute' }, value: Node, told: Told): void {
	if (field.multiValued && value.kind === 'object') checkOne(field, value, told);
	else checkValue(field, value, told);
}
