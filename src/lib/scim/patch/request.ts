import { refusal } from '../errors';
import { member, namesSchema } from '../member';
import { isObject, type Json } from '../types';
import { MESSAGE } from '../urns';

export interface Operation {
	readonly op: 'add' | 'remove' | 'replace';
	readonly path: string | undefined;
	/** undefined: the operation has no value; null is a value. */
	readonly value: Json | undefined;
}

/** Reads a PATCH body (S-254, S-255, S-295). */
export function readOperations(body: Json, opCase: 'any' | 'lower' = 'any'): readonly Operation[] {
	if (!isObject(body)) throw refusal('invalidSyntax', 'A PATCH body is an object');
	if (!namesSchema(member(body, 'schemas'), MESSAGE.patch)) {
		throw refusal('invalidSyntax', `"schemas" must name ${MESSAGE.patch}`);
	}
	const operations = body.Operations ?? member(body, 'operations');
	if (!Array.isArray(operations) || operations.length === 0) {
		throw refusal('invalidSyntax', '"Operations" must be a list of at least one operation');
	}
	return operations.map((operation: Json, i) => readOperation(operation, i, opCase));
}

function readOperation(operation: Json, i: number, opCase: 'any' | 'lower'): Operation {
	if (!isObject(operation)) throw refusal('invalidSyntax', `Operation ${i + 1} is not an object`);
	const named = member(operation, 'op');
	const op = typeof named === 'string' && opCase === 'any' ? named.toLowerCase() : named;
	if (op !== 'add' && op !== 'remove' && op !== 'replace') {
		throw refusal('invalidSyntax', `Operation ${i + 1}: "op" must be add, remove or replace`);
	}
	const path = member(operation, 'path');
	if (path !== undefined && path !== null && typeof path !== 'string') {
		throw refusal('invalidPath', `Operation ${i + 1}: "path" must be a text`);
	}
	if (path === '') throw refusal('invalidPath', `Operation ${i + 1}: "path" is empty`);
	return { op, path: path ?? undefined, value: member(operation, 'value') };
}
