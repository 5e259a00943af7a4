import { describe, expect, it } from 'vitest';
import { blankUser, type EntraUser } from '../entra/user';
import type { RuleContext } from './compile';
import { explainRule } from './explain';
import { ruleHints } from './hints';
import { compileRule, type CompiledRule } from './rule';

const now = Date.UTC(2026, 2, 2, 8);
const context: RuleContext = {
	now,
	slotOf: (id) => (id === 'boss' ? 1 : undefined),
	groupsOf: ({ slot }) => (slot === 7 ? ['g1', 'g2'] : [])
};
const user = (values: Partial<EntraUser> = {}): EntraUser => ({ ...blankUser(0, 'id-0', 'a@contoso.com'), ...values });
const rule = (text: string): CompiledRule => {
	const compiled = compileRule(text);
	if ('error' in compiled) throw new Error(compiled.error.message);
	return compiled.rule;
};
const holds = (text: string, values: Partial<EntraUser> = {}) => rule(text).matches(user(values), context);

describe('what a rule answers', () => {
	it('G-006: ignores letter case in comparison and in patterns, and keeps accents', () => {
		expect(holds('user.city -eq "ZÜRICH"', { city: 'Zürich' })).toBe(true);
		expect(holds('user.city -eq "Zurich"', { city: 'Zürich' })).toBe(false);
		expect(holds('user.city -match "^zÜ"', { city: 'Zürich' })).toBe(true);
	});

	it('G-012: searches anywhere unless the pattern is anchored', () => {
		expect(holds('user.givenName -match "ago"', { givenName: 'Lagos' })).toBe(true);
		for (const [name, expected] of Object.entries({ Da: true, David: true, aDa: false })) {
			expect(holds('user.givenName -match "^Da.*"', { givenName: name })).toBe(expected);
		}
		expect(holds('user.givenName -match ".*vid"', { givenName: 'David' })).toBe(true);
		expect(holds('user.givenName -match ".*vid"', { givenName: 'Da' })).toBe(false);
	});

	it('G-042: takes in everybody, guests too, or the members alone', () => {
		const everybody = 'user.objectId -ne null';
		const members = `(${everybody}) -and (user.userType -eq "Member")`;
		for (const userType of ['Member', 'Guest'] as const)
			expect([holds(everybody, { userType }), holds(members, { userType })]).toEqual([true, userType === 'Member']);
	});

	it('G-013: looks for a part of a text with -contains, not for a member of a collection', () => {
		expect(holds('user.jobTitle -contains "gin"', { jobTitle: 'Engineer' })).toBe(true);
		expect(holds('user.otherMails -contains "a@contoso"', { otherMails: ['a@contoso.com'] })).toBe(true);
	});

	it('G-017: lets _ stand for each text of a collection', () => {
		const otherMails = ['a@contoso.com', 'b@fabrikam.com'];
		expect(holds('user.otherMails -any (_ -startsWith "b" -and _ -endsWith "contoso.com")', { otherMails })).toBe(
			false
		);
		expect(holds('user.otherMails -any (_ -startsWith "b" -and _ -endsWith "fabrikam.com")', { otherMails })).toBe(
			true
		);
	});

	it('G-014: reads -in and -notIn as a chain of -eq and -ne', () => {
		for (const department of ['Sales', 'hr', 'IT', null]) {
			const values = { department };
			const list = holds('user.department -in ["Sales","HR"]', values);
			expect(list).toBe(holds('user.department -eq "Sales" -or user.department -eq "HR"', values));
			const not = holds('user.department -notIn ["Sales","HR"]', values);
			expect(not).toBe(holds('user.department -ne "Sales" -and user.department -ne "HR"', values));
		}
	});

	it('G-016: is true of -all over nothing and false of -any', () => {
		expect(holds('user.proxyAddresses -all (_ -startsWith "smtp")')).toBe(true);
		expect(holds('user.proxyAddresses -any (_ -startsWith "smtp")')).toBe(false);
	});

	it('G-018: asks any element for a plain positive operator and all for a negative one', () => {
		const proxyAddresses = ['SMTP:a@contoso.com', 'smtp:b@fabrikam.com'];
		expect(holds('user.proxyAddresses -contains "fabrikam"', { proxyAddresses })).toBe(true);
		expect(holds('user.proxyAddresses -notContains "fabrikam"', { proxyAddresses })).toBe(false);
		expect(holds('user.proxyAddresses -notContains "tailspin"', { proxyAddresses })).toBe(true);
		expect(holds('user.proxyAddresses -eq null')).toBe(true);
		expect(holds('user.proxyAddresses -ne null', { proxyAddresses })).toBe(true);
	});

	it('G-019: makes positive operators false and negative ones true of an empty attribute', () => {
		const values = { eq: false, startsWith: false, endsWith: false, contains: false, match: false };
		for (const [operator, expected] of Object.entries(values)) {
			expect(holds(`user.department -${operator} "x"`)).toBe(expected);
			const negative = operator === 'eq' ? 'ne' : `not${operator}`;
			expect(holds(`user.department -${negative} "x"`)).toBe(!expected);
		}
		expect(holds('user.employeeHireDate -le system.now')).toBe(false);
		expect(holds('user.employeeHireDate -ge system.now')).toBe(false);
	});

	it('O-20: does not trim what it compares', () => {
		expect(holds('user.department -eq "Sales"', { department: 'Sales ' })).toBe(false);
	});

	it('G-040: finds direct reports by the manager alone', () => {
		expect(holds('Direct Reports for "boss"', { manager: 1 })).toBe(true);
		expect(holds('Direct Reports for "boss"', { manager: 2 })).toBe(false);
		expect(holds('Direct Reports for "nobody"', { manager: null })).toBe(false);
	});

	it('G-041: takes in who is a direct member of another group', () => {
		const text = "user.memberOf -any (group.objectId -in ['g2', 'g9'])";
		expect(holds(text, { slot: 7 })).toBe(true);
		expect(holds(text, { slot: 8 })).toBe(false);
	});

	it('finds an extension attribute, and an alias whose name the language spells in its own way', () => {
		expect(holds('user.extensionAttribute1 -eq "badge"', { extensionAttribute1: 'badge' } as Partial<EntraUser>)).toBe(
			true
		);
		expect(holds('user.mailNickName -eq "anna"', { mailNickname: 'anna' })).toBe(true);
	});
});

