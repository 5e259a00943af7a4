import * as z from 'zod/mini';
import type { FactKind, Seq } from '#lib/engine/base';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { World } from '#lib/world';
import { packSubject } from '#lib/world/core/facts';
import type { AccountRow } from '#lib/world/tables/rows';
import { historyOf } from '../folds/history';
import { logRowsOf } from '../folds/rows';
import { logListRow } from '../logs/logs';
import { directoryJobs } from '../names';
import { profileOf } from '../profile';
import { changeMark, connectMark } from '../stage/marks';
import { MARK_NAMES, OUTCOMES, type MarkName, type Outcome } from '../timeline/types';
import { defineView, slot } from '../view';
import { sentenceOf } from '../why/sentences';
import { isUnitFact } from '../why/unit';
import { identityOf, type Identity } from './identity';
import { valuesOf, writesOf, type Write } from './writes';

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
	/** Applications in which they have no account at this moment. */
	readonly missing: readonly { readonly id: string; readonly name: string }[];
}

/** What became of one person in all systems, with the values and where they came from. */
export const journey = defineView(z.object({ user: slot }), (world, { user }): Journey | null => {
	const name = historyOf(world.sim).name('users', user, world.checkpoint().seq);
	if (!name) return null;
	const identity = identityOf(world, user);
	const writes = writesOf(world, identity);
	const rows = [
		...sourceRows(world, identity, writes),
		...logRows(world, identity, writes),
		...accountRows(world, writes)
	];
	rows.sort((a, b) => a.seq - b.seq);
	return { user: { slot: user, name }, systems: systemsOf(world, rows), rows, missing: missingIn(world, user) };
});

function missingIn(world: World, user: number): Journey['missing'] {
	const linked = new Set(
		directoryJobs(world).flatMap(({ slot, app }) => (world.sim.host.link(slot, 'user', user) ? [app] : []))
	);
	const apps = [...world.tables.apps.all()].filter((app) => !profileOf(app).template && !linked.has(app.slot));
	return apps.map(({ key, name }) => ({ id: key, name }));
}

const systemNames = { hr: 'HR', ad: 'Active Directory', connect: 'Connect sync', entra: 'Entra ID' } as const;

/** Only the systems that have something to tell, cause to effect. */
function systemsOf(world: World, rows: readonly JourneyRow[]): Journey['systems'] {
	const used = new Set(rows.map(({ system }) => system));
	used.add('entra');
	const systems: { id: string; name: string }[] = Object.entries(systemNames).map(([id, name]) => ({ id, name }));
	for (const { key, name } of world.tables.apps.all()) systems.push({ id: key, name });
	return systems.filter(({ id }) => used.has(id));
}

const systemOf = { users: 'entra', adUsers: 'ad', workers: 'hr' } as const;

/** What happened to the person in the directories and in HR. */
function sourceRows(world: World, identity: Identity, writes: readonly Write[]): JourneyRow[] {
	const { facts } = world.sim.ledger;
	const end = world.checkpoint().seq;
	const rows: JourneyRow[] = [];
	for (const table of ['users', 'adUsers', 'workers'] as const) {
		const place = identity[table];
		if (place === null) continue;
		const subject = packSubject(table, place);
		for (let seq = 0; seq < end; seq++) {
			if (facts.subject[seq] !== subject) continue;
			const fact = facts.fact(seq);
			if (fact.kind !== 'source.changed' && fact.kind !== 'connect.row') continue;
			const write = writes.find((one) => one.table === table && (one.seq === seq || one.seq === seq + 1));
			const origin = origins[facts.fact(fact.cause).kind] ?? 'The directory';
			const values = fact.kind === 'source.changed' && write;
			const mark =
				fact.kind === 'connect.row' ? connectMark(world.detailText(fact)) : changeMark(world.detailText(fact));
			rows.push({
				seq,
				at: fact.at,
				system: fact.kind === 'connect.row' ? 'connect' : systemOf[table],
				sentence: sentenceOf(world, fact),
				mark: MARK_NAMES[mark & 31]!,
				outcome: OUTCOMES[mark >>> 5]!,
				rule: fact.rule,
				values: values ? differences(valuesOf(table, values.before), valuesOf(table, values.after), () => origin) : []
			});
		}
	}
	return rows;
}

const origins: { readonly [kind in FactKind]?: string } = {
	command: 'You',
	'connect.row': 'Active Directory',
	decide: 'HR',
	request: 'HR'
};

/** The rows of the log about the person or the worker, each with what its unit wrote. */
function logRows(world: World, identity: Identity, writes: readonly Write[]): JourneyRow[] {
	const log = logRowsOf(world.sim);
	const subjects = new Set([packSubject('users', identity.users)]);
	if (identity.workers !== null) subjects.add(packSubject('workers', identity.workers));
	const n = log.before(world.checkpoint().seq);
	const rows: JourneyRow[] = [];
	for (let place = 0; place < n; place++) {
		if (!subjects.has(log.subject[place]!)) continue;
		const row = logListRow(world, log, place);
		const fact = world.sim.ledger.facts.fact(row.seq);
		// An account is written when its request is answered, right before the row.
		const write = writes.find(({ table, seq }) => table === 'accounts' && seq === fact.cause);
		rows.push({
			seq: row.seq,
			at: row.at,
			system: row.app.key,
			sentence: sentenceOf(world, fact),
			mark: row.mark,
			outcome: row.outcome,
			rule: row.rule,
			values: write && row.status === 'Success' ? accountValues(world, row.app.slot, write) : []
		});
	}
	return rows;
}

/** Changes of the accounts that no row tells of: the application's administrator, references. */
function accountRows(world: World, writes: readonly Write[]): JourneyRow[] {
	const { facts } = world.sim.ledger;
	const rows: JourneyRow[] = [];
	for (const write of writes) {
		if (write.table !== 'accounts') continue;
		const fact = facts.fact(Math.min(write.seq, world.checkpoint().seq - 1));
		if (isUnitFact(fact) && facts.fact(Math.min(fact.seq + 1, facts.n - 1)).kind === 'row') continue;
		const { app } = (write.after ?? write.before) as AccountRow;
		const { key, name } = world.tables.apps.get(app)!;
		const byService = isUnitFact(fact);
		rows.push({
			seq: fact.seq,
			at: fact.at,
			system: key,
			sentence: byService ? `The service wrote a reference in ${name}.` : sentenceOf(world, fact),
			mark: 'update',
			outcome: 'success',
			rule: fact.rule,
			values: byService
				? accountValues(world, app, write)
				: differences(valuesOf('accounts', write.before), valuesOf('accounts', write.after), () => `${name} itself`)
		});
	}
	return rows;
}

function accountValues(world: World, app: number, { before, after }: Write): JourneyValue[] {
	const job = world.tables.jobs.get(world.tables.jobsByApp.first(app) ?? -1);
	const mappings = job ? world.sim.host.config(job.config).users.attributes : [];
	const sources = new Map(mappings.map((mapping) => [mapping.target.toLowerCase(), originOf(mapping)]));
	const { name } = world.tables.apps.get(app)!;
	return differences(
		valuesOf('accounts', before),
		valuesOf('accounts', after),
		(path) => sources.get(path.toLowerCase()) ?? `${name} itself`
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
