import type { Json, Ms, Row, Rule, Seq, Slot, TableName } from '#lib/engine/base';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { LinkRow } from '#lib/engine/job/records';
import { templateOf } from '#lib/hr/templates';
import { valueAt } from '#lib/scim/client';
import type { JsonObject } from '#lib/scim/types';
import { ATTRIBUTE_FLOWS } from '#lib/tenant/connect/flow';
import { anchorOf } from '#lib/tenant/entra/anchor';
import { accountOfUser } from '../connect/twin';
import type { Simulation } from '../simulation';
import type { UserRow } from '#lib/engine/source';
import type { AdRow } from '../tables/hybrid';
import type { WorkerRow } from '../tables/hr';
import type { AccountRow, AppRow } from '../tables/rows';
import { isFromBeginning, lastChange, versionsOf } from './versions';

/** One place that holds the value, in the order in which it travels. */
export interface Hop {
	readonly system: 'hr' | 'ad' | 'entra' | 'app';
	/** The application's key; null: there is one of its kind. */
	readonly app: string | null;
	readonly subject: { readonly table: TableName; readonly slot: Slot };
	readonly attribute: string;
	readonly value: Json;
	/** When it took this value, and the fact and rule that say so; null: it began with it. */
	readonly changed: { readonly at: Ms; readonly seq: Seq; readonly rule: Rule } | null;
	/** What carries it here: a job's key, connect; null where it begins. */
	readonly by: string | null;
	/** What the mapping makes of it; null: as it is. */
	readonly expression: string | null;
	/** It was carried here once, when the account was made: what changes before it later does not come (H-101). */
	readonly once: boolean;
	/** A change made anywhere else is overwritten from here (H-322). */
	readonly authoritative: boolean;
}

type Traced = Omit<Hop, 'authoritative' | 'once'> & { readonly once?: boolean };

/** Where a value of a user comes from and where it goes: human resources, Active Directory, the tenant, applications. */
export function traceValue(sim: Simulation, user: Slot, attribute: string): readonly Hop[] {
	const row = sim.tables.users.get(user)!;
	const account = accountOfUser(sim, row);
	const inAd = account && adNameOf(attribute);
	const fed = inAd ? null : fromHr(sim, row.id, attribute);
	const before = inAd ? upToAd(sim, account, inAd) : fed ? [fed.hop] : [];
	const inEntra = place<UserRow>(sim, 'entra', 'users', user, attribute, (one) => one?.attrs[attribute] ?? null);
	const hop = { ...inEntra, ...(inAd ? { by: 'connect' } : carriedBy(fed)) };
	return mastered([...before, hop, ...toApps(sim, user, attribute), ...backToHr(sim, user, attribute)]);
}

/** The same of an account that the tenant may not have yet: the way as far as it goes. */
export function traceAccount(sim: Simulation, account: Slot, attribute: string): readonly Hop[] {
	const row = sim.tables.adUsers.get(account)!;
	const user = sim.tables.usersByAnchor.first(anchorOf(row));
	if (user !== undefined) return traceValue(sim, user, attribute);
	return mastered(upToAd(sim, row, adNameOf(attribute) ?? attribute));
}

/** The same of a worker of whom the directories may not know yet. */
export function traceWorker(sim: Simulation, worker: Slot, attribute: string): readonly Hop[] {
	const { adById, usersById } = sim.tables;
	for (const { job, app } of jobsFromHr(sim)) {
		const id = sim.host.link(job, 'user', worker)?.targetId ?? '';
		const [account, user] = [adById.first(id), usersById.first(id)];
		if (account !== undefined) return traceAccount(sim, account, attribute);
		if (user !== undefined) return traceValue(sim, user, attribute);
		const target = templateOf(app.kind)?.target === 'ad' ? (adNameOf(attribute) ?? attribute) : attribute;
		const [field] = readFor(sim, job, target)?.fields ?? [];
		if (field !== undefined) return mastered([inHr(sim, job, worker, field)]);
	}
	return [];
}

/** The last place that was filled once, or else the first place, is where the value is mastered. */
function mastered(all: readonly Traced[]): readonly Hop[] {
	const last = all.findLastIndex(({ once }, n) => once && all[n]!.system !== 'app');
	const master = Math.max(0, last);
	return all.map((hop, n) => ({ ...hop, once: hop.once ?? false, authoritative: n === master }));
}

function upToAd(sim: Simulation, account: AdRow, attribute: string): Traced[] {
	const fed = fromHr(sim, account.id, attribute);
	const hop = place<AdRow>(sim, 'ad', 'adUsers', account.slot, attribute, (row) => row?.attrs[attribute] ?? null);
	return [...(fed ? [fed.hop] : []), { ...hop, ...carriedBy(fed) }];
}

function carriedBy(fed: FromHr | null) {
	return { by: fed?.by ?? null, expression: fed?.expression ?? null, once: fed?.once ?? false };
}

function adNameOf(attribute: string): string | undefined {
	if (attribute === 'manager') return 'manager';
	// H-309.
	if (attribute === 'immutableId') return 'objectGUID';
	return ATTRIBUTE_FLOWS.find(({ target }) => target === attribute)?.from[0];
}

function place<R extends Row>(
	sim: Simulation,
	system: Hop['system'],
	table: TableName,
	slot: Slot,
	attribute: string,
	read: (row: R | null) => Json
): Traced {
	const versions = versionsOf<R>(sim, table, slot);
	const change = lastChange(sim, versions, read);
	const { facts } = sim.ledger;
	const told = change && change.seq < facts.n ? facts.fact(change.seq) : null;
	return {
		system,
		app: null,
		subject: { table, slot },
		attribute,
		value: read(versions[versions.length - 1]?.row ?? null),
		changed: told && { at: told.at, seq: told.seq, rule: told.rule },
		by: null,
		expression: null
	};
}

