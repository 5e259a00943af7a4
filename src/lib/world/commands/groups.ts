import * as z from 'zod/mini';
import { NEW } from '#lib/engine/unit';
import type { GroupRow, PrincipalKind } from '#lib/engine/source';
import { compileRule, compileSaved, firstPopulationDelay, sourceGroups } from '#lib/tenant/dynamic';
import { guid } from '#lib/tenant/sample/identifiers';
import { announce, setTimer } from '../directory/change';
import { purgeGroup, restoreGroup, softDeleteGroup } from '../directory/deletion';
import { join, leave } from '../directory/membership';
import type { Simulation } from '../simulation';
import { principalKey } from '../tables/tables';
import { define, groupOf, liveGroupOf, nameOf, Refused, userOf } from './command';

const slot = z.int().check(z.nonnegative());

/** One user; or several users or groups at once, which one undo takes back. */
const membership = z.union([
	z.pipe(
		z.object({ group: slot, user: slot }),
		z.transform(({ group, user }) => ({ group, kind: 'user' as const, who: [user] }))
	),
	z.object({
		group: slot,
		kind: z.enum(['user', 'group']),
		who: z.array(slot).check(z.minLength(1), z.maxLength(200_000))
	})
]);
type Membership = z.output<typeof membership>;

const rule = z.string().check(z.maxLength(3072));

/** H-433: what Active Directory masters is changed there. */
function ownMastered(group: GroupRow): GroupRow {
	if (group.attrs.onPremisesSyncEnabled === true) throw new Refused('refused: mastered on-premises');
	return group;
}

function deleted(sim: Simulation, slot: number): void {
	if (groupOf(sim, slot).softDeletedAt === null) throw new Refused('The group is not deleted.');
}

function assignable(group: GroupRow): void {
	ownMastered(group);
	// G-030: members of a dynamic group cannot be added or removed by hand.
	if (group.membership === 'dynamic') throw new Refused('The members of a dynamic group are set by its rule.');
}

/** What the directory nests: a security group in a security group, and no group in itself. */
function nestable(parent: GroupRow, child: GroupRow): void {
	if (parent.slot === child.slot) throw new Refused(`${nameOf(parent)} cannot be a member of itself.`);
	if (parent.unified) throw new Refused('Adding groups to a Microsoft 365 group is not supported.');
	if (child.unified) throw new Refused('Adding a Microsoft 365 group to another group is not supported.');
}

function checked({ tables }: Simulation, text: string, own?: GroupRow): void {
	const answer = compileSaved(text);
	if ('error' in answer) throw new Refused(answer.error.message);
	const sources = sourceGroups(answer.rule.tree);
	if (sources.length === 0) return;
	// G-041: a group whose rule asks for memberships is not the source of another, nor of itself.
	for (const slot of tables.dynamicGroups.get(0)) {
		const group = tables.groups.get(slot)!;
		const theirs = group.slot === own?.slot ? sources : sourcesOf(group);
		if (theirs.length > 0 && (sources.includes(group.id) || theirs.includes(own?.id ?? '')))
			throw new Refused(`${nameOf(group)} has a rule with memberOf, and such groups cannot be chained.`);
	}
}

function sourcesOf({ rule }: GroupRow): readonly string[] {
	const answer = compileRule(rule ?? '');
	return 'rule' in answer ? sourceGroups(answer.rule.tree) : [];
}

