import { describe, expect, it } from 'vitest';
import type { Choices } from './mapping-draft';
import {
	changedFilters,
	filterOf,
	isScopeDraft,
	missingInScope,
	newClause,
	savedFilters,
	withOperator
} from './scope-draft';

const operators: Choices['operators'] = [
	{ name: 'EQUALS', needsValue: true, rule: 'F-010' },
	{ name: 'IS NULL', needsValue: false, rule: 'F-014' }
];
const sales = { name: 'Sales', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }] };

describe('a draft of scoping filters', () => {
	it('reads what is saved and saves it unchanged', () => {
		const saved = { groups: [sales] };
		expect(filterOf(savedFilters(saved))).toEqual(saved);
		expect(filterOf(savedFilters(null))).toBeNull();
		expect(changedFilters([sales], [sales])).toBe(0);
		expect(changedFilters([sales], [])).toBe(1);
		expect(changedFilters([sales], [sales, { ...sales, name: 'Two' }])).toBe(1);
	});

	it('F-012 to F-015: a unary operator has no value, and gets one back with a binary operator', () => {
		const unary = withOperator(sales.clauses[0]!, 'IS NULL', operators);
		expect(unary).toEqual({ attribute: 'department', operator: 'IS NULL' });
		expect(withOperator(unary, 'EQUALS', operators)).toEqual({
			attribute: 'department',
			operator: 'EQUALS',
			value: ''
		});
	});

	it('names what is still missing', () => {
		expect(missingInScope([sales], operators)).toBeNull();
		expect(missingInScope([{ ...sales, name: ' ' }], operators)).toContain('Scoping Filter Title');
		expect(missingInScope([{ name: 'One', clauses: [] }], operators)).toContain('add a clause');
		expect(missingInScope([{ name: 'One', clauses: [newClause] }], operators)).toContain('Attribute Name');
		expect(missingInScope([{ name: 'One', clauses: [{ ...newClause, attribute: 'city' }] }], operators)).toContain(
			'city EQUALS'
		);
	});

	it('reads back only what is a draft', () => {
		expect(isScopeDraft([sales])).toBe(true);
		for (const other of [null, {}, [1], [{ name: 'x' }], [{ name: 'x', clauses: [null] }]])
			expect(isScopeDraft(other)).toBe(false);
	});
});
