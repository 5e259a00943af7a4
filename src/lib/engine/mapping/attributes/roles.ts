import type { Json } from '../../base';
import type { RoleKind } from './types';

/** An assignment as the role functions give it. */
interface Role {
	readonly value?: Json;
	readonly displayName?: Json;
}

const roleType = 'WindowsAzureActiveDirectoryRole';

/** Several roles as a request has them (M-065, M-067). One function says displayName, the other display (M-068). */
export function rolesOnWire(kind: RoleKind | null, roles: Json): Json {
	// M-062: one role is its name.
	if (!Array.isArray(roles) || !kind || kind === 'single') return roles;
	return (roles as readonly Role[]).map(({ value = null, displayName = null }) => ({
		primary: false,
		type: roleType,
		...(kind === 'complex' ? { displayName } : { display: displayName }),
		value
	}));
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
