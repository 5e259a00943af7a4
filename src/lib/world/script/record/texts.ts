import type { Json } from '#lib/engine/base';
import type { AttributeMapping, MappingSource } from '#lib/engine/mapping';
import type { ScopingFilter } from '#lib/engine/scoping';

/** The language has no words for something: why, as an end of a sentence. */
export class Wordless extends Error {}

/** A text between quotation marks: the language knows no escapes. */
export function quoted(text: string): string {
	if (/["\r\n]/.test(text)) throw new Wordless('a text with a quotation mark or a line break in it');
	return `"${text}"`;
}

/** An employee number, between quotation marks where it is more than letters and digits. */
export const numberText = (id: string) => (/^[\w.-]+$/.test(id) ? id : quoted(id));

/** A value of a directory or an account. */
export function valueText(value: Json | undefined): string {
	if (value === null || value === undefined) return 'absent';
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value) && value.every((one) => typeof one === 'string' && !/\s/.test(one)))
		return quoted(value.join(' '));
	throw new Wordless('a value that is not text');
}

function sourceText(source: MappingSource): string {
	if (source.type === 'Direct') return `[${source.attribute}]`;
	if (source.type === 'Constant') return `constant ${quoted(source.value)}`;
	if (source.type !== 'Expression') throw new Wordless('a mapping without a source');
	if (/[;\r\n]/.test(source.expression)) throw new Wordless('an expression with a semicolon or a line break in it');
	return source.expression;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What was changed, row by row, as saveMapping takes it. */
export function mappingText(before: readonly AttributeMapping[], after: readonly AttributeMapping[]): string {
	const items: string[] = [];
	for (const { target } of before) if (!after.some((one) => one.target === target)) items.push(`remove ${target}`);
	for (const row of after) {
		const old = before.find((one) => one.target === row.target);
		if (same(old, row)) continue;
		if (old && same({ ...old, flowType: 'ObjectAddOnly' }, row)) items.push(`${row.target} only during creation`);
		else {
			const match = row.matchingPrecedence === undefined ? '' : ` match ${row.matchingPrecedence}`;
			items.push(`${row.target} = ${sourceText(row.source)}${match}`);
		}
	}
	if (items.length === 0) throw new Wordless('a mapping that was saved without a change');
	return items.join('; ');
}

export function filterText({ groups }: ScopingFilter): string {
	const [group, ...more] = groups ?? [];
	if (!group || group.clauses.length === 0 || more.length > 0)
		throw new Wordless('a filter with several groups of clauses');
	return group.clauses
		.map(
			({ attribute, operator, value }) =>
				`${attribute} ${operator}${value === undefined ? '' : ` ${quoted(String(value))}`}`
		)
		.join(' AND ');
}
