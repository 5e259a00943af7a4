import { describe, expect, it } from 'vitest';
import { VIRTUAL_START } from '#lib/content/company/tenant';
import { entraUsers } from '../testing/entra-users';
import type { EntraUser } from '../entra/user';
import { generatePeople } from '../sample/generate';
import { chance } from '../sample/hash';
import type { RuleContext } from './compile';
import { evaluationDelay, firstPopulationDelay } from './delays';
import { population, refill, ruleSet } from './population';
import { compileRule, type CompiledRule } from './rule';

const seed = 'contoso-2026';
const context: RuleContext = { now: VIRTUAL_START, slotOf: () => 3, groupsOf: () => [] };
const rule = (text: string): CompiledRule => {
	const compiled = compileRule(text);
	if ('error' in compiled) throw new Error(compiled.error.message);
	return compiled.rule;
};

/** Fifty rules of the kinds that people write. */
const RULES = [
	...['Sales', 'Engineering', 'Customer Support', 'Finance', 'Marketing', 'HR', 'IT', 'Operations'].map(
		(name) => `user.department -eq "${name}"`
	),
	...['US', 'GB', 'DE', 'FR', 'ES', 'BR', 'PL', 'NO', 'TR', 'IN', 'JP', 'SG', 'AE', 'GR'].map(
		(code) => `user.usageLocation -eq "${code}"`
	),
	...Array.from({ length: 9 }, (_, n) => `user.employeeId -match "^1[0-9]{5}${n}$"`),
	...Array.from({ length: 9 }, (_, n) => `user.jobTitle -contains "${n}" -or user.city -startsWith "L"`),
	'user.department -in ["Sales","Customer Support","Marketing"]',
	'(user.accountEnabled -eq true) -and (user.userType -eq "Member")',
	'user.employeeId -startsWith "2"',
	'(user.proxyAddresses -any (_ -startsWith "smtp:john"))',
	'user.assignedPlans -any (assignedPlan.servicePlanId -eq "p-exo")',
	'user.employeeHireDate -ge system.now -plus p1d',
	'user.surname -contains "ø"',
	'user.displayName -match "^Jo.*"',
	'Direct Reports for "x"',
	'user.mail -ne null'
].map((text, group) => [group, rule(text)] as const);

describe('dynamic membership', () => {
	it('G-031: follows a change by asking only the rules of the attributes that differ', () => {
		const set = ruleSet(RULES);
		expect(set.askingFor(['department'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 40]);
		expect(set.askingFor(['mobile'])).toEqual([]);
	});

	it('G-031: gives after any changes what a whole evaluation gives', () => {
		const users = [...entraUsers(generatePeople(seed, 500), 'cloud-only', { seed })] as EntraUser[];
		const set = ruleSet(RULES);
		const members = RULES.map(([, each]) => new Set(population(each, users, context)));
		for (let n = 0; n < 300; n++) {
			const slot = chance(seed, 'who', n) % users.length;
			const donor = users[chance(seed, 'like whom', n) % users.length] as EntraUser;
			const before = users[slot] as EntraUser;
			const attribute = (['department', 'city', 'employeeId', 'mail', 'manager', 'accountEnabled'] as const)[
				n % 6
			] as 'city';
			const after = { ...before, [attribute]: donor[attribute] };
			users[slot] = after;
			for (const { group, joins } of set.changes(before, after, context)) {
				if (joins) members[group]?.add(slot);
				else members[group]?.delete(slot);
			}
		}
		for (const [group, each] of RULES) {
			expect([...(members[group] as Set<number>)].sort((a, b) => a - b)).toEqual(population(each, users, context));
		}
	});

	it('lets a new user join and a deleted one leave every group that holds for them', () => {
		const [user] = entraUsers(generatePeople(seed, 25), 'cloud-only', { seed }) as EntraUser[];
		const set = ruleSet(RULES);
		const joined = set.changes(null, user as EntraUser, context);
		expect(joined.every(({ joins }) => joins)).toBe(true);
		expect(joined.length).toBeGreaterThan(3);
		const left = set.changes(user as EntraUser, null, context);
		expect(left.map(({ group, joins }) => [group, !joins])).toEqual(joined.map(({ group, joins }) => [group, joins]));
	});

	it('fills fifty groups from a hundred thousand users, and follows a thousand changes', () => {
		const users = entraUsers(generatePeople(seed, 100_000), 'cloud-only', { seed }) as EntraUser[];
		const sizes = RULES.map(([, each]) => population(each, users, context).length);
		const set = ruleSet(RULES);
		let changes = 0;
		for (let slot = 0; slot < 1000; slot++) {
			const before = users[slot] as EntraUser;
			changes += set.changes(before, { ...before, department: 'Harbour' }, context).length;
		}
		expect(sizes[0]).toBe(29_301);
		expect(changes).toBeGreaterThan(900);
	}, 60_000);

	it('G-032: removes who no longer matches a changed rule, and adds who now does', () => {
		const users = entraUsers(generatePeople(seed, 25), 'cloud-only', { seed }) as EntraUser[];
		const members = population(rule('user.department -eq "Finance" -or user.country -eq "DE"'), users, context);
		const changed = refill(members, rule('user.country -in ["DE","GB"]'), users, context);
		expect([members, changed]).toEqual([[1, 7, 18, 19], { leave: [18, 19], join: [4, 13] }]);
	});

	it('G-035: takes 5, 15 or 35 minutes by the number of users, and twice that at first', () => {
		const minutes = [25, 1000, 1001, 20_000, 20_001, 100_000].map((users) => evaluationDelay(users) / 60_000);
		expect(minutes).toEqual([5, 5, 15, 15, 35, 35]);
		expect(firstPopulationDelay(500)).toBe(600_000);
	});
});
