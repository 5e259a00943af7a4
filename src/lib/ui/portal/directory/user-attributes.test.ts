import { describe, expect, it } from 'vitest';
import { attributeProblem } from './attribute-problem';
import { otherAttributes, shownValue, typedValue } from './user-attributes';

describe('an attribute on the page', () => {
	it('shows flags as the portal does, lists a value a line, and nothing as nothing', () => {
		expect([true, false, null, undefined].map(shownValue)).toEqual(['Yes', 'No', '', '']);
		expect(shownValue(['smtp:a@x', 'SMTP:b@x'])).toBe('smtp:a@x\nSMTP:b@x');
		expect(shownValue([{ service: 'exchange', capabilityStatus: 'Enabled' }])).toBe('exchange, Enabled');
	});

	it('keeps what was typed as the directory keeps it', () => {
		expect(typedValue('  ')).toBeNull();
		expect(typedValue(' IT ')).toBe('IT');
		expect(typedValue('a@x\n\n b@x ', 'list')).toEqual(['a@x', 'b@x']);
		expect(typedValue('2026-03-16', 'date')).toBe('2026-03-16T00:00:00Z');
		expect(typedValue('No', 'flag')).toBe(false);
	});

	it('refuses days that do not exist, and names without a domain', () => {
		expect(attributeProblem('employeeHireDate', '2026-02-30', 'date')).toMatch(/not a calendar date/);
		expect(attributeProblem('employeeHireDate', '16 March', 'date')).toMatch(/not a calendar date/);
		expect(attributeProblem('employeeHireDate', '2026-03-16', 'date')).toBeUndefined();
		expect(attributeProblem('employeeHireDate', '', 'date')).toBeUndefined();
		expect(attributeProblem('userPrincipalName', 'ada')).toMatch(/one @/);
		expect(attributeProblem('displayName', ' ')).toMatch(/display name/);
		expect(attributeProblem('department', '')).toBeUndefined();
	});

	it('lists what the portal has no line for, and the manager only in its own place', () => {
		const { attributes } = otherAttributes(['displayName', 'manager', 'extensionAttribute3']);
		expect(attributes.map(({ name }) => name)).toEqual(['extensionAttribute3']);
	});
});