interface Fed {
	readonly app: AppRow;
	readonly link: LinkRow;
	readonly mapping: AttributeMapping;
}

function mappingsOf(sim: Simulation, job: Slot): readonly AttributeMapping[] {
	return sim.host.config(sim.host.job(job).config).users.attributes;
}

function reads({ source }: AttributeMapping): readonly string[] {
	if (source.type === 'Direct') return [source.attribute];
	if (source.type !== 'Expression') return [];
	return [...source.expression.matchAll(/\[([\w.]+)\]/g)].map(([, name]) => name!);
}

function expressionOf({ source }: AttributeMapping): string | null {
	return source.type === 'Expression' ? source.expression : null;
}

interface FromHr {
	readonly hop: Traced;
	readonly by: string;
	readonly expression: string | null;
	readonly once: boolean;
}

function* jobsFromHr(sim: Simulation): Generator<{ readonly app: AppRow; readonly job: Slot }> {
	for (const app of sim.tables.apps.all()) {
		const job = sim.tables.jobsByApp.first(app.slot);
		if (job !== undefined && templateOf(app.kind)?.source === 'hr') yield { app, job };
	}
}

/** What a job reads for an attribute of its target; null: it does not keep it. */
function readFor(sim: Simulation, job: Slot, target: string) {
	const wanted = target === 'enabled' ? 'accountDisabled' : target;
	const mapping = mappingsOf(sim, job).find((one) => one.target === wanted);
	return mapping ? { mapping, fields: reads(mapping) } : null;
}

function inHr(sim: Simulation, job: Slot, worker: Slot, field: string): Traced {
	const value = sim.host.sourceOf(sim.host.job(job)).user(worker)?.attrs[field] ?? null;
	// A reference to another worker stands beside the fields.
	const read = (row: WorkerRow | null) => (typeof value === 'number' ? row?.manager : row?.fields[field]) ?? null;
	return { ...place<WorkerRow>(sim, 'hr', 'workers', worker, field, read), value };
}

/** The worker behind an account or user, where a job from HR keeps the attribute, or wrote it when it made the account. */
function fromHr(sim: Simulation, targetId: string, target: string): FromHr | null {
	for (const { app, job } of jobsFromHr(sim)) {
		const [link] = sim.host.linksTo(job, targetId);
		const read = readFor(sim, job, target);
		const field = read?.fields[0];
		if (!link || !read || field === undefined) continue;
		const once = read.mapping.flowType === 'ObjectAddOnly';
		if (once && !isMadeByJob(sim, targetId)) continue;
		return { hop: inHr(sim, job, link.source, field), by: app.key, expression: expressionOf(read.mapping), once };
	}
	return null;
}

/** Whether a job from HR made the account or user: others were there, and were matched. */
function isMadeByJob(sim: Simulation, id: string): boolean {
	const { adById, usersById } = sim.tables;
	const ad = adById.first(id);
	const slot = ad ?? usersById.first(id);
	if (slot === undefined) return false;
	const [first] = versionsOf(sim, ad === undefined ? 'users' : 'adUsers', slot);
	if (!first || isFromBeginning(sim, first) || first.seq >= sim.ledger.facts.n) return false;
	return ['H-080', 'H-010'].includes(sim.ledger.facts.fact(first.seq).rule);
}

/** The accounts that a job has linked to the user, and what it makes of the attribute there. */
function toApps(sim: Simulation, user: Slot, attribute: string): Traced[] {
	const hops: Traced[] = [];
	for (const { app, link, mapping } of fedBy(sim, user, attribute)) {
		const store = sim.apps.of(app.slot).store;
		const slot = sim.tables.accountIndexes.slotOf(app.slot, link.targetId);
		if (slot === undefined || !store.get(link.targetId)) continue;
		const read = (row: AccountRow | null) =>
			row ? (valueAt(row.resource.data as JsonObject, mapping.target) ?? null) : null;
		const hop = place<AccountRow>(sim, 'app', 'accounts', slot, mapping.target, read);
		hops.push({ ...hop, app: app.key, by: app.key, expression: expressionOf(mapping) });
	}
	return hops;
}

/** H-322: what a job writes back into the record of the worker. */
function backToHr(sim: Simulation, user: Slot, attribute: string): Traced[] {
	const hops: Traced[] = [];
	for (const { app, link, mapping } of fedBy(sim, user, attribute, 'hr')) {
		const worker = sim.tables.workersByWid.first(link.targetId);
		if (worker === undefined) continue;
		const read = (row: WorkerRow | null) => row?.fields[mapping.target] ?? null;
		const hop = place<WorkerRow>(sim, 'hr', 'workers', worker, mapping.target, read);
		if (hop.value !== null) hops.push({ ...hop, app: app.key, by: app.key, expression: expressionOf(mapping) });
	}
	return hops;
}

function* fedBy(sim: Simulation, user: Slot, attribute: string, target?: 'hr'): Generator<Fed> {
	for (const app of sim.tables.apps.all()) {
		const job = sim.tables.jobsByApp.first(app.slot);
		if (job === undefined || templateOf(app.kind)?.target !== target) continue;
		const link = sim.host.link(job, 'user', user);
		if (!link) continue;
		for (const mapping of mappingsOf(sim, job)) if (reads(mapping).includes(attribute)) yield { app, link, mapping };
	}
}
