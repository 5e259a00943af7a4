import { valueAt } from '#lib/scim/client';
import type { Records } from './records';

/** Whether the application has a value already: what SelectUniqueValue asks (H-210). */
export function taken({ world, app, object, template }: Records, target: string | null): (value: string) => boolean {
	if (!app || template || target === null) return () => false;
	const { accounts, accountIndexes } = world.tables;
	const { byType } = accountIndexes.of(app.slot);
	let values: Set<string> | null = null;
	return (value) => {
		if (!values) {
			values = new Set();
			for (const slot of byType.get(object === 'users' ? 'User' : 'Group') ?? []) {
				const there = valueAt(accounts.get(slot)!.resource.data, target);
				if (typeof there === 'string') values.add(there.toLowerCase());
			}
		}
		return values.has(value.toLowerCase());
	};
}
