import type { Clause, ScopeSchema } from './types';

const unsupported = new Set(['approleassignments', 'usertype', 'manager', 'members', 'member']);
/** Dates that the documentation names, and those of the directory; all that end in DateTime are (F-026). */
const dates = /^(status(hire|termination)date|startdate|enddate|accountexpires|employeehiredate|.*datetime)$/;
/** Shown by the portal or by the schema, never supported. */
const unsupportedOperators = new Set(['ismemberof', 'present', 'valid cert match']);

/** Why an attribute cannot be filtered on (F-026). */
export function refuseAttribute(attribute: unknown, schema: ScopeSchema): string | undefined {
	if (typeof attribute !== 'string' || attribute.trim() === '') return 'a clause names no attribute';
	const name = attribute.toLowerCase();
	const known = schema[attribute];
	if (unsupported.has(name)) return `${attribute} is not supported in scoping filters`;
	if (dates.test(name) || known?.type?.toLowerCase() === 'datetime')
		return `${attribute} is a date, which scoping filters do not support`;
	if (known?.multivalued && name.startsWith('extension_')) return `${attribute} has several values`;
	return undefined;
}

export function unknownOperator(operator: unknown): string {
	const name = typeof operator === 'string' ? operator : '';
	return unsupportedOperators.has(name.toLowerCase())
		? `the operator ${name} is not supported`
		: `there is no operator ${JSON.stringify(name)}`;
}

export function missingValue({ attribute, operator }: Clause): string {
	return `${attribute} ${operator} needs a value`;
}
