import type { Json, Ms, Slot } from '../base';
import type { AppView, SourceView } from '../host';
import { entitlementOf } from '../job/entitlement';
import type { FoundAccount } from './records';

/** Who in the directory has a value of the source attribute. Of several the first counts; the recycle bin does not. */
export function usersByValue(source: SourceView, attribute: string): ReadonlyMap<string, Slot> {
	const found = new Map<string, Slot>();
	for (let slot = 0; slot < source.userCount; slot++) {
		const user = source.user(slot);
		if (!user || user.softDeletedAt !== null) continue;
		const key = keyOf(user.attrs[attribute]);
		if (key && !found.has(key)) found.set(key, slot);
	}
	return found;
}

/** C-418: whom each account belongs to, and whether the service sees an assignment. */
export function sortedAccounts(
	accounts: readonly FoundAccount[],
	users: ReadonlyMap<string, Slot>,
	source: SourceView,
	app: AppView,
	at: Ms
): FoundAccount[] {
	return accounts.map((account) => {
		const user = users.get(keyOf(account.value)) ?? null;
		const assigned = user !== null && entitlementOf(source, app, 'user', user, at).assigned;
		return { ...account, user, assigned };
	});
}

/** The matching query of a cycle makes no difference between capital and small letters either. */
function keyOf(value: Json | undefined): string {
	return value === undefined || value === null || typeof value === 'object' ? '' : String(value).toLowerCase();
}
