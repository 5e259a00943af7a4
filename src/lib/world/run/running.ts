import type { Json } from '#lib/engine/base';
import { abortCycle, closeCycle } from '#lib/engine/job/cycle-close';
import { openCycle } from '#lib/engine/job/cycle-open';
import { closeUnit, nextPhase, nextUnit, type UnitKey } from '#lib/engine/job/cycle-run';
import { isSpent, switchOff } from '#lib/engine/job/health';
import type { CycleRow } from '#lib/engine/job/records';
import { written } from '#lib/scim/handed';
import type { ScimResponse } from '#lib/scim/types';
import type { Simulation } from '../simulation';
import { settleUploads, unsettleUploads, wakeListener } from '../inbound/uploads';
import { once, type Event } from './event';
import { subjectOf } from './subject';
import { hasReferences, openUnit } from './units';

export { fireTimer } from './timers';

export function startCycle(sim: Simulation, slot: number): void {
	const { host, writer, ledger } = sim;
	const job = host.job(slot);
	if (isSpent(host, job)) switchOff(host, job, writer);
	else {
		openCycle(host, job, writer, ledger.tape.n);
		if (job.listens) settleUploads(sim, job.app);
	}
}

export function advanceCycle(sim: Simulation, cycle: CycleRow): Event {
	const key = nextUnit(sim.host, cycle, {
		subject: (row, item) => subjectOf(sim.host, row, item),
		references: (row, subject) => hasReferences(sim.host, row, subject)
	});
	if (key) return runUnit(sim, cycle, key);
	if (cycle.phase === 'done')
		return once(() => {
			closeCycle(sim.host, cycle, sim.writer);
			wakeListener(sim, cycle.job);
		});
	return once(() => {
		nextPhase(sim.host, cycle, sim.writer);
		holdToFloor(sim, sim.host.cycle(cycle.slot));
	});
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

/** Runs a unit up to its end, or up to a wait: then its answers are kept and it is opened again later. */
function* runUnit(sim: Simulation, cycle: CycleRow, key: UnitKey): Event {
	const { host, writer } = sim;
	const open = openUnit(host, cycle, key, sim.trace);
	const answers: Json[] = [...cycle.answers];
	let replay = 0;
	let step = open.unit.next();
	while (!step.done) {
		if (step.value.ask === 'wait') {
			// A wait that has been waited for already is only passed.
			if (answers[replay] === null) {
				replay++;
				step = open.unit.next();
				continue;
			}
			answers.push(null);
			writer.put('cycles', cycle.slot, {
				...cycle,
				answers: answers.map(kept),
				told: open.told(),
				lastTold: open.last(),
				due: host.now + step.value.ms
			});
			return;
		}
		let response: ScimResponse;
		if (replay < answers.length) response = answers[replay++] as unknown as ScimResponse;
		else {
			response = yield step.value.request;
			answers.push(response as unknown as Json);
			replay++;
		}
		step = open.unit.next(response);
	}
	const outcome = step.value;
	if (outcome.failure) {
		abortCycle(host, cycle, writer, outcome.failure);
		return unsettleUploads(sim, cycle);
	}
	closeUnit(host, cycle, key, outcome, writer, open.last());
	const after = host.cycle(cycle.slot);
	// C-557: three refusals in a row are a credential failure.
	if (after.refused >= 3)
		abortCycle(host, after, writer, {
			code: 'Unauthorized',
			reason: 'The target refused the credentials three times in a row.'
		});
}
