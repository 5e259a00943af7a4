import type { Ms, Rule, Seq, Slot } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import { nextDay, visibleFrom, type HrSystem } from '#lib/hr/dates';
import { nextEmployment, ownEmployment, part } from '#lib/hr/employments';
import { endsAt, settled, type Coming } from '#lib/hr/worker';
import { setTimer } from '../directory/change';
import type { Simulation } from '../simulation';
import type { HrFeedRow, WorkerRow } from '../tables/hr';

export function systemOf(sim: Pick<Simulation, 'host'>): HrSystem {
	return sim.host.tenantRow.hr === 'successfactors' ? 'successfactors' : 'workday';
}

/** Tells that HR has something new to say of a worker, and puts it where queries find it. */
export function announceWorker(
	sim: Simulation,
	worker: Slot,
	what: string,
	rule: Rule,
	cause: Seq,
	options: { readonly lookahead?: boolean; readonly logged?: boolean } = {}
): Seq {
	const { writer, ledger } = sim;
	const fact = writer.tell('source.changed', rule, cause, 'workers', worker, 0, what);
	// H-055: what HR does not record in its transaction log, no query for changes finds.
	if (options.logged === false) return fact;
	const row: HrFeedRow = { slot: NEW, at: ledger.clock, worker, lookahead: options.lookahead ?? false, cause: fact };
	writer.put('hrFeed', NEW, row);
	return fact;
}

/** H-055: whether the transaction log has the change. */
export function isLogged({ profile, fields, manager }: Coming): boolean {
	return profile !== null || manager !== undefined || Object.keys(fields).some((name) => name !== 'LocalReference');
}

/** Writes a worker, tells it, and looks again when the dates in it come. */
export function writeWorker(
	sim: Simulation,
	row: WorkerRow,
	what: string,
	rule: Rule,
	cause: Seq,
	logged = true
): void {
	const before = sim.tables.workers.get(row.slot);
	sim.writer.put('workers', row.slot, row);
	const fact = announceWorker(sim, row.slot, what, rule, cause, { logged });
	for (const at of moments(row, systemOf(sim)))
		if (at > sim.ledger.clock && !(before && moments(before, systemOf(sim)).includes(at)))
			setTimer(sim, 'hr.effective', row.slot, at - sim.ledger.clock, fact);
}

/** When something about the worker becomes true, or can be seen for the first time. */
export function moments(worker: WorkerRow, system: HrSystem): readonly Ms[] {
	const { hireDate, lastDay, coming, others = [] } = worker;
	const spans = [{ start: hireDate, end: lastDay }, ...others];
	return [
		...spans.flatMap(({ start, end }) => [
			visibleFrom(system, start),
			...(end === null ? [] : [visibleFrom(system, end), visibleFrom(system, nextDay(end))])
		]),
		...coming.map(({ effective }) => visibleFrom(system, effective))
	];
}

/** The worker's own record is the one of the employment that has begun; the one of before stays in the list (H-158). */
export function begun(row: WorkerRow, at: Ms): WorkerRow {
	const next = nextEmployment(row);
	if (!next || visibleFrom('successfactors', next.start) > at) return row;
	const { begins, start: hireDate, end: lastDay, manager, fields } = next;
	const others = [...row.others!.filter((one) => one !== next), ownEmployment(row)];
	const { unended: _before, ...rest } = row;
	const person = { ...part(row.fields, false), ...fields };
	return { ...rest, ...begins, rescinded: false, hireDate, lastDay, manager, fields: person, others };
}

/** A date in a worker's record has come: what was entered for it takes effect (H-054 b). */
export function takeEffect(sim: Simulation, slot: Slot, cause: Seq): void {
	const before = sim.tables.workers.get(slot);
	const { clock } = sim.ledger;
	const system = systemOf(sim);
	if (!before || !moments(before, system).includes(clock)) return;
	const now = begun(before, clock);
	const row: WorkerRow = { ...settled(now, system, clock), slot };
	if (row.coming !== before.coming || now !== before) sim.writer.put('workers', slot, row);
	const ends = endsAt(row, system) === clock;
	// H-125: the last day of work itself can be seen with the lookahead only; SuccessFactors counts it at once (H-133).
	const lookahead =
		system === 'workday' &&
		!ends &&
		row.lastDay !== null &&
		row.lastDay !== row.hireDate &&
		visibleFrom(system, row.lastDay) === clock &&
		row.coming === before.coming;
	const due = before.coming.filter((one) => !row.coming.includes(one));
	const logged = due.some(isLogged) || moments({ ...row, coming: [] }, system).includes(clock);
	announceWorker(sim, slot, ends ? 'terminated' : lookahead ? 'last day of work' : 'took effect', 'H-054', cause, {
		lookahead,
		logged
	});
}
