import type { Rule, Seq } from '../base';
import { durations } from '../job/durations';
import { escrowed, type Failure } from '../job/escrow';
import type { LinkRow, ObjectMapping } from '../job/records';
import { NEW, type Outcome, type Write } from '../unit';
import { packRow, rowAssigned, rowLinked, type RowAction, type RowKind } from './log-row';
import type { Subject, UnitView } from './view';

/** The log row of the unit: C-476, one row for one action on one object in one cycle. */
export function tellRow(subject: Subject, view: UnitView, rule: Rule, kind: RowKind, code: string): void {
	let interest = 0;
	if (subject.entitlement.assigned || view.config.scopeMode === 'all') interest |= rowAssigned;
	if (subject.link) interest |= rowLinked;
	view.tell('row', rule, interest, packRow(kind, code ? view.text(code) : 0));
}

/** C-309: whatever is not a failure clears the object's escrow; that of a reference waits for the reference. */
export function cleared({ escrow }: Subject, awaitsReference = false): Write[] {
	return escrow && !(awaitsReference && escrow.reference) ? [{ table: 'escrows', slot: escrow.slot, row: null }] : [];
}

export function skipped(
	subject: Subject,
	view: UnitView,
	rule: Rule,
	code: string,
	writes: Write[] = [],
	took = durations.skip,
	action: RowAction = 'other'
): Outcome {
	tellRow(subject, view, rule, { action, status: 'skipped' }, code);
	return { rule, took, writes: [...writes, ...cleared(subject, rule === 'C-175')], result: 'done', exported: false };
}

/** C-255: removals are counted before the first is sent. */
export function putAside(rule: Rule, writes: readonly Write[]): Outcome {
	return { rule, took: 0, writes, result: 'putAside', exported: false };
}

/** C-196: the guard holds it back. */
export function staged(subject: Subject, view: UnitView, rule: Rule, writes: readonly Write[]): Outcome {
	tellRow(subject, view, rule, { action: 'staged', status: 'skipped' }, '');
	return { rule, took: durations.skip, writes, result: 'staged', exported: false };
}

export function succeeded(subject: Subject, view: UnitView, rule: Rule, action: RowAction, writes: Write[]): Outcome {
	tellRow(subject, view, rule, { action, status: 'success' }, '');
	return {
		rule,
		took: tookFor(action, view),
		writes: [...writes, ...cleared(subject, action === 'update' || action === 'enable')],
		result: 'done',
		exported: true
	};
}

export function failed(
	subject: Subject,
	view: UnitView,
	rule: Rule,
	action: RowAction,
	failure: Failure,
	unauthorized = false,
	writes: Write[] = []
): Outcome {
	const cause = view.tell('fail', rule, 0, `${failure.code}: ${failure.reason}`);
	tellRow(subject, view, rule, { action, status: 'failure' }, failure.code);
	const escrow = escrowed(view.job, subject.kind, subject.slot, subject.escrow, failure, view.cycle.startedAt, cause);
	return {
		rule,
		took: tookFor(action, view),
		writes: [...writes, escrow],
		result: unauthorized ? 'unauthorized' : 'failed',
		exported: false
	};
}

/** a throttled endpoint gets each page of 100 writes as a burst of 25 a second. */
const burstMs = 40;

/** A gallery connector paces itself to the vendor's limit. */
function tookFor(action: RowAction, view: UnitView): number {
	if (view.app.writesPerPage !== null) return burstMs;
	if (action === 'create') return Math.max(durations.create, view.app.pace.create);
	return Math.max(durations.write, view.app.pace.write);
}

/** C-288: a reference that failed is tried again as objects are, but counts apart; one that did not is done with. */
export function referenceWrites(subject: Subject, view: UnitView, failure: Failure | null, cause: Seq): Write[] {
	const { kind, slot, escrow } = subject;
	if (escrow && !escrow.reference) return [];
	if (!failure) return cleared(subject);
	return [escrowed(view.job, kind, slot, escrow, failure, view.cycle.startedAt, cause, true)];
}

/** C-203, C-211: without Update, or where only a create flows, references are written by the cycle that created. */
export function writesReference({ link }: Subject, { update }: ObjectMapping, once: boolean, cycle: number): boolean {
	return (update && !once) || link!.createdIn === cycle;
}

/** C-023, C-024: the link holds both ends, and the target's id is what counts from now on. */
export function linked(
	subject: Subject,
	view: UnitView,
	targetId: string,
	link = subject.link,
	createdIn?: number
): Write {
	const slot = link?.slot ?? NEW;
	const row: LinkRow = {
		slot,
		job: view.job.slot,
		kind: subject.kind,
		source: subject.slot,
		sourceId: subject.id,
		targetId,
		displayName: subject.displayName,
		managed: true,
		gone: false,
		...(createdIn !== undefined && { createdIn })
	};
	return { table: 'links', slot, row };
}

/** The same link with the service holding on to the account, or letting go of it. */
export function managed(link: LinkRow, managedNow: boolean): Write[] {
	const row: LinkRow = { ...link, managed: managedNow };
	return link.managed === managedNow ? [] : [{ table: 'links', slot: link.slot, row }];
}

/** What was written into a group that is gone from the target: another one begins without members (C-263). */
export function forgotten({ kind, slot }: Subject, { host, job }: UnitView): Write[] {
	if (kind === 'user') return [];
	return host.writtenMembers(job.slot, slot).map((row) => ({ table: 'written', slot: row.slot, row: null }));
}

/** C-448: a tombstone, so that the counters do not fall. */
export function buried(link: LinkRow): Write {
	const row: LinkRow = { ...link, gone: true };
	return { table: 'links', slot: link.slot, row };
}
