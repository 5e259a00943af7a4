import type { Json } from '../../base';
import type { RoleKind } from './types';

/** An assignment as the role functions give it. */
interface Role {
	readonly id?: Json;
	readonly value?: Json;
	readonly displayName?: Json;
}

const roleType = 'WindowsAzureActiveDirectoryRole';

/** The roles of a create request (M-062, M-065, M-067). One function says displayName, the other display (M-068). */
export function rolesOfCreate(kind: RoleKind, roles: readonly Json[]): Json[] {
	return (roles as readonly Role[]).map(({ value = null, displayName = null }): Json => {
		if (kind === 'single') return { primary: true, type: roleType, value: displayName ?? value };
		return kind === 'complex'
			? { primary: false, type: roleType, displayName, value }
			: { primary: false, type: roleType, display: displayName, value };
	});
}

/** The roles of a PATCH: added as the JSON text of the assignment (M-063, M-066), or replaced by plain objects (M-067). */
export function rolesOfPatch(
	kind: RoleKind,
	roles: readonly Json[]
): { readonly op: 'Add' | 'Replace'; readonly value: Json[] } {
	if (kind === 'assertive') return { op: 'Replace', value: rolesOfCreate(kind, roles) };
	const value = (roles as readonly Role[]).map(({ id = null, value = null, displayName = null }) => ({
		value: JSON.stringify({ id, value, displayName })
	}));
	return { op: 'Add', value };
}

/** The assigned roles that a target does not have, whichever of the two ways it was told about them. */
export function missingRoles(wanted: readonly Json[], present: readonly Json[]): Json[] {
	const has = new Set(present.map(roleValue));
	return wanted.filter((role) => !has.has(roleValue(role)));
}

export function sameRoles(wanted: readonly Json[], present: readonly Json[]): boolean {
	return wanted.length === present.length && missingRoles(wanted, present).length === 0;
}

function roleValue(role: Json): string {
	const value = typeof role === 'object' && role !== null ? ((role as Role).value ?? '') : role;
	if (typeof value !== 'string' || !value.startsWith('{')) return String(value);
	try {
		return String((JSON.parse(value) as Role).value);
	} catch {
		return value;
	}
}
