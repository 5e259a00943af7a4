import * as z from 'zod/mini';
import { tableNames, type Slot } from '#lib/engine/base';
import { kindOf } from '#lib/world/core/facts';
import type { World } from '#lib/world';
import type { AdRow } from '#lib/world/tables/hybrid';
import { defineView, pageOf, slot, window, type Page } from '../view';
import { runInfo, type ConnectRunInfo } from './connect';

export interface ConnectRunLine {
	readonly seq: number;
	readonly at: number;
	/** null: it is a group. */
	readonly account: Slot | null;
	readonly name: string;
	/** create, link, update, delete, staged, fail. */
	readonly operation: string;
	/** What Connect says of a failure: "InvalidSoftMatch: ...". */
	readonly message: string;
	readonly rule: string;
}

export interface ConnectRunDetails {
	readonly run: ConnectRunInfo;
	readonly lines: Page<ConnectRunLine>;
}

/** One run of Connect and every account that it wrote, held back or failed; null: there is no such run. */
export const connectRun = defineView(
	z.object({ run: slot, errorsOnly: z._default(z.boolean(), false), ...window }),
	(world, asked): ConnectRunDetails | null => {
		const row = world.tables.connectRuns.get(asked.run);
		if (!row) return null;
		const all = rowsOf(world, row.fact, row.endedAt, asked.run);
		const gone = goneAccounts(world, all);
		const lines = all.map((seq) => lineOf(world, seq, gone)).reverse();
		const found = asked.errorsOnly ? lines.filter(({ operation }) => isTrouble(operation)) : lines;
		return { run: runInfo(row), lines: pageOf(found, lines.length, asked, (line) => line) };
	}
);

const isTrouble = (operation: string) => operation === 'fail' || operation === 'staged';

/** The facts of a run stand between its start and its end. */
function rowsOf(world: World, from: number, endedAt: number | null, run: number): number[] {
	const { facts } = world.sim.ledger;
	const end = world.sim.ledger.now.seq;
	const wanted = kindOf('connect.row');
	const found: number[] = [];
	for (let seq = from; seq < end; seq++) {
		if (endedAt !== null && facts.at[seq]! > endedAt) break;
		if (facts.kind[seq] === wanted && facts.guards[seq] === run) found.push(seq);
	}
	return found;
}

/** The accounts of these facts that are deleted, as they were last. */
function goneAccounts({ sim, tables }: World, seqs: readonly number[]): ReadonlyMap<Slot, AdRow> {
	const { facts, tape } = sim.ledger;
	const wanted = new Set<Slot>();
	for (const seq of seqs) {
		const { table, slot } = facts.fact(seq).subject;
		if (table === 'adUsers' && !tables.adUsers.get(slot)) wanted.add(slot);
	}
	const found = new Map<Slot, AdRow>();
	const number = tableNames.indexOf('adUsers');
	for (let op = tape.cursor - 1; op >= 0 && found.size < wanted.size; op--) {
		const slot = tape.slot[op]!;
		if (tape.table[op] !== number || !wanted.has(slot) || found.has(slot)) continue;
		if (tape.after[op]) found.set(slot, tape.after[op] as AdRow);
	}
	return found;
}

function lineOf(world: World, seq: number, gone: ReadonlyMap<Slot, AdRow>): ConnectRunLine {
	const fact = world.sim.ledger.facts.fact(seq);
	const [operation = '', ...message] = world.detailText(fact).split(' ');
	const account = fact.subject.slot;
	const { adUsers, adGroups } = world.tables;
	const isGroup = fact.subject.table === 'adGroups';
	const row = isGroup ? adGroups.get(account) : adUsers.get(account);
	const was = isGroup ? undefined : gone.get(account);
	const { attrs } = row ?? was ?? { attrs: {} as { [name: string]: unknown } };
	const name = String(attrs.displayName ?? attrs.cn ?? `account ${account}`);
	return {
		seq,
		at: fact.at,
		account: isGroup ? null : account,
		name: row ? name : `${name} (deleted)`,
		operation,
		message: message.join(' '),
		rule: fact.rule
	};
}
