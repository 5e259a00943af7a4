import { isVisible } from '#lib/engine/job/entitlement';
import { displayName, type AssignmentRow } from '#lib/engine/source';
import { assignmentState } from '../directory/assignment';
import { amountWords, numberWords } from '../amounts';
import { momentWords } from '../time';
import { check, Tally, type Check } from './check';
import type { Situation } from './situation';

function assignmentsOf({ world: { tables }, app }: Situation): AssignmentRow[] {
	return tables.assignmentsByApp.get(app.slot).map((slot) => tables.assignments.get(slot)!);
}

/** The groups whose assignment the service sees now. */
function groupsOf(situation: Situation) {
	const { tables } = situation.world;
	return assignmentsOf(situation)
		.filter((row) => row.kind === 'group' && isVisible(row, situation.now))
		.flatMap(({ principal }) => tables.groups.get(principal) ?? []);
}

/** C-071, C-069: an assigned group that puts nobody in scope. */
export function groupsCheck(situation: Situation): Check | null {
	if (!situation.isAssigned) return null;
	const { tables } = situation.world;
	const groups = groupsOf(situation);
	if (groups.length === 0) return null;
	const blocked = new Tally();
	const empty = new Tally();
	for (const group of groups) {
		const one = () => ({ kind: 'group', slot: group.slot, name: displayName(group) }) as const;
		const members = tables.membersByGroup.get(group.slot).map((slot) => tables.members.get(slot)!);
		if (!group.securityEnabled || group.softDeletedAt !== null) blocked.add(one);
		else if (!members.some(({ kind }) => kind === 'user')) empty.add(one);
	}
	const base = { id: 'groups', looked: 'Groups that are assigned' };
	const mend = { to: 'users', label: 'Users and groups' } as const;
	const isAll = blocked.count + empty.count === groups.length;
	if (blocked.count > 0)
		return check({
			...base,
			verdict: isAll ? 'cause' : 'note',
			rule: 'C-071',
			sentence: `${numberWords(blocked.count)} of ${amountWords(groups.length, 'group')} pass no assignment on, because they are not security groups or are deleted: ${blocked.names}.`,
			who: blocked.first,
			count: blocked.count,
			mend
		});
	if (empty.count > 0)
		return check({
			...base,
			verdict: isAll ? 'cause' : 'note',
			rule: 'C-069',
			sentence: `${numberWords(empty.count)} of ${amountWords(groups.length, 'group')} have no user as an immediate member: ${empty.names}.`,
			who: empty.first,
			count: empty.count,
			mend
		});
	return check({
		...base,
		verdict: 'in order',
		rule: 'C-071',
		sentence:
			groups.length === 1
				? 'The assigned group passes the assignment on to its immediate members.'
				: `All ${numberWords(groups.length)} assigned groups pass the assignment on to their immediate members.`
	});
}

/** C-069: members of a nested group do not come along. */
export function nestedCheck(situation: Situation): Check | null {
	if (!situation.isAssigned) return null;
	const { tables } = situation.world;
	const groups = groupsOf(situation);
	if (groups.length === 0) return null;
	const nested = new Tally();
	let lost = 0;
	for (const group of groups)
		for (const slot of tables.membersByGroup.get(group.slot)) {
			const { kind, member } = tables.members.get(slot)!;
			const inner = kind === 'group' ? tables.groups.get(member) : null;
			if (!inner) continue;
			nested.add(() => ({ kind: 'group', slot: member, name: displayName(inner) }));
			lost += tables.membersByGroup.get(member).length;
		}
	return check({
		id: 'nested',
		looked: 'Nested groups',
		verdict: nested.count === 0 ? 'in order' : lost > 0 ? 'cause' : 'note',
		rule: 'C-069',
		sentence:
			nested.count === 0
				? 'No assigned group holds another group.'
				: `Groups inside an assigned group are not read: ${nested.names}. Their ${amountWords(lost, 'member')} are provisioned only when the inner group is assigned itself.`,
		who: nested.first,
		count: nested.count,
		mend: { to: 'users', label: 'Assign the inner group' }
	});
}

