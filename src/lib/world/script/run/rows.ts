import { itemKind, itemSlot } from '#lib/engine/job/plan';
import type { CycleRow } from '#lib/engine/job/records';
import { Guard } from '#lib/engine/steps/guards';
import { unpackRow, type RowAction, type RowStatus } from '#lib/engine/steps/log-row';
import type { Fact, Seq, Slot } from '#lib/engine/base';
import type { PrincipalKind } from '#lib/engine/source';
import type { Simulation } from '../../simulation';
import { kindOf } from '../../core/facts';
import { templateOfJob } from '../../inbound/source';
import type { Named } from './names';

/** A row of the provisioning log, with what scripts ask of it. */
export interface LogRow extends Named {
	readonly seq: Seq;
	readonly cycle: Slot;
	readonly action: RowAction;
	readonly status: RowStatus;
	readonly code: string;
	/** The object was assigned or linked: shown by the default filter (C-523). */
	readonly visible: boolean;
}

const kinds = {
	row: kindOf('row'),
	reference: kindOf('reference'),
	unresolved: kindOf('reference.unresolved'),
	membership: kindOf('membership'),
	memberUnresolved: kindOf('membership.unresolved')
};

/** The rows of one job, or of some of its cycles, in the order in which they were written. */
export function* rowsOf(sim: Simulation, of: (cycle: CycleRow) => boolean, from: Seq = 0): Generator<LogRow> {
	const { facts, texts } = sim.ledger;
	const wanted = new Map<Slot, boolean>();
	const to = sim.ledger.now.seq;
	for (let seq = from; seq < to; seq++) {
		if (facts.kind[seq] !== kinds.row) continue;
		const guards = facts.guards[seq]!;
		const cycle = guards >>> 2;
		let isWanted = wanted.get(cycle);
		if (isWanted === undefined) wanted.set(cycle, (isWanted = of(sim.host.cycle(cycle))));
		if (!isWanted) continue;
		const { subject, detail } = facts.fact(seq);
		const { action, status, code } = unpackRow(detail);
		yield {
			seq,
			cycle,
			...objectOf(subject),
			action,
			status,
			code: code === 0 ? '' : texts.text(code),
			visible: (guards & 3) !== 0
		};
	}
}

/** The row of an object that was written last. */
export function newestRow(sim: Simulation, job: Slot, { kind, slot }: Named): LogRow | null {
	let found: LogRow | null = null;
	for (const row of rowsOf(sim, (cycle) => cycle.job === job)) if (row.kind === kind && row.slot === slot) found = row;
	return found;
}

function objectOf({ table, slot }: Fact['subject']): Named {
	if (table === 'groups') return { kind: 'group', slot };
	const source = table === 'workers' ? 'hr' : table === 'uploads' ? 'api' : undefined;
	return source ? { kind: 'user', slot, source } : { kind: 'user', slot };
}

/** The facts of the unit that wrote a row: back from the row to the import. */
export function unitOf(sim: Simulation, row: Seq) {
	const found = [];
	for (let seq = row; seq > 0;) {
		const fact = sim.ledger.facts.fact(seq);
		found.push(fact);
		if (fact.kind === 'import' || fact.kind === 'cycle.started') break;
		seq = fact.cause;
	}
	return found.reverse();
}

/** Whether the object was deleted, softly or for good, when the unit looked at it. */
export function wasDeleted(sim: Simulation, row: LogRow): boolean {
	const decided = unitOf(sim, row.seq).find(({ kind }) => kind === 'decide');
	return decided !== undefined && (decided.guards & (Guard.softDeleted | Guard.hardDeleted)) !== 0;
}

/** The application's own words for a failure. */
export function reasonOf(sim: Simulation, row: LogRow): string {
	for (const fact of unitOf(sim, row.seq).reverse())
		if (fact.kind === 'fail') return sim.ledger.texts.text(fact.detail);
	return row.code;
}

/** A reference or membership that a cycle wrote, or could not write. */
export interface Written {
	readonly resolved: boolean;
	readonly object: Named;
	/** Of a group: who came or went. */
	readonly member: { readonly slot: Slot; readonly added: boolean } | null;
}

export function* referencesOf(sim: Simulation, cycle: CycleRow): Generator<Written> {
	const { facts } = sim.ledger;
	const to = sim.ledger.now.seq;
	for (let seq = cycle.fact; seq < to; seq++) {
		const kind = facts.kind[seq]!;
		const guards = facts.guards[seq]!;
		const isReference = kind === kinds.reference || kind === kinds.unresolved;
		const isMember = kind === kinds.membership || kind === kinds.memberUnresolved;
		if (!isReference && !isMember) continue;
		if ((kind === kinds.membership ? guards >>> 1 : guards) !== cycle.slot) continue;
		const { subject, detail } = facts.fact(seq);
		const object = objectOf(subject);
		const added = kind !== kinds.membership || (guards & 1) === 1;
		yield {
			resolved: kind === kinds.reference || kind === kinds.membership,
			object,
			member: isMember ? { slot: detail, added } : null
		};
	}
}

/** Where a job reads, if not in the directory. */
export function sourceOf(sim: Simulation, job: Slot): 'hr' | 'api' | undefined {
	const source = templateOfJob(sim.tables, sim.host.job(job))?.source;
	return source === 'directory' ? undefined : source;
}

/** The object of a run on demand. */
export function demandedObject(sim: Simulation, cycle: CycleRow): Named {
	const [item] = sim.host.plan(cycle.plan).work;
	const kind: PrincipalKind = itemKind(item!);
	const slot = itemSlot(item!);
	const source = sourceOf(sim, cycle.job);
	return source ? { kind, slot, source } : { kind, slot };
}
