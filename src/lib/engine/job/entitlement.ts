import type { Ms, Slot } from '../base';
import type { AppView, SourceView } from '../host';
import type { AssignmentRow, PrincipalKind, UserRow } from '../source';

/** The default role of an application that names none. */
export const defaultAccess = 'Default Access';

export interface Entitlement {
	readonly assigned: boolean;
	/** Accepted by the service (C-019). */
	readonly role: boolean;
	/** Every role the object has, once each, directly or through its groups. */
	readonly roles: readonly string[];
}

/** Of whom nobody asks, too, and of everybody where nobody is assigned. */
export const unassigned: Entitlement = { assigned: false, role: false, roles: [] };
/** C-019: configurations from before this day refuse the default role, until the end of July 2020. */
const defaultAccessAccepted = Date.UTC(2020, 3, 16);
const defaultAccessForAll = Date.UTC(2020, 7, 1);

export function isVisible(assignment: AssignmentRow, at: Ms): boolean {
	return assignment.visibleFrom <= at && (assignment.visibleUntil === null || assignment.visibleUntil > at);
}

/** C-071: only a security-enabled group that still exists hands its assignment on. */
function handsOn(source: SourceView, group: Slot): boolean | undefined {
	const row = source.group(group);
	return row?.securityEnabled && row.softDeletedAt === null;
}

function acceptsDefaultAccess(app: AppView, at: Ms): boolean {
	return app.configuredAt >= defaultAccessAccepted || at >= defaultAccessForAll;
}

/** The roles so far and those of some assignments, each once; null: none. */
function collected(
	roles: string[] | null,
	assignments: readonly AssignmentRow[],
	app: AppView,
	at: Ms
): string[] | null {
	for (const assignment of assignments) {
		if (assignment.app !== app.slot || !isVisible(assignment, at)) continue;
		const role = assignment.role ?? defaultAccess;
		if (!roles) roles = [role];
		else if (!roles.includes(role)) roles.push(role);
	}
	return roles;
}

/** The assigned state of one object as the service sees it: directly, or as immediate member (C-068, C-069, C-075). */
export function entitlementOf(source: SourceView, app: AppView, kind: PrincipalKind, slot: Slot, at: Ms): Entitlement {
	if (!source.isAssigned(app.slot) || (kind === 'group' && !handsOn(source, slot))) return unassigned;
	let roles = collected(null, source.assignmentsOfPrincipal(kind, slot), app, at);
	if (kind === 'user')
		for (const { group } of source.membershipsOf('user', slot)) {
			const assignments = source.assignmentsOfPrincipal('group', group);
			if (assignments.length > 0 && handsOn(source, group)) roles = collected(roles, assignments, app, at);
		}
	if (roles === null) return unassigned;
	const accepted = acceptsDefaultAccess(app, at) || roles.some((role) => role !== defaultAccess);
	return { assigned: true, role: accepted, roles };
}

/** Every user and group that is assigned, each in directory order. */
export function assignedObjects(source: SourceView, app: Slot, at: Ms): { users: Slot[]; groups: Slot[] } {
	const users = new Set<Slot>();
	const groups: Slot[] = [];
	for (const assignment of source.assignmentsOfApp(app)) {
		if (!isVisible(assignment, at)) continue;
		if (assignment.kind === 'user') users.add(assignment.principal);
		else if (handsOn(source, assignment.principal)) {
			groups.push(assignment.principal);
			for (const member of source.membersOf(assignment.principal)) if (member.kind === 'user') users.add(member.member);
		}
	}
	return { users: sorted(users), groups: sorted(new Set(groups)) };
}

function sorted(slots: ReadonlySet<Slot>): Slot[] {
	return [...slots].sort((a, b) => a - b);
}

export function isGuest(user: UserRow): boolean {
	return user.attrs.userType === 'Guest';
}
