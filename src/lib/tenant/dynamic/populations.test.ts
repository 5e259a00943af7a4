import { expect, it } from 'vitest';
import { VIRTUAL_START } from '#lib/content/company/tenant';
import { entraUsers } from '../entra/build';
import type { EntraUser } from '../entra/user';
import { generatePeople } from '../sample/generate';
import { population } from './population';
import { populations } from './populations';
import { compileRule } from './rule';

const seed = 'contoso-2026';
const context = { now: VIRTUAL_START, slotOf: () => 3, groupsOf: () => [] };
const users = entraUsers(generatePeople(seed, 500), 'hybrid', { seed }).map((user, slot) =>
	user && slot % 7 === 0 ? ({ ...user, department: user.department?.toUpperCase() ?? null } as EntraUser) : user
);

it.each([
	'user.department -eq "sales"',
	'user.department -eq "Customer Support"',
	'user.department -eq ""',
	'user.department -eq null',
	'user.usageLocation -eq "GB"',
	'user.accountEnabled -eq false',
	'user.department -ne "Sales"',
	'user.proxyAddresses -eq "smtp:press@contoso.com"',
	'(user.department -eq "Sales") -or (user.department -eq "IT")'
])('G-006: takes in whom the rule takes in when it is asked alone: %s', (text) => {
	const compiled = compileRule(text);
	if ('error' in compiled) throw new Error(compiled.error.message);
	expect(populations(users, context)(compiled.rule)).toEqual(population(compiled.rule, users, context));
});
