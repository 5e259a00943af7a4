import type { Ms, Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import type { Subject } from '../steps/view';
import { NEW, type Outcome } from '../unit';
import { health } from './late';
import { itemKind, itemSlot } from './plan';
import type { CycleRow, Phase, PlanRow, RemovalRow } from './records';

/** The next thing a cycle does. */
export interface UnitKey {
	readonly phase: Phase;
	/** Its place in the list of its phase. */
	readonly index: number;
	readonly item: number;
	readonly cause: Seq;
	/** The object, where finding the unit took a look at it. */
	readonly subject?: Subject;
}

export interface SubjectReader<H extends Host> {
	subject(host: H, cycle: CycleRow, item: number): Subject;
	/** Whether the object has mapped references, known without opening a unit. */
	references(host: H, cycle: CycleRow, subject: Subject): boolean;
}

/** Finds the next unit; null: the phase is over. Objects with nothing to do are passed over without an event. */
export function nextUnit<H extends Host>(host: H, cycle: CycleRow, reader: SubjectReader<H>): UnitKey | null {
	const plan = host.plan(cycle.plan);
	switch (cycle.phase) {
		case 'probe':
			return cycle.next === 0 ? { phase: 'probe', index: 0, item: -1, cause: cycle.fact } : null;
		case 'objects':
			return keyAt(cycle, plan.work, plan.causes, () => true);
		case 'references':
			return withReferences(host, cycle, plan, reader);
		case 'removals': {
			const row = host.pendingRemoval(cycle.slot);
			return row ? { phase: 'removals', index: cycle.next, item: row.item, cause: row.cause } : null;
		}
		case 'memberships':
			return keyAt(cycle, plan.work, plan.causes, (item) => {
				if (itemKind(item) !== 'group') return false;
				return host.link(cycle.job, 'group', itemSlot(item)) !== null;
			});
		case 'done':
			return null;
	}
}

/** The next user whose references are to be written. */
function withReferences<H extends Host>(
	host: H,
	cycle: CycleRow,
	{ work, causes }: PlanRow,
	reader: SubjectReader<H>
): UnitKey | null {
	for (let index = cycle.next; index < work.length; index++) {
		const item = work[index]!;
		if (itemKind(item) !== 'user') continue;
		const subject = reader.subject(host, cycle, item);
		if (reader.references(host, cycle, subject))
			return { phase: cycle.phase, index, item, cause: causes[index]!, subject };
	}
	return null;
}

function keyAt(
	cycle: CycleRow,
	work: readonly number[],
	causes: readonly Seq[],
	applies: (item: number) => boolean
): UnitKey | null {
	for (let index = cycle.next; index < work.length; index++)
		if (applies(work[index]!)) return { phase: cycle.phase, index, item: work[index]!, cause: causes[index]! };
	return null;
}

const following: { readonly [phase in Phase]: Phase } = {
	probe: 'objects',
	objects: 'references',
	references: 'removals',
	removals: 'memberships',
	memberships: 'done',
	done: 'done'
};

/** Moves the cycle to its next phase; before the removals the guard counts them (C-252 to C-256). */
export function nextPhase(host: Host, cycle: CycleRow, recorder: Recorder): void {
	const phase = following[cycle.phase];
	const staged = phase === 'removals' && cycle.kind !== 'demand' && exceedsThreshold(host, cycle, recorder);
	if (staged) {
		const job = host.job(cycle.job);
		recorder.put('jobs', job.slot, health.here.impose(host, job, recorder, 'TooManyDeletes', null, cycle.fact));
	}
	recorder.put('cycles', cycle.slot, { ...cycle, phase, next: 0, staged: cycle.staged || staged });
}

function exceedsThreshold(host: Host, cycle: CycleRow, recorder: Recorder): boolean {
	const { deletionThreshold } = host.config(cycle.config);
	if (deletionThreshold === null || !host.tenant.era.deletionThreshold) return false;
	const allowed = host.job(cycle.job).forceDeletes ? health.here.allowed(host, cycle, recorder) : 0;
	return cycle.removals - allowed > deletionThreshold; // C-254
}

/** Writes what a unit handed back, and moves the cycle on. */
export function closeUnit(
	host: Host,
	cycle: CycleRow,
	key: UnitKey,
	outcome: Outcome,
	recorder: Recorder,
	fact: Seq,
	entitled: boolean
): void {
	for (const write of outcome.writes) recorder.put(write.table, write.slot, write.row);
	if (outcome.result === 'putAside') putAside(cycle, key, recorder, fact);
	if (key.phase === 'removals') settleRemoval(host, cycle, recorder);
	recorder.put('cycles', cycle.slot, movedOn(cycle, key, outcome, host.now, entitled));
}

const noAnswers: CycleRow['answers'] = [];

/** Written out member by member: it is made for every unit, and a copy that is then changed costs ten times as much. */
function movedOn(cycle: CycleRow, key: UnitKey, outcome: Outcome, now: Ms, entitled: boolean): CycleRow {
	const { counts } = cycle;
	const failed = outcome.result === 'failed' || outcome.result === 'unauthorized';
	// C-453: what is staged was expected too.
	const attempted = outcome.exported || failed || outcome.result === 'staged';
	const isEntry = key.phase === 'objects' || key.phase === 'removals';
	return {
		slot: cycle.slot,
		job: cycle.job,
		kind: cycle.kind,
		config: cycle.config,
		plan: cycle.plan,
		startedAt: cycle.startedAt,
		due: now + outcome.took,
		phase: cycle.phase,
		next: key.phase === 'removals' ? cycle.next + 1 : key.index + 1,
		removals: cycle.removals + (outcome.result === 'putAside' ? 1 : 0),
		staged: cycle.staged,
		counts: {
			entitled: counts.entitled + (entitled && key.phase === 'objects' ? 1 : 0),
			escrowed: counts.escrowed + (failed ? 1 : 0),
			exported: counts.exported + (isEntry && outcome.exported ? 1 : 0),
			exports: counts.exports + (isEntry && attempted ? 1 : 0),
			imported: counts.imported,
			importedDeltas: counts.importedDeltas,
			references: counts.references + (!isEntry && outcome.exported ? 1 : 0)
		},
		refused: outcome.result === 'unauthorized' ? cycle.refused + 1 : 0,
		answers: noAnswers,
		told: 0,
		lastTold: 0,
		endedAt: cycle.endedAt,
		state: cycle.state,
		fact: cycle.fact
	};
}

function putAside(cycle: CycleRow, key: UnitKey, recorder: Recorder, cause: Seq): void {
	const row: RemovalRow = { slot: NEW, job: cycle.job, cycle: cycle.slot, item: key.item, cause, held: false };
	recorder.put('removals', NEW, row);
}

/** A removal that was sent is off the list; one that was staged is held until somebody decides. */
function settleRemoval(host: Host, cycle: CycleRow, recorder: Recorder): void {
	const row = host.pendingRemoval(cycle.slot)!;
	recorder.put('removals', row.slot, cycle.staged && !row.allowed ? { ...row, held: true } : null);
}
