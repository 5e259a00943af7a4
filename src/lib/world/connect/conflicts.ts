import type { Json, Slot } from '#lib/engine/base';
import { INITIAL_DOMAIN } from '#lib/content/company/tenant';
import { chance } from '#lib/tenant/sample/hash';
import type { Simulation } from '../simulation';

type Values = { readonly [name: string]: Json };

export interface Resolved {
	readonly values: Values;
	/** What the tenant did not take; null: it took everything. */
	readonly conflict: string | null;
}

/** H-316: a name or an address that somebody else has does not stop the user; it is replaced or put aside. */
export function resolveConflicts(sim: Simulation, values: Values, user: Slot): Resolved {
	const { users, usersByUpn, usersByAddress } = sim.tables;
	// H-464.
	const others = (slots: readonly Slot[]) =>
		slots.some((slot) => slot !== user && users.get(slot)!.softDeletedAt === null);
	const conflicts: string[] = [];
	const after: Record<string, Json> = { ...values };
	const name = values.userPrincipalName;
	if (typeof name === 'string' && others(usersByUpn.get(name.toLowerCase()))) {
		conflicts.push(`userPrincipalName ${name}`);
		after.userPrincipalName = replacement(sim, name, user);
	}
	const { proxyAddresses } = values;
	if (Array.isArray(proxyAddresses)) {
		const free = (proxyAddresses as string[]).filter((one) => !others(usersByAddress.get(addressKey(one))));
		for (const one of proxyAddresses as string[]) if (!free.includes(one)) conflicts.push(`proxyAddress ${one}`);
		after.proxyAddresses = free;
	}
	return { values: after, conflict: conflicts.length > 0 ? conflicts.join(', ') : null };
}

function addressKey(address: string): string {
	return address.slice(address.indexOf(':') + 1).toLowerCase();
}

function replacement(sim: Simulation, name: string, user: Slot): string {
	const prefix = name.slice(0, name.indexOf('@'));
	for (let n = 0; ; n++) {
		const digits = 1000 + (chance(sim.host.tenantRow.seedText, `upn:${user}`, n) % 9000);
		const candidate = `${prefix}+${digits}@${INITIAL_DOMAIN}`;
		if (sim.tables.usersByUpn.first(candidate.toLowerCase()) === undefined) return candidate;
	}
}
