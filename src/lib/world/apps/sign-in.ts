import { frozen } from '#lib/scim/frozen';
import type { Resource } from '#lib/apps';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import { idOf } from '#lib/apps/identity';
import type { JsonObject } from '#lib/scim/types';
import { isActive } from '#lib/apps/provider/plan';
import type { UserRow } from '#lib/engine/source';
import { hashText } from '../core/hash';
import { isAssignedNow } from '../directory/assignments';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';

export type SignIn =
	| 'ok'
	| 'not assigned'
	| 'assigned, but no account in the app'
	| 'account inactive in the app'
	| 'account blocked in Entra ID';

/** SC-06: the directory decides at once, the application has its own account. */
export function signInOf(sim: Simulation, app: AppRow, slot: number, account: Resource | null): SignIn {
	const user = sim.tables.users.get(slot);
	if (!user || user.softDeletedAt !== null || user.attrs.accountEnabled === false) return 'account blocked in Entra ID';
	if (!isAssignedNow(sim, app.slot, slot)) return 'not assigned';
	if (!account) return 'assigned, but no account in the app';
	return isActive(definitionOf(app.kind), account) ? 'ok' : 'account inactive in the app';
}

/** an application that makes its accounts when somebody signs in. */
export function madeBySigningIn(app: AppRow): boolean {
	return app.kind === 'larkspur';
}

function claims({ attrs }: UserRow): JsonObject {
	const claim = (name: string) => (typeof attrs[name] === 'string' ? (attrs[name] as string) : '');
	return {
		nameId: claim('userPrincipalName'),
		email: claim('mail'),
		givenname: claim('givenName'),
		surname: claim('surname'),
		department: claim('department')
	};
}

/** made at the first sign-in under a name, refreshed at every later one. */
export function signInWithClaims(sim: Simulation, app: AppRow, user: UserRow): void {
	const { store } = sim.apps.of(app.slot);
	const data = claims(user);
	const before = [...store.all('User')].find((one) => one.data.nameId === data.nameId);
	const now = sim.ledger.clock;
	if (before) {
		store.put(before.id, frozen({ ...before, version: before.version + 1, modified: now, data }));
		return;
	}
	const n = store.next();
	const id = idOf(hashText(app.key, sim.ledger.seed), n);
	const aside = { belongsTo: user.slot };
	store.put(id, frozen({ id, type: 'User', n, version: 1, created: now, modified: now, data, aside }));
}
