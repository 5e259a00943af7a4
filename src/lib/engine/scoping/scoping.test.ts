import { describe, expect, it } from 'vitest';
import type { Json } from '../base';
import { type Clause, clauseLabel, compileScope, type CompiledScope, evaluateScope, type ScopingFilter } from '.';

type Source = { [name: string]: Json };
const only = (...clauses: Clause[]): ScopingFilter => ({ groups: [{ clauses }] });
const clause = (operator: string, value?: string, attribute = 'a'): Clause => ({
	attribute,
	operator,
	...(value !== undefined && { value })
});
function holds(found: Json | undefined, operator: string, value?: string): boolean {
	const verdict = evaluateScope(only(clause(operator, value)), found === undefined ? {} : { a: found });
	if ('error' in verdict) throw new Error(verdict.message);
	return verdict.inScope;
}
const refused = (filter: ScopingFilter, source: Source = {}) => evaluateScope(filter, source);
function compiled(filter: ScopingFilter): CompiledScope {
	const scope = compileScope(filter);
	if ('error' in scope) throw new Error(scope.message);
	return scope;
}

describe('scoping filters', () => {
	it('F-001, F-002: no filter, no group and an empty group pass everything; clauses are joined by AND, groups by OR', () => {
		for (const filter of [null, {}, { groups: [] }, only()])
			expect(evaluateScope(filter, {})).toMatchObject({ inScope: true });
		const filter = {
			groups: [{ clauses: [clause('EQUALS', '1'), clause('EQUALS', '2', 'b')] }, { clauses: [clause('EQUALS', '3')] }]
		};
		expect([{ a: '1', b: '2' }, { a: '1' }, { a: '3' }, {}].map((source) => compiled(filter).passes(source))).toEqual([
			true,
			false,
			true,
			false
		]);
	});

	it('F-004: every clause but IS NULL is false for an attribute that is null or empty', () => {
		const values: Record<string, string> = { Greater_Than: '-1', Greater_Than_OR_EQUALS: '-1', '&': '1', '!&': '1' };
		const operators = [
			'EQUALS',
			'NOT EQUALS',
			'IS TRUE',
			'IS FALSE',
			'IS NOT NULL',
			'REGEX MATCH',
			'NOT REGEX MATCH',
			'Includes',
			'ENDS_WITH',
			...Object.keys(values)
		];
		for (const operator of operators) {
			for (const found of [undefined, null, '', []])
				expect(holds(found, operator, values[operator] ?? ''), operator).toBe(false);
		}
	});

	it('F-005: text is compared letter by letter, numbers and booleans by their text', () => {
		expect(holds('Sales', 'EQUALS', 'sales')).toBe(false);
		expect(holds('e\u0301', 'EQUALS', 'é')).toBe(false);
		expect(holds(10, 'EQUALS', '10 ')).toBe(false);
		expect(holds(12, 'Includes', '2')).toBe(true);
		expect(holds(true, 'ENDS_WITH', 'rue')).toBe(true);
	});

	it('F-006: operator names are read in any case, unary ones ignore a value', () => {
		expect(holds('1', 'is not null', 'ignored')).toBe(true);
		expect(holds('2', 'GREATER_THAN', '1')).toBe(true);
		expect(holds('2', 'greater_than_or_equals', '2')).toBe(true);
	});

	it('F-010, F-011: EQUALS knows booleans by their words and integers by their value', () => {
		expect([
			holds(true, 'EQUALS', 'TRUE'),
			holds('true', 'EQUALS', 'TRUE'),
			holds(7, 'EQUALS', '007'),
			holds('7', 'EQUALS', '007')
		]).toEqual([true, false, true, false]);
		expect([holds(false, 'NOT EQUALS', 'False'), holds(7, 'NOT EQUALS', '8'), holds(true, 'EQUALS', 'yes')]).toEqual([
			false,
			true,
			false
		]);
	});

	it('F-012, F-013: IS TRUE and IS FALSE take booleans and their words', () => {
		expect([true, 'True', 1, 'yes', false].map((found) => holds(found, 'IS TRUE'))).toEqual([
			true,
			true,
			false,
			false,
			false
		]);
		expect([false, 'FALSE', 0, true].map((found) => holds(found, 'IS FALSE'))).toEqual([true, true, false, false]);
	});

	it('F-014, F-015: a blank, 0 and false are values', () => {
		expect([undefined, null, '', [], ' ', 0, false].map((found) => holds(found, 'IS NULL'))).toEqual([
			true,
			true,
			true,
			true,
			false,
			false,
			false
		]);
		expect([' ', 0, false, ''].map((found) => holds(found, 'IS NOT NULL'))).toEqual([true, true, true, false]);
	});

	it('F-016, F-017, F-024: patterns are searched for, not anchored, with the case of .NET', () => {
		expect([
			holds('xSalesx', 'REGEX MATCH', 'Sales'),
			holds('sales', 'REGEX MATCH', 'Sales'),
			holds('sales', 'REGEX MATCH', '(?i)Sales')
		]).toEqual([true, false, true]);
		expect([holds('123', 'REGEX MATCH', '([1-9][0-9])'), holds('123', 'NOT REGEX MATCH', '^[1-9][0-9]$')]).toEqual([
			true,
			true
		]);
	});

	it('F-016: a pattern that takes too long matches nothing', () => {
		expect(holds(`${'a'.repeat(2000)}!`, 'REGEX MATCH', '^(a+)+$')).toBe(false);
	});

	it('F-018, F-019, F-027: greater than compares integers, integer texts included', () => {
		expect([11, '11', 10, 'ten', 10.5, true].map((found) => holds(found, 'Greater_Than', '10'))).toEqual([
			true,
			true,
			false,
			false,
			false,
			false
		]);
		expect([10, '9', -1].map((found) => holds(found, 'Greater_Than_OR_EQUALS', '-1'))).toEqual([true, true, true]);
		expect(holds('9223372036854775807', 'Greater_Than', '9223372036854775806')).toBe(true);
	});

	it('F-022, F-023, X-034: & is a bit test for an integer value, and a search in any other one', () => {
		expect([514, '514', 512, 'x'].map((found) => holds(found, '&', '2'))).toEqual([true, true, false, false]);
		expect([514, 512, 'x', 0].map((found) => holds(found, '!&', '2'))).toEqual([false, true, false, true]);
		expect([
			holds('HR', '&', 'Sales,HR'),
			holds('hr', '&', 'Sales,HR'),
			holds('HR', '!&', 'Sales,HR'),
			holds('IT', '!&', 'Sales,HR')
		]).toEqual([true, false, false, true]);
	});

	it('F-025: several values satisfy no clause, and the verdict warns', () => {
		const verdict = evaluateScope(only(clause('NOT EQUALS', 'x')), { a: ['y'] });
		expect(verdict).toMatchObject({
			inScope: false,
			groups: [{ clauses: [{ holds: false, warning: expect.stringContaining('several values') as string }] }]
		});
		expect(holds(['y'], 'IS NULL')).toBe(false);
	});

	it.each([
		['appRoleAssignments', 'IS NOT NULL'],
		['userType', 'IS NULL'],
		['manager', 'IS NULL'],
		['members', 'IS NULL'],
		['StatusHireDate', 'IS NULL'],
		['startDate', 'IS NULL'],
		['endDate', 'IS NULL'],
		['StatusTerminationDate', 'IS NULL'],
		['AccountExpires', 'IS NULL'],
		['employeeHireDate', 'IS NULL'],
		['employeeLeaveDateTime', 'IS NULL'],
		['createdDateTime', 'IS NULL'],
		['', 'IS NULL'],
		['a', 'IsMemberOf', 'x'],
		['a', 'Present'],
		['a', 'Valid Cert Match', 'x'],
		['a', 'STARTS_WITH', 'x'],
		['a', 'EQUALS'],
		['a', 'Includes'],
		['a', 'Greater_Than', '1.5'],
		['a', 'Greater_Than', ''],
		['a', 'REGEX MATCH', '('],
		['a', 'NOT REGEX MATCH', '[']
	])('F-026: refuses to save %s %s %s', (attribute, operator, value?: string) => {
		expect(refused(only(clause(operator, value, attribute)))).toMatchObject({
			error: 'config',
			message: expect.any(String) as string
		});
	});

	it('F-026: refuses attributes that the schema knows as dates, and extensions with several values', () => {
		expect(compileScope(only(clause('IS NULL')), { a: { type: 'DateTime' } })).toMatchObject({ error: 'config' });
		const extension = only(clause('EQUALS', '1', 'extension_1_x'));
		expect(compileScope(extension, { extension_1_x: { multivalued: true } })).toMatchObject({ error: 'config' });
		expect(refused(extension, { extension_1_x: ['1'] })).toMatchObject({ error: 'config' });
		expect(refused({ groups: [{}] } as unknown as ScopingFilter)).toMatchObject({ error: 'config' });
	});

	it('F-029, X-035: the two experimental sets let absent attributes through their negative clauses', () => {
		const negative = [
			clause('NOT EQUALS', 'x'),
			clause('NOT REGEX MATCH', 'x'),
			clause('!&', '566259712'),
			clause('IS FALSE')
		];
		const scope = compiled({
			inputFilterGroups: [{ clauses: negative }],
			categoryFilterGroups: [{ clauses: negative }]
		});
		expect([scope.passes({}), scope.passes({ a: 'x' }), scope.passesInput({ a: 'x' })]).toEqual([true, false, false]);
		const leaves = compiled({
			...only(clause('EQUALS', '1')),
			inputFilterGroups: [{ clauses: [clause('IS NOT NULL')] }]
		});
		expect([leaves.passes({ a: '2' }), leaves.passesInput({ a: '2' })]).toEqual([false, true]);
	});

	it('F-031: attributes are looked up as in expressions', () => {
		expect(evaluateScope(only(clause('EQUALS', '1', 'Department')), { department: '1' })).toMatchObject({
			inScope: true
		});
		expect(evaluateScope(only(clause('EQUALS', '1', 'extension_1_X')), { extension_1_x: '1' })).toMatchObject({
			inScope: false
		});
		expect(evaluateScope(only(clause('IS NULL', undefined, 'constructor')), {})).toMatchObject({ inScope: true });
	});

	it('the verdict names every clause with what the attribute had, for the log', () => {
		const filter = { groups: [{ name: 'Sales only', clauses: [clause('EQUALS', 'Sales', 'department')] }] };
		const verdict = evaluateScope(filter, { department: 'HR' });
		expect(verdict).toEqual({
			inScope: false,
			groups: [
				{
					name: 'Sales only',
					passes: false,
					clauses: [
						{ attribute: 'department', operator: 'EQUALS', value: 'Sales', holds: false, found: 'HR', warning: null }
					]
				}
			]
		});
		expect(clauseLabel('Sales only', { attribute: 'department', operator: 'EQUALS', value: 'Sales' })).toBe(
			"Sales only.department EQUALS 'Sales'"
		);
	});
});