/** C-073: the group as an object of its own. */
export function groupObjectsCheck(situation: Situation): Check | null {
	const { config, profile, app } = situation;
	const assigned = situation.isDirectory ? groupsOf(situation) : [];
	if (assigned.length === 0) return null;
	const base = { id: 'group objects', looked: 'Attribute mappings for groups', rule: 'C-073' };
	if (!profile.operations.groups || !config.groups)
		return check({
			...base,
			verdict: 'note',
			sentence: `${app.name} takes no groups: the members of ${amountWords(assigned.length, 'assigned group')} are provisioned, the groups are not.`
		});
	if (!config.groups.enabled)
		return check({
			...base,
			verdict: 'note',
			sentence: `The mapping of groups is not enabled: the members of ${amountWords(assigned.length, 'assigned group')} are provisioned, the groups are not.`,
			mend: { to: 'mappings', label: 'Attribute Mapping' }
		});
	return check({
		...base,
		verdict: 'in order',
		sentence: 'The mapping of groups is enabled: assigned groups are provisioned with their members.'
	});
}

/** C-066: what was assigned or unassigned a moment ago. */
export function unseenCheck(situation: Situation): Check | null {
	if (!situation.isDirectory) return null;
	const { world, now } = situation;
	const unseen = assignmentsOf(situation).filter((row) => {
		const state = assignmentState(row, now);
		return state !== null && state !== 'assigned';
	});
	const base = { id: 'unseen', looked: 'Assignments of the last minutes', rule: 'C-066' };
	if (unseen.length === 0)
		return check({ ...base, verdict: 'in order', sentence: 'The service already sees every assignment as it is now.' });
	const tally = new Tally();
	for (const { kind, principal } of unseen) {
		const row = kind === 'user' ? world.tables.users.get(principal) : world.tables.groups.get(principal);
		tally.add(() => ({ kind, slot: principal, name: row ? displayName(row) : 'a deleted object' }));
	}
	const seen = Math.max(...unseen.map(({ visibleUntil, visibleFrom }) => visibleUntil ?? visibleFrom));
	return check({
		...base,
		verdict: 'note',
		sentence: `${amountWords(unseen.length, 'assignment')} changed, and the service does not see it yet: ${tally.names}. It does at ${momentWords(seen, now)}.`,
		who: tally.first,
		count: tally.count,
		mend: { to: 'users', label: 'Users and groups' }
	});
}

/** C-065: a rule of a dynamic group that has still to be evaluated. */
export function dynamicCheck(situation: Situation): Check | null {
	if (!situation.isAssigned) return null;
	const { tables } = situation.world;
	const dynamic = groupsOf(situation).filter(({ membership }) => membership === 'dynamic');
	if (dynamic.length === 0) return null;
	let waiting = 0;
	let due = 0;
	for (const timer of tables.timers.all())
		if (timer.what === 'dynamic.user' || timer.what === 'dynamic.group') {
			waiting++;
			due = Math.max(due, timer.due);
		}
	const base = { id: 'dynamic', looked: 'Dynamic groups', rule: 'C-065' };
	const many = `${amountWords(dynamic.length, 'assigned group')} ${dynamic.length === 1 ? 'is' : 'are'} dynamic`;
	if (waiting === 0)
		return check({ ...base, verdict: 'in order', sentence: `${many}, and every rule has been evaluated.` });
	return check({
		...base,
		verdict: 'note',
		sentence: `${many}, and ${amountWords(waiting, 'evaluation')} are still to come, the last at ${momentWords(due, situation.now)}. Only then does the service see a change.`,
		who: dynamic.slice(0, 5).map((row) => ({ kind: 'group', slot: row.slot, name: displayName(row) })),
		count: dynamic.length,
		mend: { to: 'groups', label: 'Groups' }
	});
}
