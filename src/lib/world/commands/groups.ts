import { z } from 'zod';
import { NEW } from '#lib/engine/unit';
import type { GroupRow } from '#lib/engine/source';
import { compileRule, firstPopulationDelay } from '#lib/tenant/dynamic';
import { guid } from '#lib/tenant/sample/identifiers';
import { announce, setTimer } from '../directory/change';
import { purgeGroup } from '../directory/deletion';
import { join, leave } from '../directory/dynamic';
import { define, groupOf, nameOf, Refused, userOf } from './command';

const slot = z.number().int().nonnegative();
const membership = z.object({ group: slot, user: slot });
const rule = z.string().max(3072);

function assignable(group: GroupRow): void {
	// G-030: members of a dynamic group cannot be added or removed by hand.
	if (group.membership === 'dynamic') throw new Refused('The members of a dynamic group are set by its rule.');
}

function checked(text: string): void {
	const answer = compileRule(text);
	if ('error' in answer) throw new Refused(answer.error.message);
}

export const groups = {
	'group.add': define({
		schema: membership,
		describe: (sim, { group, user }) => `Add ${nameOf(userOf(sim, user))} to ${nameOf(groupOf(sim, group))}`,
		apply(sim, { group, user }, cause) {
			assignable(groupOf(sim, group));
			userOf(sim, user);
			if (memberRow(sim, group, user) !== undefined) throw new Refused('The user is a member already.');
			join(sim, group, user, 'C-158', cause);
		}
	}),
	'group.remove': define({
		schema: membership,
		describe: (sim, { group, user }) => `Remove ${nameOf(userOf(sim, user))} from ${nameOf(groupOf(sim, group))}`,
		apply(sim, { group, user }, cause) {
			assignable(groupOf(sim, group));
			const row = memberRow(sim, group, user);
			if (row === undefined) throw new Refused('The user is not a direct member.');
			leave(sim, row, 'C-159', cause);
		}
	}),
	'group.rename': define({
		schema: z.object({ group: slot, name: z.string().min(1).max(256) }),
		describe: (sim, { group, name }) => `Rename ${nameOf(groupOf(sim, group))} to ${name}`,
		apply(sim, { group, name }, cause) {
			const before = groupOf(sim, group);
			sim.writer.put('groups', group, { ...before, attrs: { ...before.attrs, displayName: name } });
			announce(sim, 'group', group, 'displayName', 'C-276', cause);
		}
	}),
	'group.rule': define({
		schema: z.object({ group: slot, rule }),
		describe: (sim, { group }) => `Change the rule of ${nameOf(groupOf(sim, group))}`,
		apply(sim, { group, rule }, cause) {
			checked(rule);
			const before = groupOf(sim, group);
			sim.writer.put<GroupRow>('groups', group, {
				...before,
				membership: 'dynamic',
				rule,
				attrs: { ...before.attrs, membershipRule: rule }
			});
			setTimer(sim, 'dynamic.group', group, firstPopulationDelay(sim.host.tenantRow.size), cause);
		}
	}),
	'group.create': define({
		schema: z.object({
			name: z.string().min(1).max(256),
			rule: rule.nullable().optional(),
			unified: z.boolean().optional()
		}),
		describe: (_sim, { name }) => `Create the group ${name}`,
		apply(sim, { name, rule: text, unified = false }, cause) {
			if (text) checked(text);
			const place = sim.tables.groups.next;
			const id = guid(sim.host.tenantRow.seedText, 'created group', place);
			sim.writer.put<GroupRow>('groups', NEW, {
				slot: NEW,
				id,
				attrs: { slot: place, objectId: id, displayName: name, description: null, membershipRule: text ?? null },
				created: sim.ledger.clock,
				softDeletedAt: null,
				membership: text ? 'dynamic' : 'assigned',
				rule: text ?? null,
				securityEnabled: !unified,
				unified
			});
			announce(sim, 'group', place, 'created', 'C-142', cause);
			if (text) setTimer(sim, 'dynamic.group', place, firstPopulationDelay(sim.host.tenantRow.size), cause);
		}
	}),
	'group.delete': define({
		schema: z.object({ group: slot }),
		describe: (sim, { group }) => `Delete the group ${nameOf(groupOf(sim, group))}`,
		apply(sim, { group }, cause) {
			groupOf(sim, group);
			purgeGroup(sim, group, cause, 'C-236');
		}
	})
};

function memberRow(sim: Parameters<typeof groupOf>[0], group: number, user: number): number | undefined {
	return sim.tables.membersByMember.get(user).find((row) => sim.tables.members.get(row)!.group === group);
}
