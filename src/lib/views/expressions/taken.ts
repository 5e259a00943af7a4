import { valueAt } from '#lib/scim/client';
import { accountTypeKey } from '#lib/world/tables/accounts';
import type { Records } from './records';

/** Whether the application has a value already: what SelectUniqueValue asks (H-210). */
export function taken({ world, app, object, template }: Records, target: string | null): (value: string) => boolean {
	if (!app || template || target === null) return () => false;
	const { accounts, accountsByType } = world.tables;
	let values: Set<string> | null = null;
	return (value) => {
		if (!values) {
			values = new Set();
			for (const slot of accountsByType.get(accountTypeKey(app.slot, object === 'users' ? 'User' : 'Group'))) {
				const there = valueAt(accounts.get(slot)!.resource.data, target);
				if (typeof there === 'string') values.add(there.toLowerCase());
			}
		}
		return values.has(value.toLowerCase());
	};
}
