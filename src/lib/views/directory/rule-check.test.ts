import { describe, expect, it } from 'vitest';
import { must, running } from '../testing.fixture';
import { groups } from './groups';
import { ruleCheck } from './rule-check';
import { user } from './user';

const member = 'user.userType -eq "Member"';

describe('a rule while it is typed', () => {
	it('G-010, G-008: says where the rule stops being one, in the words of the portal', () => {
		const world = running();
		expect(ruleCheck(world, { rule: 'user.department -eq' }).error).toMatchObject({ rule: 'G-010', at: 19 });
		const unknown = ruleCheck(world, { rule: 'user.shoeSize -eq "42"' });
		expect(unknown.error).toMatchObject({ rule: 'G-008', message: 'Attribute not supported', at: 0, end: 13 });
		expect(unknown.matches).toBeNull();
	});

	it('G-047: gives a word on a rule that could be better, and offers what may follow', () => {
		const world = running();
		expect(ruleCheck(world, { rule: 'user.jobTitle -contains "a"' }).hints.map(({ rule }) => rule)).toEqual(['G-047']);
		expect(ruleCheck(world, { rule: 'user.dep', caret: 8 }).suggestions).toMatchObject({
			kind: 'property',
			texts: ['user.department']
		});
	});

	it('counts whom the rule takes in of all who are not deleted', () => {
		const world = running();
		const before = ruleCheck(world, { rule: member });
		must(world, 'user.softDelete', { user: 2 });
		const after = ruleCheck(world, { rule: member });
		expect([after.matches! - before.matches!, after.of - before.of]).toEqual([-1, -1]);
	});

	it('validates a rule on chosen users, clause by clause, and leaves out who is not there', () => {
		const world = running();
		const department = user(world, { user: 2 })!.user.department!;
		const rule = `(user.department -eq "${department}") -and (user.accountEnabled -eq false)`;
		const { verdicts } = ruleCheck(world, { rule, users: [2, 9999] });
		expect(verdicts).toMatchObject([{ user: { slot: 2 }, inGroup: false, isMember: null }]);
		expect(verdicts[0]!.verdict.parts.map(({ holds, actual }) => [holds, actual])).toEqual([
			[true, department],
			[false, 'true']
		]);
	});

	it('G-031: tells a member from one who becomes a member when the rule is evaluated next', () => {
		const world = running();
		must(world, 'group.create', { name: 'Everybody', rule: member });
		const { slot } = groups(world, { search: 'Everybody' }).rows[0]!;
		const asked = { rule: member, users: [2], group: slot };
		expect(ruleCheck(world, asked).verdicts[0]).toMatchObject({ inGroup: true, isMember: false });
		world.advance({ by: 60 * 60_000 });
		expect(ruleCheck(world, asked).verdicts[0]).toMatchObject({ inGroup: true, isMember: true });
	});
});
