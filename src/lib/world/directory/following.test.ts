import { describe, expect, it } from 'vitest';
import { population } from '#lib/tenant/testing/population';
import { compileRule } from '#lib/tenant/dynamic/rule';
import type { EntraUser } from '#lib/tenant/entra/user';
import { chance } from '#lib/tenant/sample/hash';
import { createWorld, type World } from '#lib/world';
import { contextOf } from './dynamic';

const minute = 60_000;

function must(world: World, verb: Parameters<World['do']>[0]['verb'], args: object): void {
	const done = world.do({ verb, args: args as never });
	if (!done.ok) throw new Error(done.message);
}

/** Rules of the kinds that people write, by what they ask for. */
const rules = [
	'user.department -eq "Sales"',
	'user.department -in ["Finance","Engineering","HR"]',
	'user.usageLocation -eq "GB" -or user.city -startsWith "L"',
	'user.employeeId -match "^1[0-9]{6}[0-4]$"',
	'(user.accountEnabled -eq true) -and (user.userType -eq "Member")',
	'user.proxyAddresses -any (_ -startsWith "smtp:john")',
	'user.jobTitle -contains "Engineer" -and -not (user.city -eq "Seattle")',
	'user.mail -ne null'
];

function companyWithGroups(): World {
	const world = createWorld({ size: 60 });
	rules.forEach((rule, n) => must(world, 'group.create', { name: `By rule ${n}`, rule }));
	world.advance({ by: 11 * minute });
	return world;
}

const groupNamed = (world: World, name: string) =>
	[...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === name)!;
const membersOf = (world: World, group: number) =>
	world.tables.membersByGroup.get(group).map((row) => world.tables.members.get(row)!.member);

/** What a whole evaluation of a rule gives. */
function wholly(world: World, rule: string): readonly number[] {
	const compiled = compileRule(rule);
	if ('error' in compiled) throw new Error(compiled.error.message);
	const users = [...world.tables.users.all()].map(({ attrs }) => attrs as unknown as EntraUser);
	return population(compiled.rule, users, contextOf(world.sim));
}

describe('dynamic groups', () => {
	it('G-031: hold after any changes whom a whole evaluation takes in', () => {
		const world = companyWithGroups();
		const users = [...world.tables.users.all()];
		const attributes = ['department', 'city', 'employeeId', 'jobTitle', 'usageLocation'] as const;
		const before = rules.map((_, n) => membersOf(world, groupNamed(world, `By rule ${n}`).slot).length);
		for (let n = 0; n < 80; n++) {
			const { slot } = users[chance('edits', 'who', n) % users.length]!;
			const donor = users[chance('edits', 'like whom', n) % users.length]!.attrs;
			const attribute = attributes[n % attributes.length]!;
			const edit = { user: slot, attribute, value: donor[attribute] ?? null };
			if (edit.value !== null) world.do({ verb: 'user.edit', args: edit as never });
		}
		world.advance({ by: 6 * minute });
		const after = rules.map((_, n) => membersOf(world, groupNamed(world, `By rule ${n}`).slot));
		expect(after.map((members) => members.length)).not.toEqual(before);
		rules.forEach((rule, n) =>
			expect(
				[...after[n]!].sort((a, b) => a - b),
				rule
			).toEqual(wholly(world, rule))
		);
	});

	it('G-032: remove whom a changed rule no longer takes in, and then add whom it does', () => {
		const world = companyWithGroups();
		const { slot } = groupNamed(world, 'By rule 0');
		const before = membersOf(world, slot);
		const from = world.clock;
		const rule = 'user.department -in ["Sales","Marketing"] -and user.usageLocation -ne "US"';
		must(world, 'group.rule', { group: slot, rule });
		world.advance({ by: 11 * minute });
		const told = world.facts().filter((fact) => fact.rule === 'G-032' && fact.at > from);
		const changes = told.map((fact) => world.detailText(fact)).filter((text) => text.includes('member of'));
		const isLeaving = (text: string) => text.startsWith('no longer');
		expect([...membersOf(world, slot)].sort((a, b) => a - b)).toEqual(wholly(world, rule));
		expect(before.some((member) => !membersOf(world, slot).includes(member))).toBe(true);
		expect(changes.findLastIndex(isLeaving)).toBeLessThan(changes.findIndex((text) => !isLeaving(text)));
	});
});
