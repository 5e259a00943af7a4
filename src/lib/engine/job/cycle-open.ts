import type { Seq, Slot } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import type { PrincipalKind } from '../source';
import { NEW } from '../unit';
import { changes } from './late';
import { demandWork, initialWork, type WorkList } from './plan';
import { isSpent } from './escrow';
import { noCounts, type CycleKind, type CycleRow, type JobRow, type PlanRow } from './records';

/** Drops escrows that are four weeks old (C-307). */
function dropSpentEscrows(host: Host, job: JobRow, recorder: Recorder, cause: Seq): void {
	for (const escrow of host.escrowsOf(job.slot)) {
		if (!isSpent(escrow, host.now)) continue;
		recorder.put('escrows', escrow.slot, null);
		recorder.tell('escrow.dropped', 'C-307', cause, 'escrows', escrow.slot, 0, escrow.code);
	}
}

/** Starts a cycle: who is looked at is settled here, and nothing is sent yet. */
export function openCycle(host: Host, job: JobRow, recorder: Recorder, op: number): Slot {
	const kind: CycleKind = job.watermark === null ? 'initial' : 'incremental';
	const config = host.config(job.config);
	const fact = recorder.tell(
		'cycle.started',
		kind === 'initial' ? 'C-118' : 'C-139',
		job.cause,
		'jobs',
		job.slot,
		kind === 'initial' ? 1 : 2
	);
	dropSpentEscrows(host, job, recorder, fact);
	const list =
		kind === 'initial' ? initialWork(host, job, config, fact) : changes.here.incrementalWork(host, job, config, fact);
	const cycle = start(host, job, recorder, op, kind, list, fact);
	recorder.put('jobs', job.slot, { ...host.job(job.slot), cycle, nextAt: null, everStarted: true });
	return cycle;
}

/** A run on demand: one object, or a group with some of its members, beside the schedule (C-393, C-409). */
export function openDemand(
	host: Host,
	job: JobRow,
	recorder: Recorder,
	op: number,
	kind: PrincipalKind,
	slot: Slot,
	members: readonly Slot[],
	cause: Seq
): Slot {
	const fact = recorder.tell('cycle.started', 'C-392', cause, 'jobs', job.slot, 3);
	return start(host, job, recorder, op, 'demand', demandWork(kind, slot, members, cause), fact);
}

function start(
	host: Host,
	job: JobRow,
	recorder: Recorder,
	op: number,
	kind: CycleKind,
	list: WorkList,
	fact: Seq
): Slot {
	const plan: PlanRow = { slot: NEW, work: list.work, causes: list.causes, op };
	const row: CycleRow = {
		slot: NEW,
		job: job.slot,
		kind,
		config: job.config,
		plan: recorder.put('plans', NEW, plan),
		startedAt: host.now,
		due: host.now,
		phase: 'probe',
		next: 0,
		removals: 0,
		staged: false,
		counts: { ...noCounts, imported: list.work.length + list.passed, importedDeltas: list.deltas },
		refused: 0,
		answers: [],
		told: 0,
		lastTold: 0,
		endedAt: null,
		state: null,
		fact
	};
	const slot = recorder.put('cycles', NEW, row);
	if (list.passed > 0) recorder.tell('cycle.passed', 'C-120', fact, 'cycles', slot, 0, list.passed);
	return slot;
}
