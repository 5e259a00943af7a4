import { z } from 'zod';
import { tableNames, type Json, type Seq } from '#lib/engine/base';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { LinkRow } from '#lib/engine/job/records';
import type { UserRow } from '#lib/engine/source';
import { isUnitFact } from '../why/unit';
import type { World } from '#lib/world';
import { packSubject } from '#lib/world/core/facts';
import type { AccountRow } from '#lib/world/tables/rows';
import { historyOf } from '../folds/history';
import { logRowsOf } from '../folds/rows';
import { flattened, textOf } from '../logs/flat';
import { logListRow } from '../logs/logs';
import { defineView, slot } from '../view';
import { sentenceOf } from '../why/sentences';
import type { MarkName, Outcome } from '../timeline/types';

export interface JourneyValue {
	readonly name: string;
	readonly before: string | null;
	readonly after: string | null;
	/** Where the value comes from: "department", "Enterprise mapping", "Slack's administrator". */
	readonly origin: string;
}

export interface JourneyRow {
	readonly seq: Seq;
	readonly at: number;
	/** The column: 'entra' or an application's key. */
	readonly system: string;
	readonly sentence: string;
	readonly mark: MarkName;
	readonly outcome: Outcome;
	readonly rule: string;
	readonly values: readonly JourneyValue[];
}

export interface Journey {
	readonly user: { readonly slot: number; readonly name: string };
	readonly systems: readonly { readonly id: string; readonly name: string }[];
	/** From the first to the last. */
	readonly rows: readonly JourneyRow[];
}

const usersTable = tableNames.indexOf('users');
const linksTable = tableNames.indexOf('links');
const accountsTable = tableNames.indexOf('accounts');

/** What became of one person in all systems, with the values and where they came from. */
export const journey = defineView(z.object({ user: slot }), (world, { user }): Journey | null => {
	const name = historyOf(world.sim).name('users', user, world.checkpoint().seq);
	if (!name) return null;
	const writes = writesOf(world, user);
	const rows = [...sourceRows(world, user, writes), ...logRows(world, user, writes), ...accountRows(world, writes)];
	rows.sort((a, b) => a.seq - b.seq);
	const used = new Set(rows.map(({ system }) => system));
	const systems = [{ id: 'entra', name: 'Entra ID' }];
	for (const { key, name } of world.tables.apps.all()) if (used.has(key)) systems.push({ id: key, name });
	return { user: { slot: user, name }, systems, rows };
});

interface Write {
	readonly op: number;
	readonly seq: Seq;
	readonly before: UserRow | AccountRow | null;
	readonly after: UserRow | AccountRow | null;
}

interface Writes {
	readonly user: readonly Write[];
	readonly accounts: readonly Write[];
}

/** Everything on the tape that changed the person or an account that was ever theirs. */
function writesOf(world: World, user: number): Writes {
	const { tape } = world.sim.ledger;
	const end = world.checkpoint().op;
	const theirs = new Set<string>();
	for (let op = 0; op < end; op++) {
		if (tape.table[op] !== linksTable) continue;
		const link = tape.after[op] as LinkRow | null;
		if (link?.kind === 'user' && link.source === user) theirs.add(`${appOfJob(world, link.job)}/${link.targetId}`);
	}
	const writes = { user: [] as Write[], accounts: [] as Write[] };
	for (let op = 0; op < end; op++) {
		const table = tape.table[op];
		if (table !== usersTable && table !== accountsTable) continue;
		const before = (tape.before[op] ?? null) as UserRow | AccountRow | null;
		const after = tape.after[op] as UserRow | AccountRow | null;
		const write = { op, seq: tape.seq[op]!, before, after };
		if (table === usersTable) {
			if (tape.slot[op] === user) writes.user.push(write);
		} else {
			const { app, resource } = (after ?? before) as AccountRow;
			if (theirs.has(`${app}/${resource.id}`)) writes.accounts.push(write);
		}
	}
	return writes;
}

function appOfJob(world: World, job: number): number {
	return historyOf(world.sim).appOfJob(job);
}

