import type { Json } from '#lib/engine/base';
import { closeCycle } from '#lib/engine/job/cycle-close';
import { openCycle } from '#lib/engine/job/cycle-open';
import { closeUnit, nextPhase, nextUnit, type SubjectReader } from '#lib/engine/job/cycle-run';
import { health } from '#lib/engine/job/late';
import type { CycleRow } from '#lib/engine/job/records';
import { written } from '#lib/scim/handed';
import type { ScimResponse } from '#lib/scim/types';
import type { WorldHost } from '../host';
import type { Simulation } from '../simulation';
import { settleUploads, unsettleUploads, wakeListener } from '../inbound/uploads';
import type { Direct, Event } from './event';
import { subjectOf } from './subject';
import { UnitRun } from './unit-run';
import { hasReferences } from './units';

export { fireTimer } from './timers';

export function startCycle(sim: Simulation, slot: number): void {
	const { host, writer, ledger } = sim;
	const job = host.job(slot);
	if (job.quarantine && health.here.isSpent(host, job)) health.here.switchOff(host, job, writer);
	else {
		openCycle(host, job, writer, ledger.tape.n);
		if (job.listens) settleUploads(sim, job.app);
	}
}

const reader: SubjectReader<WorldHost> = { subject: subjectOf, references: hasReferences };

export function advanceCycle(sim: Simulation, cycle: CycleRow, direct?: Direct): Event {
	const key = nextUnit(sim.host, cycle, reader);
	if (key) return runUnit(sim, new UnitRun(sim, cycle, key, direct));
	if (cycle.phase === 'done') {
		closeCycle(sim.host, cycle, sim.writer);
		wakeListener(sim, cycle.job);
		return;
	}
	nextPhase(sim.host, cycle, sim.writer);
	holdToFloor(sim, sim.host.cycle(cycle.slot));
}

/** C-441: an initial cycle may have a shortest duration. */
function holdToFloor(sim: Simulation, cycle: CycleRow): void {
	if (cycle.phase !== 'done' || cycle.kind !== 'initial') return;
	const floor = cycle.startedAt + sim.host.tenant.cycleMinutes * 60_000;
	if (floor > sim.host.now) sim.writer.put('cycles', cycle.slot, { ...cycle, due: floor });
}

/** An answer as a row keeps it; null stands for a wait. */
function kept(answer: Json): Json {
	return answer && (written(answer as unknown as ScimResponse) as unknown as Json);
}

/** Runs a unit up to its end, or up to a wait. */
function runUnit(sim: Simulation, unit: UnitRun): Event {
	if (!unit.run()) return answering(sim, unit);
	finish(sim, unit);
}

/** The same where answers have to be waited for. */
function* answering(sim: Simulation, unit: UnitRun): Event {
	do unit.answers.push((yield unit.request!) as unknown as Json);
	while (!unit.run());
	finish(sim, unit);
}

function finish(sim: Simulation, unit: UnitRun): void {
	const { cycle, key, outcome, answers, told, last, waits, subject, config } = unit;
	const { host, writer } = sim;
	if (!outcome) {
		// Its answers are kept, and it is run again later.
		const parked = { answers: answers.map(kept), told, lastTold: last, due: host.now + waits };
		writer.put('cycles', cycle.slot, { ...cycle, ...parked });
		return;
	}
	if (outcome.failure) {
		health.here.abortCycle(host, cycle, writer, outcome.failure);
		return unsettleUploads(sim, cycle);
	}
	// C-452: where everybody is in scope nobody has to be assigned.
	const entitled = config.scopeMode === 'all' || subject?.entitlement.assigned === true;
	closeUnit(host, cycle, key, outcome, writer, last, entitled);
	const after = host.cycle(cycle.slot);
	// C-557: three refusals in a row are a credential failure.
	if (after.refused >= 3)
		health.here.abortCycle(host, after, writer, {
			code: 'Unauthorized',
			reason: 'The target refused the credentials three times in a row.'
		});
}
