import { describe, expect, it } from 'vitest';
import { compileSaved } from './member-of';
import { MAX_RULE_LENGTH, parseRule } from './parse';
import type { RuleError } from './syntax';

const error = (text: string): RuleError => {
	const parsed = parseRule(text);
	if (!('error' in parsed)) throw new Error(`accepted: ${text}`);
	return parsed.error;
};
const accepted = (text: string) => {
	const parsed = parseRule(text);
	if ('error' in parsed) throw new Error(`${parsed.error.message} at ${parsed.error.at}: ${text}`);
	return parsed.tree;
};
/** The part of the text that the error points at. */
const pointed = (text: string) => text.slice(error(text).at, error(text).end);

describe('the rule language', () => {
	it('G-001: takes a single expression with and without parentheses', () => {
		const bare = accepted('user.department -eq "Sales"');
		const wrapped = accepted('(user.department -eq "Sales")');
		expect({ ...wrapped, at: 0, end: 0 }).toMatchObject({ kind: 'comparison', operator: 'eq' });
		expect(bare).toMatchObject({ at: 0, end: 27 });
		expect(wrapped).toMatchObject({ at: 0, end: 29 });
	});

	it('G-002: takes operators without their hyphen', () => {
		expect(accepted('not (user.city eq "Oslo") and user.country in ["NO"]')).toMatchObject({ kind: 'and' });
	});

	it('G-003: refuses a rule of more than 3,072 characters and takes one of exactly so many', () => {
		const rule = (length: number) => `user.city -eq "${'x'.repeat(length - 16)}"`;
		expect(rule(MAX_RULE_LENGTH)).toHaveLength(3072);
		accepted(rule(MAX_RULE_LENGTH));
		expect(error(rule(MAX_RULE_LENGTH + 1)).rule).toBe('G-003');
	});

	it('G-005: binds comparison before not, not before and, and before or', () => {
		const tree = accepted('-not user.city -eq "a" -and user.city -eq "b" -or user.city -eq "c"');
		expect(tree).toMatchObject({
			kind: 'or',
			parts: [{ kind: 'and', parts: [{ kind: 'not' }, { kind: 'comparison' }] }, { kind: 'comparison' }]
		});
	});

	it('G-005: lets -any without parentheses reach as far as it can', () => {
		expect(accepted('user.proxyAddresses -any _ -contains "a" -or _ -contains "b"')).toMatchObject({
			kind: 'any',
			part: { kind: 'or' }
		});
	});

	it('writes a quote inside quotes with a backtick or by doubling', () => {
		expect(accepted('user.surname -eq "a`"b"')).toMatchObject({ value: { text: 'a"b' } });
		expect(accepted("user.surname -eq 'O''Connor'")).toMatchObject({ value: { text: "O'Connor" } });
	});

	it('G-007: takes property names in any letter case', () => {
		expect(accepted('User.employeehiredate -ge system.now')).toMatchObject({ property: { name: 'employeeHireDate' } });
	});

	it.each([
		['user.invalid -eq "x"', 'G-008', 'user.invalid'],
		['user.employeeType -eq "Contractor"', 'G-008', 'user.employeeType'],
		['user.manager -eq "x"', 'G-008', 'user.manager'],
		['user.assignedPlans -any (assignedPlan.colour -eq "x")', 'G-008', 'assignedPlan.colour'],
		['user.accountEnabled -contains true', 'G-009', '-contains'],
		['user.department -ge "M"', 'G-009', '-ge'],
		['user.assignedPlans -eq "x"', 'G-009', '-eq'],
		['user.department -any (_ -eq "x")', 'G-009', '-any'],
		['user.memberOf -all (group.objectId -in ["x"])', 'G-009', '-all'],
		['user.memberOf -any (group.objectId -eq "x")', 'G-009', '-eq'],
		['user.department', 'G-010', ''],
		['user.department -is "x"', 'G-010', '-is'],
		['user.department -eq Sales', 'G-010', 'Sales'],
		['user.department -eq "Sales', 'G-010', '"Sales'],
		['(user.department -eq "Sales"', 'G-010', ''],
		['user.department -in "Sales"', 'G-010', '"Sales"'],
		['user.department -eq ["Sales"]', 'G-010', '['],
		['user.department -in ["Sales" "HR"]', 'G-010', '"HR"'],
		['user.accountEnabled -eq "true"', 'G-010', '"true"'],
		['user.department -match "*"', 'G-010', '"*"'],
		['user.department -eq "a" user.city -eq "b"', 'G-010', 'user.city'],
		['user.employeeHireDate -ge system.now -plus 5', 'G-010', '5'],
		['user.employeeHireDate -ge 2026-13-45', 'G-010', '2026-13-45'],
		['user.proxyAddresses -any (user.city -eq "x")', 'G-010', 'user.city'],
		['department -eq "Sales"', 'G-010', 'department'],
		['', 'G-010', ''],
		['user.department ~ "x"', 'G-010', '~'],
		['user.department -startsWith null', 'G-011', 'null'],
		['user.department -not null', 'G-011', '-not'],
		['user.department -in ["Sales", null]', 'G-011', 'null'],
		['user.city -eq "x" -and device.deviceOSType -eq "iOS"', 'G-039', 'device.deviceOSType'],
		['Direct Reports for "x" -and user.city -eq "y"', 'G-040', '-and'],
		['user.city -eq "y" -or Direct Reports for "x"', 'G-040', 'Direct'],
		[
			'user.city -eq "x" -or user.memberOf -any (group.objectId -in ["y"])',
			'G-041',
			'user.memberOf -any (group.objectId -in ["y"])'
		]
	])('refuses %s with %s, pointing at "%s"', (text, rule, where) => {
		expect(error(text).rule).toBe(rule);
		expect(pointed(text)).toBe(where);
		expect(error(text).expected).not.toBe('');
	});

	it('G-008, G-009, G-010: says what the portal says', () => {
		expect(error('user.nothing -eq "x"').message).toBe('Attribute not supported');
		expect(error('user.accountEnabled -contains true').message).toBe("Operator isn't supported on attribute");
		expect(error('user.city -match "*"').message).toBe('Query compilation error');
	});

	it('G-011: reads quoted "null" as a text, and null without quotes as nothing', () => {
		expect(accepted('user.city -eq "null"')).toMatchObject({ value: { kind: 'text', text: 'null' } });
		expect(accepted('user.city -ne null')).toMatchObject({ value: { kind: 'null' } });
	});

	it('G-015: counts days from now in both directions', () => {
		expect(accepted('user.employeeHireDate -le system.now -plus p14d')).toMatchObject({ value: { plusDays: 14 } });
		expect(accepted('user.employeeHireDate -ge system.now -minus P7D')).toMatchObject({ value: { plusDays: -7 } });
	});

	it('G-021: does not know the employee type and the manager', () => {
		for (const name of ['employeeType', 'manager']) expect(error(`user.${name} -eq "x"`).rule).toBe('G-008');
	});

	it('G-039, G-040, G-041: keeps devices, direct reports and memberOf to themselves', () => {
		const city = 'user.city -eq "x" -and ';
		expect(error(`${city}device.displayName -eq "x"`).rule).toBe('G-039');
		expect(error(`${city}Direct Reports for "x"`).rule).toBe('G-040');
		expect(error(`${city}user.memberOf -any (group.objectId -in ["y"])`).rule).toBe('G-041');
	});

	it('G-041: says so where memberOf is combined without parentheses, and takes fifty groups and not one more', () => {
		const member = (count: number) =>
			`user.memberOf -any (group.objectId -in [${Array.from({ length: count }, (_, n) => `'${n}'`).join(',')}])`;
		expect(error(`${member(1)} -and user.city -eq "x"`).message).toBe('memberOf cannot be combined with anything else');
		expect(compileSaved(member(50))).toHaveProperty('rule');
		expect(compileSaved(member(51))).toMatchObject({
			error: { rule: 'G-041', message: 'memberOf takes at most 50 groups' }
		});
	});

	it('G-005: goes on about the user behind what is asked of each element, with and without parentheses around it', () => {
		const oslo = { kind: 'comparison', property: { name: 'city' } };
		for (const text of [
			'user.otherMails -any (_ -contains "a" -or _ -contains "b") -and user.city -eq "Oslo"',
			'(user.otherMails -any _ -contains "a") -and -not (user.city -eq "Oslo")',
			'user.otherMails -all (_ -contains "a") -and -not (user.city -eq "Oslo")'
		])
			expect(accepted(text)).toMatchObject({
				kind: 'and',
				parts: [{ property: { name: 'otherMails' } }, text.includes('-not') ? { kind: 'not', part: oslo } : oslo]
			});
		expect(accepted('user.otherMails -any (_ -contains "a") -or (_ -contains "b")')).toMatchObject({
			kind: 'any',
			part: { kind: 'or' }
		});
	});

	it('G-020: knows extension attributes of both kinds', () => {
		accepted('user.extensionAttribute15 -eq "x"');
		accepted('user.extension_9d98asdfl15980a_Nickname -eq "x"');
		expect(error('user.extensionAttribute16 -eq "x"').rule).toBe('G-008');
	});
});
