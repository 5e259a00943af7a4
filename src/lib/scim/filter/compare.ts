import { refusal } from '../errors';
import { instant } from '../instant';
import type { Field } from '../model';
import type { Json } from '../types';
import type { CompareValue, Operator } from './tree';

export type Test = (value: Json | undefined) => boolean;

export interface CompareOptions {
	/** Take "True" and "False" for booleans (S-291). */
	readonly textBooleans?: boolean;
}

const fold = (text: string) => text.toLowerCase();

/** A test of one value of a field: what `op value` means follows from the field's type and case rule (S-227, S-190). */
export function comparison(field: Field, op: Operator, value: CompareValue, options: CompareOptions): Test {
	if (value === null) return nothing(field, op);
	switch (field.type) {
		case 'boolean':
			return booleans(field, op, value, options);
		case 'integer':
		case 'decimal':
			return numbers(op, value);
		case 'dateTime':
			return instants(field, op, value);
		case 'binary':
			if (op === 'gt' || op === 'ge' || op === 'lt' || op === 'le') throw unsupported(field, op);
			return texts(op, value, true);
		case 'complex':
			return () => op === 'ne';
		default:
			return texts(op, value, field.caseExact);
	}
}

const unsupported = (field: Field, op: Operator) =>
	refusal('invalidFilter', `${field.label} is a ${field.type}: the operator ${op} is not supported`);

function nothing(field: Field, op: Operator): Test {
	if (op === 'eq') return (value) => value === undefined || value === null;
	if (op === 'ne') return (value) => value !== undefined && value !== null;
	throw refusal('invalidFilter', `${field.label}: null can be compared by eq and ne only`);
}

function booleans(field: Field, op: Operator, value: CompareValue, options: CompareOptions): Test {
	if (op !== 'eq' && op !== 'ne') throw unsupported(field, op);
	let wanted = value;
	if (options.textBooleans && typeof value === 'string' && /^(true|false)$/i.test(value))
		wanted = fold(value) === 'true';
	return op === 'eq' ? (v) => v === wanted : (v) => v !== wanted;
}

function numbers(op: Operator, value: CompareValue): Test {
	if (typeof value !== 'number') return () => op === 'ne';
	return (v) => (typeof v === 'number' ? holds(op, v < value ? -1 : v > value ? 1 : 0) : op === 'ne');
}

/** Dates are compared as instants, whatever offset they are written with. */
function instants(field: Field, op: Operator, value: CompareValue): Test {
	if (op === 'co' || op === 'sw' || op === 'ew') return texts(op, value, true);
	const wanted = typeof value === 'string' ? instant(value) : undefined;
	if (wanted === undefined)
		throw refusal('invalidFilter', `${field.label}: ${JSON.stringify(value)} is not a dateTime`);
	return (v) => {
		const at = typeof v === 'string' ? instant(v) : undefined;
		return at === undefined ? op === 'ne' : holds(op, at - wanted);
	};
}

function texts(op: Operator, value: CompareValue, caseExact: boolean): Test {
	if (typeof value !== 'string') return () => op === 'ne';
	const as = caseExact ? (text: string) => text : fold;
	const wanted = as(value);
	const test = (text: string): boolean => {
		switch (op) {
			case 'co':
				return text.includes(wanted);
			case 'sw':
				return text.startsWith(wanted);
			case 'ew':
				return text.endsWith(wanted);
			default:
				return holds(op, text < wanted ? -1 : text > wanted ? 1 : 0);
		}
	};
	return (v) => (typeof v === 'string' ? test(as(v)) : op === 'ne');
}

function holds(op: Operator, order: number): boolean {
	switch (op) {
		case 'eq':
			return order === 0;
		case 'ne':
			return order !== 0;
		case 'gt':
			return order > 0;
		case 'ge':
			return order >= 0;
		case 'lt':
			return order < 0;
		default:
			return order <= 0;
	}
}
