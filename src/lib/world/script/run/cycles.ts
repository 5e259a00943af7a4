import type { Ms } from '#lib/engine/base';
import type { CycleRow } from '#lib/engine/job/records';
import type { Operation, Result } from '../parse/tree';
import { connectRunsAt } from './connect';
import type { Sandbox } from './sandbox';
import { sameMinute } from './clock';
import type { Named } from './names';
import { demandedObject, reasonOf, referencesOf, rowsOf, wasDeleted, type LogRow } from './rows';

/** One object of one operation of a cycle. */
export interface Entry {
	readonly label: string;
	readonly object: Named | null;
	readonly row: LogRow | null;
	/** Of a failure without a row: its code. */
	readonly code?: string;
}

export type Outcome = ReadonlyMap<Operation, readonly Entry[]>;

const engineKinds = { initial: 'initial', inc: 'incremental', demand: 'demand' } as const;

/** Something that ran, of a job or of Connect. */
export interface Ran {
	readonly startedAt: Ms;
	readonly endedAt: Ms | null;
}

/** Whatever began at that moment, of any kind. */
export function ranAt(sandbox: Sandbox, job: string, at: Ms): readonly Ran[] {
	return job === 'connect' ? connectRunsAt(sandbox, at) : cyclesAt(sandbox, sandbox.job(job).slot, at);
}

/** The cycles of the job and kind that a result line means. A probe is a cycle that its opening test ended. */
export function cyclesFor(sandbox: Sandbox, result: Result, at: Ms): CycleRow[] {
	const kind = result.kind;
	const job = sandbox.job(result.job);
	return cyclesAt(sandbox, job.slot, at).filter((cycle) => {
		if (kind === 'probe') return cycle.state === 'Failed' || cycle.phase === 'probe';
		// H-401: a listening job has cycles of its own, whatever their kind.
		if (kind === 'batch') return job.listens === true && cycle.kind !== 'demand' && cycle.state !== 'Failed';
		if (kind === 'initial' || kind === 'inc' || kind === 'demand')
			return cycle.kind === engineKinds[kind] && (cycle.state !== 'Failed' || cycle.kind === 'demand');
		return false;
	});
}

export function cyclesAt(sandbox: Sandbox, job: number, at: Ms): CycleRow[] {
	const { tables } = sandbox.sim;
	return tables.cyclesByJob
		.get(job)
		.map((slot) => tables.cycles.get(slot)!)
		.filter(({ startedAt }) => sameMinute(startedAt, at));
}

/** What the cycles did, by operation. */
export function outcomeOf(sandbox: Sandbox, cycles: readonly CycleRow[]): Outcome {
	const { sim, names } = sandbox;
	const outcome = new Map<Operation, Entry[]>();
	const add = (operation: Operation, entry: Entry) => {
		const list = outcome.get(operation);
		if (!list) outcome.set(operation, [entry]);
		else if (!list.some(({ label, row }) => label === entry.label && row === null)) list.push(entry);
	};
	const slots = new Set(cycles.map(({ slot }) => slot));
	const first = Math.min(...cycles.map(({ fact }) => fact));
	const seen = new Set<string>();
	for (const row of rowsOf(sim, ({ slot }) => slots.has(slot), first)) {
		const operation = operationOf(row);
		const demanded = sim.host.cycle(row.cycle).kind === 'demand';
		// C-523: who is neither assigned nor linked is logged, but not listed.
		if (operation === 'skip' && !demanded && (!row.visible || wasDeleted(sim, row))) continue;
		seen.add(`${row.cycle} ${row.kind} ${row.slot}`);
		add(operation, { label: names.label(row), object: row, row });
	}
	for (const cycle of cycles) {
		if (cycle.kind === 'demand') {
			const object = demandedObject(sim, cycle);
			if (!seen.has(`${cycle.slot} ${object.kind} ${object.slot}`))
				add('skip', { label: names.label(object), object, row: null });
		}
		for (const { resolved, object, member } of referencesOf(sim, cycle)) {
			const sign = member ? `${member.added ? '+' : '-'}${names.label({ kind: 'user', slot: member.slot })}` : '';
			add(resolved ? 'ref' : 'refFail', { label: names.label(object) + sign, object, row: null });
		}
	}
	return outcome;
}

function operationOf({ action, status }: LogRow): Operation {
	if (action === 'staged') return 'staged';
	if (status === 'failure') return 'fail';
	if (status === 'skipped' || action === 'other') return 'skip';
	return action;
}

/** The code and the words of a failed row. */
export function failureWords(sandbox: Sandbox, row: LogRow): { readonly code: string; readonly reason: string } {
	return { code: row.code, reason: reasonOf(sandbox.sim, row) };
}
