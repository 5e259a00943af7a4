import type { Row } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import { templateOf } from '#lib/hr/templates';
import type { Steps } from '#lib/tenant/sample/steps';
import type { AccountRow } from '#lib/world/tables/rows';
import type { Difference } from './differences';
import type { Part } from './parts';
import type { Sides } from './sides';

/** How many accounts each way has in a system, and how many of all of them differ. */
export interface SystemCount {
	readonly id: string;
	readonly name: string;
	readonly a: number;
	readonly b: number;
	readonly differ: number;
	/** All that either way has. */
	readonly of: number;
}

const directoryTables = { hr: 'workers', ad: 'adUsers', entra: 'users' } as const;
const directoryNames = { hr: 'HR', ad: 'Active Directory', entra: 'Entra ID' } as const;

/** The systems of both ways with their people: denominators of what differs. */
export function* systemCounts(
	sides: Sides,
	parts: readonly Part[],
	differences: readonly Difference[]
): Steps<SystemCount[]> {
	const counts: SystemCount[] = [];
	const count = (id: string, name: string, a: number, b: number, isOf: (part: Part) => boolean) => {
		const here = differences.filter(({ system, kind }) => system.id === id && kind === 'person');
		const onlyB = parts.filter((part) => isOf(part) && !isThere(part.a) && isThere(part.b)).length;
		if (a + b > 0 || here.length > 0)
			counts.push({ id, name, a, b, differ: here.length, of: Math.max(a + onlyB, here.length) });
	};
	for (const id of ['hr', 'ad', 'entra'] as const) {
		yield counts.length;
		const { a, b } = sides.counts(directoryTables[id], (row) => (isThere(row) ? id : null));
		count(id, directoryNames[id], a.get(id) ?? 0, b.get(id) ?? 0, ({ table }) => table === directoryTables[id]);
	}
	yield counts.length;
	const accounts = sides.counts<AccountRow>('accounts', ({ app, resource }, which) =>
		resource.type === 'User' ? (sides.app(which, app)?.key ?? null) : null
	);
	const isUserOf = (row: Row | null, key: string) => {
		const { app, resource } = (row ?? {}) as Partial<AccountRow>;
		return resource?.type === 'User' && sides.app('b', app!)?.key === key;
	};
	for (const { key, name } of appsOf(sides)) {
		yield counts.length;
		count(
			key,
			name,
			accounts.a.get(key) ?? 0,
			accounts.b.get(key) ?? 0,
			({ table, b }) => table === 'accounts' && isUserOf(b, key)
		);
	}
	return counts;
}

/** The recycle bin holds nobody who counts. */
function isThere(row: Row | null): boolean {
	return row !== null && ((row as Partial<UserRow>).softDeletedAt ?? null) === null;
}

function appsOf(sides: Sides): { key: string; name: string }[] {
	const found = new Map<string, string>();
	const touched = sides.touched.flatMap(({ table, slot }) => (table === 'apps' ? [slot] : []));
	for (const slot of new Set([...sides.shared('apps').keys(), ...touched]))
		for (const which of ['a', 'b'] as const) {
			const app = sides.app(which, slot);
			if (app && !templateOf(app.kind)) found.set(app.key, app.name);
		}
	return [...found].map(([key, name]) => ({ key, name }));
}