/** What happened to the person in the directory. */
function sourceRows(world: World, user: number, { user: writes }: Writes): JourneyRow[] {
	const { facts } = world.sim.ledger;
	const subject = packSubject('users', user);
	const end = world.checkpoint().seq;
	const rows: JourneyRow[] = [];
	for (let seq = 0; seq < end; seq++) {
		if (facts.subject[seq] !== subject) continue;
		const fact = facts.fact(seq);
		if (fact.kind !== 'source.changed') continue;
		const write = writes.find((one) => one.seq === seq || one.seq === seq + 1);
		const origin = facts.fact(fact.cause).kind === 'command' ? 'You' : 'The directory';
		rows.push({
			seq,
			at: fact.at,
			system: 'entra',
			sentence: sentenceOf(world, fact),
			mark: 'update',
			outcome: 'success',
			rule: fact.rule,
			values: write ? differences(userValues(write.before), userValues(write.after), () => origin) : []
		});
	}
	return rows;
}

function userValues(row: Write['before']): Record<string, string> {
	if (!row) return {};
	const { attrs, softDeletedAt } = row as UserRow;
	const values: Record<string, string> = {};
	for (const [name, value] of Object.entries(attrs))
		if (value !== null && name !== 'slot') values[name] = textOf(value as Json);
	if (softDeletedAt !== null) values.deleted = 'True';
	return values;
}

/** The rows of the log, each with what its unit wrote. */
function logRows(world: World, user: number, { accounts }: Writes): JourneyRow[] {
	const log = logRowsOf(world.sim);
	const subject = packSubject('users', user);
	const n = log.before(world.checkpoint().seq);
	const rows: JourneyRow[] = [];
	for (let place = 0; place < n; place++) {
		if (log.subject[place] !== subject) continue;
		const row = logListRow(world, log, place);
		const cause = world.sim.ledger.facts.fact(row.seq).cause;
		// An account is written when its request is answered, right before the row.
		const write = row.status === 'Success' ? accounts.find(({ seq }) => seq === cause) : undefined;
		rows.push({
			seq: row.seq,
			at: row.at,
			system: row.app.key,
			sentence: sentenceOf(world, world.sim.ledger.facts.fact(row.seq)),
			mark: row.mark,
			outcome: row.outcome,
			rule: row.rule,
			values: write ? accountValues(world, row.app.slot, write) : []
		});
	}
	return rows;
}

/** Changes of the accounts that no row tells of: the application's administrator, references. */
function accountRows(world: World, { accounts }: Writes): JourneyRow[] {
	const { facts } = world.sim.ledger;
	const rows: JourneyRow[] = [];
	for (const write of accounts) {
		const fact = facts.fact(Math.min(write.seq, world.checkpoint().seq - 1));
		if (isUnitFact(fact) && facts.fact(Math.min(fact.seq + 1, facts.n - 1)).kind === 'row') continue;
		const { app } = (write.after ?? write.before) as AccountRow;
		const row = world.tables.apps.get(app)!;
		const byService = isUnitFact(fact);
		rows.push({
			seq: fact.seq,
			at: fact.at,
			system: row.key,
			sentence: byService ? `The service wrote a reference in ${row.name}.` : sentenceOf(world, fact),
			mark: 'update',
			outcome: 'success',
			rule: fact.rule,
			values: byService
				? accountValues(world, app, write)
				: differences(flatAccount(write.before), flatAccount(write.after), () => `${row.name} itself`)
		});
	}
	return rows;
}

function flatAccount(row: Write['before']): Record<string, string> {
	return row ? flattened((row as AccountRow).resource.data) : {};
}

function accountValues(world: World, app: number, { before, after }: Write): JourneyValue[] {
	const job = world.tables.jobs.get(world.tables.jobsByApp.first(app) ?? -1);
	const mappings = job ? world.sim.host.config(job.config).users.attributes : [];
	const origins = new Map(mappings.map((mapping) => [mapping.target.toLowerCase(), originOf(mapping)]));
	const name = world.tables.apps.get(app)!.name;
	return differences(
		flatAccount(before),
		flatAccount(after),
		(path) => origins.get(path.toLowerCase()) ?? `${name} itself`
	);
}

/** The source attribute, the constant or the expression that a value comes from. */
function originOf({ source }: AttributeMapping): string {
	switch (source.type) {
		case 'Direct':
			return source.attribute;
		case 'Constant':
			return 'constant';
		case 'Expression':
			return source.expression;
		case 'None':
			return 'default value';
	}
}

function differences(
	before: Record<string, string>,
	after: Record<string, string>,
	origin: (name: string) => string
): JourneyValue[] {
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names]
		.filter((name) => before[name] !== after[name])
		.map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null, origin: origin(name) }));
}