describe('patterns of strangers', () => {
	it('are read by whatever reader is handed in, for the answer and for the explanation', () => {
		const plain = compileRule('user.city -match "O.*"', (pattern) => (text) => text === pattern);
		if ('error' in plain) throw new Error(plain.error.message);
		expect(plain.rule.matches(user({ city: 'Oslo' }), context)).toBe(false);
		expect(plain.rule.matches(user({ city: 'O.*' }), context)).toBe(true);
		expect(explainRule(plain.rule, user({ city: 'Oslo' }), context).holds).toBe(false);
		expect('error' in compileRule('user.city -match "x"', () => null)).toBe(true);
	});
});

describe('what is said about a rule', () => {
	it('names the attributes that the answer depends on', () => {
		const { dependsOn, usesClock } = rule(
			'(user.department -eq "Sales") -or (user.mailNickName -ne null -and user.assignedPlans -any (assignedPlan.service -eq "x"))'
		);
		expect([...dependsOn]).toEqual(['department', 'mailNickname', 'assignedPlans']);
		expect(usesClock).toBe(false);
		expect([...rule('Direct Reports for "boss"').dependsOn]).toEqual(['manager']);
		expect(rule('user.employeeHireDate -ge system.now').usesClock).toBe(true);
	});

	it('explains to "validate rules" which clause held, and what stood in the attribute', () => {
		const text = '(user.department -eq "Sales") -and -not (user.jobTitle -startsWith "VP")';
		const verdict = explainRule(rule(text), user({ department: 'Sales', jobTitle: 'VP Sales' }), context);
		expect(verdict).toMatchObject({
			holds: false,
			kind: 'and',
			parts: [
				{ holds: true, text: '(user.department -eq "Sales")', attribute: 'department', actual: 'Sales' },
				{ holds: false, kind: 'not', parts: [{ holds: true, attribute: 'jobTitle', actual: 'VP Sales' }] }
			]
		});
	});

	it('explains a collection element by element, and an empty attribute as empty', () => {
		const proxyAddresses = ['SMTP:a@contoso.com', 'smtp:john@contoso.com'];
		const verdict = explainRule(
			rule('user.proxyAddresses -any (_ -contains "john")'),
			user({ proxyAddresses }),
			context
		);
		expect(verdict.parts.map(({ actual, holds }) => [actual, holds])).toEqual([
			['SMTP:a@contoso.com', false],
			['smtp:john@contoso.com', true]
		]);
		expect(explainRule(rule('user.city -eq "Oslo"'), user(), context).actual).toBeNull();
		expect(explainRule(rule('Direct Reports for "boss"'), user({ manager: 1 }), context)).toMatchObject({
			holds: true
		});
	});

	it('G-007, G-047: hints at letter case, slow operators, chains and repetitions', () => {
		const hints = (text: string) =>
			ruleHints(rule(text)).map(({ rule, message }) => `${rule} ${message.split(':')[0]}`);
		expect(hints('user.Department -eq "x"')).toEqual(['G-007 Property names are documented as case-sensitive']);
		expect(hints('user.city -match "^Lo.*"')).toEqual([
			'G-047 This -match says no more than -startsWith or -eq does, and they are faster.'
		]);
		expect(hints('user.city -eq "a" -or user.city -eq "b"')).toEqual(['G-047 Several -or on city']);
		expect(hints('user.city -eq "a" -and user.city -eq "a"')).toEqual(['G-047 This clause is already there.']);
		expect(hints('user.city -in ["a","b"]')).toEqual([]);
	});
});