export const groups = {
	'group.add': define<Membership>({
		schema: membership,
		describe: (sim, args) => `Add ${named(sim, args)} to ${nameOf(groupOf(sim, args.group))}`,
		apply(sim, { group, kind, who }, cause) {
			const parent = liveGroupOf(sim, group);
			assignable(parent);
			for (const one of who) {
				if (kind === 'user') userOf(sim, one);
				else nestable(parent, liveGroupOf(sim, one));
			}
			const added = [...new Set(who)].filter((one) => memberRow(sim, group, kind, one) === undefined);
			if (added.length === 0)
				throw new Refused(who.length > 1 ? 'All of them are members already.' : `The ${kind} is a member already.`);
			for (const one of added) join(sim, group, kind, one, 'C-158', cause);
		}
	}),
	'group.remove': define<Membership>({
		schema: membership,
		describe: (sim, args) => `Remove ${named(sim, args)} from ${nameOf(groupOf(sim, args.group))}`,
		apply(sim, { group, kind, who }, cause) {
			assignable(liveGroupOf(sim, group));
			const rows = [...new Set(who)].map((one) => memberRow(sim, group, kind, one)).filter((row) => row !== undefined);
			if (rows.length === 0)
				throw new Refused(who.length > 1 ? 'None of them is a direct member.' : `The ${kind} is not a direct member.`);
			for (const row of rows) leave(sim, row, 'C-159', cause);
		}
	}),
	'group.rename': define({
		schema: z.object({ group: slot, name: z.string().check(z.minLength(1), z.maxLength(256)) }),
		describe: (sim, { group, name }) => `Rename ${nameOf(groupOf(sim, group))} to ${name}`,
		apply(sim, { group, name }, cause) {
			const before = liveGroupOf(sim, group);
			ownMastered(before);
			sim.writer.put('groups', group, { ...before, attrs: { ...before.attrs, displayName: name } });
			announce(sim, 'group', group, 'displayName', 'C-276', cause);
		}
	}),
	'group.rule': define({
		schema: z.object({ group: slot, rule }),
		describe: (sim, { group }) => `Change the rule of ${nameOf(groupOf(sim, group))}`,
		apply(sim, { group, rule }, cause) {
			const before = liveGroupOf(sim, group);
			checked(sim, rule, before);
			ownMastered(before);
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
			name: z.string().check(z.minLength(1), z.maxLength(256)),
			rule: z.optional(z.nullable(rule)),
			unified: z.optional(z.boolean()),
			description: z.optional(z.nullable(z.string().check(z.maxLength(1024))))
		}),
		describe: (_sim, { name }) => `Create the group ${name}`,
		apply(sim, { name, rule: text, unified = false, description = null }, cause) {
			if (text) checked(sim, text);
			const place = sim.tables.groups.next;
			const id = guid(sim.host.tenantRow.seedText, 'created group', place);
			sim.writer.put<GroupRow>('groups', NEW, {
				slot: NEW,
				id,
				attrs: { slot: place, objectId: id, displayName: name, description, membershipRule: text ?? null },
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
			const { unified } = ownMastered(liveGroupOf(sim, group));
			if (unified) softDeleteGroup(sim, group, cause);
			else purgeGroup(sim, group, cause, 'C-236');
		}
	}),
	'group.restore': define({
		schema: z.object({ group: slot }),
		describe: (sim, { group }) => `Restore the group ${nameOf(groupOf(sim, group))}`,
		apply(sim, { group }, cause) {
			deleted(sim, group);
			restoreGroup(sim, group, cause);
		}
	}),
	'group.purge': define({
		schema: z.object({ group: slot }),
		describe: (sim, { group }) => `Delete the group ${nameOf(groupOf(sim, group))} permanently`,
		apply(sim, { group }, cause) {
			deleted(sim, group);
			purgeGroup(sim, group, cause, 'C-237');
		}
	})
};

function memberRow(sim: Simulation, group: number, kind: PrincipalKind, member: number): number | undefined {
	const { tables } = sim;
	return tables.membersByMember.get(principalKey(kind, member)).find((row) => tables.members.get(row)!.group === group);
}

/** Names the first two, and how many more. */
function named(sim: Simulation, { kind, who }: Membership): string {
	const names = who.slice(0, 2).map((one) => nameOf(kind === 'user' ? userOf(sim, one) : groupOf(sim, one)));
	return who.length > 2 ? `${names.join(', ')} and ${who.length - 2} more` : names.join(' and ');
}
