import { tableNames, type Fact, type Seq, type Slot } from '#lib/engine/base';
import type { World } from '#lib/world';
import type { AccountRow } from '#lib/world/tables/rows';
import { flattened } from '../logs/flat';
import { sentenceOf } from '../why/sentences';
import { isUnitFact } from '../why/unit';

/** One write of an account: when, by whom, and what it changed. */
export interface AccountChange {
	/** The log row, or the fact, that tells of it. */
	readonly seq: Seq;
	readonly at: number;
	readonly by: 'provisioning' | 'hand' | 'itself';
	readonly sentence: string;
	readonly values: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

const accountsTable = tableNames.indexOf('accounts');
const SHOWN = 50;

/** Everything that was written to an account, newest first. */
export function historyOfAccount(world: World, account: Slot): AccountChange[] {
	const { tape } = world.sim.ledger;
	const changes: AccountChange[] = [];
	for (let op = world.checkpoint().op - 1; op >= 0 && changes.length < SHOWN; op--) {
		if (tape.table[op] !== accountsTable || tape.slot[op] !== account) continue;
		const before = tape.before[op] as AccountRow | null | undefined;
		const after = tape.after[op] as AccountRow | null;
		changes.push({ ...toldBy(world, tape.seq[op]!), values: differences(before, after) });
	}
	return changes;
}

/** An account is written just before its fact is told: a request of the service, or what an administrator did. */
function toldBy(world: World, written: Seq): Omit<AccountChange, 'values'> {
	const { facts } = world.sim.ledger;
	const last = world.checkpoint().seq - 1;
	const fact = facts.fact(Math.min(written, last));
	if (isUnitFact(fact)) {
		const row = rowAfter(world, fact, last);
		return { seq: row.seq, at: fact.at, by: 'provisioning', sentence: sentenceOf(world, row) };
	}
	if (fact.kind !== 'account.changed')
		return { seq: fact.seq, at: fact.at, by: 'itself', sentence: 'The account was there before provisioning.' };
	const cause = facts.fact(fact.cause);
	return { seq: fact.seq, at: fact.at, by: 'hand', sentence: sentenceOf(world, cause) };
}

/** The log row of the unit that sent a request; a reference has none. */
function rowAfter(world: World, request: Fact, last: Seq): Fact {
	const { facts } = world.sim.ledger;
	let fact = request;
	while (fact.kind !== 'row' && fact.seq < last) {
		const next = facts.fact(fact.seq + 1);
		if (next.cause !== fact.seq || !isUnitFact(next)) break;
		fact = next;
	}
	return fact;
}

function differences(before: AccountRow | null | undefined, after: AccountRow | null): AccountChange['values'] {
	const was = before ? flattened(before.resource.data) : {};
	const is = after ? flattened(after.resource.data) : {};
	const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
	return names
		.filter((name) => was[name] !== is[name])
		.map((name) => ({ name, before: was[name] ?? '', after: is[name] ?? '' }));
}
