import type { Slot } from '#lib/engine/base';
import { isActive, type GroupRow, type UserRow } from '#lib/engine/source';
import { mappingOf } from '../run/units';
import { principalKey } from '../tables/tables';
import type { World } from '../world';
import type { TestStage } from './stage';

/** The groups that are assigned to an application at present. */
export function assignedGroups({ tables }: World, app: Slot): GroupRow[] {
	return tables.assignmentsByApp
		.get(app)
		.map((slot) => tables.assignments.get(slot)!)
		.filter(({ kind, until }) => kind === 'group' && until === null)
		.map(({ principal }) => tables.groups.get(principal))
		.filter((group) => group !== null && group !== undefined);
}

/** Groups whose members are set by hand. */
export function staticGroups(stage: TestStage): GroupRow[] {
	return assignedGroups(stage.world, stage.app.slot).filter(({ membership }) => membership === 'assigned');
}

export function isDirect({ tables }: World, app: Slot, user: Slot): boolean {
	return tables.assignmentsByPrincipal.get(principalKey('user', user)).some((slot) => {
		const row = tables.assignments.get(slot)!;
		return row.app === app && row.until === null;
	});
}

/** The assigned groups through which somebody is let in. */
function pathsOf({ tables }: World, groups: ReadonlySet<Slot>, user: Slot): Slot[] {
	return tables.membersByMember
		.get(user)
		.map((slot) => tables.members.get(slot)!.group)
		.filter((group) => groups.has(group));
}

/** Somebody a test can be tried on: a member who may sign in, and whose record is whole. */
function isOrdinary(user: UserRow): boolean {
	const { mail, givenName, surname, department, userType } = user.attrs;
	const isWhole = [mail, givenName, surname, department].every((value) => typeof value === 'string' && value !== '');
	return user.softDeletedAt === null && isActive(user) && userType !== 'Guest' && isWhole;
}

/** The first of these users who is somebody to try on and holds what is wanted. */
function first({ tables }: World, slots: Iterable<Slot>, wanted: (user: UserRow) => boolean): Slot | null {
	for (const slot of slots) {
		const user = tables.users.get(slot);
		if (user && isOrdinary(user) && wanted(user)) return slot;
	}
	return null;
}

/** Everybody who is let in at present, directly or as a member of an assigned group. */
export function letIn(world: World, app: Slot): Set<Slot> {
	const { tables } = world;
	const found = new Set<Slot>();
	for (const slot of tables.assignmentsByApp.get(app)) {
		const { kind, principal, until } = tables.assignments.get(slot)!;
		if (kind === 'user' && until === null) found.add(principal);
	}
	for (const { slot: group } of assignedGroups(world, app))
		for (const row of tables.membersByGroup.get(group)) {
			const { kind, member } = tables.members.get(row)!;
			if (kind === 'user') found.add(member);
		}
	return found;
}

/** Not assigned and without an account; whoever passes the scoping filter comes first. */
export function outsider({ world, app, job }: TestStage): Slot | null {
	const { host } = world.sim;
	const { filter } = mappingOf(host, app.slot, host.config(host.job(job).config).users, 'User');
	const inside = letIn(world, app.slot);
	let other: Slot | null = null;
	for (const user of world.tables.users.all()) {
		const { slot } = user;
		if (inside.has(slot) || !isOrdinary(user) || host.link(job, 'user', slot)) continue;
		if (filter(user.attrs).inScope) return slot;
		other ??= slot;
	}
	return other;
}

/** Has an account in use. */
export function insider(stage: TestStage): Slot | null {
	return first(stage.world, linked(stage), ({ slot }) => accountOf(stage, slot) === 'active');
}

function* linked({ world: { tables }, job }: TestStage): Iterable<Slot> {
	for (const slot of tables.linksByJob.get(job)) {
		const { kind, source } = tables.links.get(slot)!;
		if (kind === 'user') yield source;
	}
}

/** Has an account in use, and nothing but a direct assignment lets them in. */
export function direct(stage: TestStage): Slot | null {
	const { world, app } = stage;
	const groups = new Set(assignedGroups(world, app.slot).map(({ slot }) => slot));
	const assigned = world.tables.assignmentsByApp
		.get(app.slot)
		.map((slot) => world.tables.assignments.get(slot)!)
		.filter(({ kind, until }) => kind === 'user' && until === null);
	return first(
		world,
		assigned.map(({ principal }) => principal),
		({ slot }) => pathsOf(world, groups, slot).length === 0 && accountOf(stage, slot) === 'active'
	);
}

/** Has an account in use, and only one assigned group, whose members are set by hand, lets them in. */
export function member(stage: TestStage): { readonly person: Slot; readonly group: Slot } | null {
	const { world, app } = stage;
	const groups = new Set(assignedGroups(world, app.slot).map(({ slot }) => slot));
	for (const { slot: group } of staticGroups(stage))
		for (const row of world.tables.membersByGroup.get(group)) {
			const { kind, member: person } = world.tables.members.get(row)!;
			const user = kind === 'user' ? world.tables.users.get(person) : null;
			if (!user || !isOrdinary(user) || isDirect(world, app.slot, person)) continue;
			if (pathsOf(world, groups, person).length === 1 && accountOf(stage, person) === 'active')
				return { person, group };
		}
	return null;
}

function accountOf(stage: TestStage, person: Slot): TestStage['account'] {
	const before = stage.person;
	stage.person = person;
	try {
		return stage.account;
	} finally {
		stage.person = before;
	}
}
