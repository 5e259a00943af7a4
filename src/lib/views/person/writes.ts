import { tableNames, type Json, type Row, type Seq } from '#lib/engine/base';
import type { LinkRow } from '#lib/engine/job/records';
import type { UserRow } from '#lib/engine/source';
import type { World } from '#lib/world';
import type { WorkerRow } from '#lib/world/tables/hr';
import type { AccountRow } from '#lib/world/tables/rows';
import { historyOf } from '../folds/history';
import { flattened, textOf } from '../logs/flat';
import type { Identity } from './identity';

export interface Write {
	readonly table: keyof Identity | 'accounts';
	readonly seq: Seq;
	readonly before: Row | null;
	readonly after: Row | null;
}

const tables = new Map<number, Write['table']>(
	(['users', 'adUsers', 'workers', 'accounts'] as const).map((name) => [tableNames.indexOf(name), name])
);
const linksTable = tableNames.indexOf('links');

/** Everything on the tape that changed the person in any system, or an account that was ever theirs. */
export function writesOf(world: World, identity: Identity): Write[] {
	const { tape } = world.sim.ledger;
	const end = world.checkpoint().op;
	const theirs = accountsEverLinked(world, identity.users, end);
	const writes: Write[] = [];
	for (let op = 0; op < end; op++) {
		const table = tables.get(tape.table[op]!);
		if (!table) continue;
		const before = tape.before[op] ?? null;
		const after = tape.after[op]!;
		if (table === 'accounts') {
			const { app, resource } = (after ?? before) as AccountRow;
			if (!theirs.has(`${app}/${resource.id}`)) continue;
		} else if (tape.slot[op] !== identity[table]) continue;
		writes.push({ table, seq: tape.seq[op]!, before, after });
	}
	return writes;
}

function accountsEverLinked(world: World, user: number, end: number): ReadonlySet<string> {
	const { tape } = world.sim.ledger;
	const history = historyOf(world.sim);
	const theirs = new Set<string>();
	for (let op = 0; op < end; op++) {
		if (tape.table[op] !== linksTable) continue;
		const link = tape.after[op] as LinkRow | null;
		if (link?.kind === 'user' && link.source === user) theirs.add(`${history.appOfJob(link.job)}/${link.targetId}`);
	}
	return theirs;
}

/** The values of a row, by name, as text. */
export function valuesOf(table: Write['table'] | 'groups' | 'adGroups', row: Row | null): Record<string, string> {
	if (!row) return {};
	if (table === 'accounts') return flattened((row as AccountRow).resource.data);
	const values: Record<string, string> = {};
	const fields = table === 'workers' ? (row as WorkerRow).fields : (row as UserRow).attrs;
	for (const [name, value] of Object.entries(fields))
		if (value !== null && name !== 'slot') values[name] = textOf(value as Json);
	if (table === 'users' && (row as UserRow).softDeletedAt !== null) values.deleted = 'True';
	return values;
}
