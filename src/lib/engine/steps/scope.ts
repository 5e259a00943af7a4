import type { Json } from '../base';
import { nothingComputed, type Computed } from '../mapping/core';
import { isActive, type UserRow } from '../source';
import { Guard } from './guards';
import type { Subject, UnitView } from './view';

/** Bits of a `scope` fact, in the order in which the portal lists them (C-398, C-498). */
export const ScopeGuard = { active: 1, assigned: 2, role: 4, filter: 8, syncAll: 16 } as const;

export interface Scope {
	/** Guard bits: active, entitled, filter, softDeleted, hardDeleted. */
	readonly guards: number;
	/** F-029: only a set stops it whose leaving does not deprovision. */
	readonly isUnread: boolean | undefined;
}

/** Determines whether the object is in scope: active, entitled, and through the filters (C-067 to C-087). */
export function scope(subject: Subject, view: UnitView): Scope {
	const { object, entitlement } = subject;
	const all = view.config.scopeMode === 'all';
	const active = object !== null && (subject.kind === 'group' || isActive(object as UserRow));
	const filter = object === null ? null : view.mapping.filter(object.attrs, Boolean(view.trace));
	const passes = filter === null || filter.inScope;

	let bits = all ? ScopeGuard.syncAll : 0;
	if (active) bits |= ScopeGuard.active;
	if (entitlement.assigned) bits |= ScopeGuard.assigned;
	if (entitlement.role || all) bits |= ScopeGuard.role;
	if (passes) bits |= ScopeGuard.filter;
	const failedClause = filter?.failed ?? '';
	view.tell('scope', failedClause ? 'C-081' : 'C-068', bits, failedClause);
	view.trace?.({ step: 'scope', details: scopeDetails(bits), evaluation: filter?.evaluation ?? {} });

	let guards = 0;
	if (active) guards |= Guard.active;
	if (all || (entitlement.assigned && entitlement.role)) guards |= Guard.entitled;
	if (passes) guards |= Guard.filter;
	if (object === null) guards |= Guard.hardDeleted;
	else if (object.softDeletedAt !== null) guards |= Guard.softDeleted;
	return { guards, isUnread: filter?.isUnread && isInScope(guards | Guard.filter) };
}

/** C-498, in the words of the log. */
export function scopeDetails(bits: number): Record<string, string> {
	const word = (bit: number) => (bits & bit ? 'True' : 'False');
	return {
		'Active in the source system': word(ScopeGuard.active),
		'Assigned to the application': word(ScopeGuard.assigned),
		'User has the required role': word(ScopeGuard.role),
		'Scoping filter evaluation passed': word(ScopeGuard.filter)
	};
}

/** What mappings read beside the stored attributes (C-088, C-220, C-496). */
export function computedOf({ object, entitlement, manager }: Subject, guards: number): Computed {
	if (object === null) return nothingComputed;
	const upn = object.attrs.userPrincipalName;
	return {
		objectId: object.id,
		// C-220: whoever is not in scope is soft-deleted to the mappings.
		IsSoftDeleted: !isInScope(guards),
		appRoleAssignments: entitlement.roles,
		userPrincipalName: typeof upn === 'string' && upn.includes('#EXT#') ? guestName(upn) : upn!,
		originalUserPrincipalName: upn ?? null,
		...(manager !== undefined && { manager })
	};
}

/** Both in one, as they are shown. */
export function sourceRecord(subject: Subject, guards: number): { [name: string]: Json } {
	if (subject.object === null) return {};
	const { userPrincipalName, ...computed } = computedOf(subject, guards);
	return {
		...subject.object.attrs,
		...(computed as { [name: string]: Json }),
		...(userPrincipalName !== undefined && { userPrincipalName })
	};
}

const inScope = Guard.active | Guard.entitled | Guard.filter;

export function isInScope(guards: number): boolean {
	return (guards & (inScope | Guard.softDeleted | Guard.hardDeleted)) === inScope;
}

/** C-088: sam_adatum.com#EXT#@contoso.onmicrosoft.com is sam@adatum.com to matching and mapping. */
export function guestName(upn: string): string {
	const alias = upn.slice(0, upn.indexOf('#EXT#'));
	const at = alias.lastIndexOf('_');
	return at < 0 ? alias : `${alias.slice(0, at)}@${alias.slice(at + 1)}`;
}
