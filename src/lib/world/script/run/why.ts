import { entitlementOf } from '#lib/engine/job/entitlement';
import type { JobRow } from '#lib/engine/job/records';
import { templateOfJob } from '../../inbound/source';
import type { Result } from '../parse/tree';
import { clockText, momentOf } from './clock';
import { cyclesAt, type Entry, type Outcome } from './cycles';
import type { Named } from './names';
import { reasonOf, rowsOf, unitOf, type LogRow } from './rows';
import type { Sandbox } from './sandbox';

/** Why objects are missing under an operation, or appear there: what was decided for them instead. */
export function whyDifferent(
	sandbox: Sandbox,
	result: Result,
	outcome: Outcome,
	missing: readonly { readonly label: string; readonly code: string | null }[],
	surplus: readonly Entry[]
): string {
	const parts: string[] = [];
	for (const { label } of missing.slice(0, 3)) parts.push(`${label} ${insteadOf(sandbox, result, outcome, label)}`);
	if (missing.length > 3) parts.push(`${missing.length - 3} more are missing`);
	for (const { label, row } of surplus.slice(0, 3))
		parts.push(row ? `${label} ${decision(sandbox, row)}` : `${label} too`);
	if (surplus.length > 3) parts.push(`${surplus.length - 3} more are not expected`);
	return [...parts, ...sandbox.notes.refused].join('; ');
}

function insteadOf(sandbox: Sandbox, result: Result, outcome: Outcome, label: string): string {
	for (const entries of outcome.values())
		for (const entry of entries) if (entry.label === label && entry.row) return decision(sandbox, entry.row);
	const object = result.job === 'connect' ? null : sandbox.subject(result.job, label);
	return object ? notLookedAt(sandbox, result, object) : 'was not written';
}

/** The decision and its reason, in few words. */
export function decision(sandbox: Sandbox, row: LogRow): string {
	const { sim } = sandbox;
	const unit = unitOf(sim, row.seq);
	const rule = unit[unit.length - 1]!.rule;
	const scope = unit.find(({ kind }) => kind === 'scope');
	const clause = scope && scope.detail ? ` (${sandbox.world.detailText(scope)}: false)` : '';
	const code = row.status === 'failure' ? reasonOf(sim, row) : row.code;
	const what = row.action === 'other' ? row.status : row.action;
	const failed = row.status === 'failure' ? ' failed' : '';
	return `was decided ${what}${failed}${code ? ` ${code}` : ''}${clause} by ${rule}`;
}

/** The object was not on the cycle's list: what the job knows of it. */
function notLookedAt(sandbox: Sandbox, result: Result, object: Named): string {
	const { sim, start } = sandbox;
	const job = sandbox.job(result.job);
	const at = momentOf(result.time, start);
	let newest: LogRow | null = null;
	for (const row of rowsOf(sim, (cycle) => cycle.job === job.slot && cycle.startedAt < at))
		if (row.kind === object.kind && row.slot === object.slot) newest = row;
	const escrow = sim.host.escrow(job.slot, object.kind, object.slot);
	if (escrow && escrow.dueAt > at) return `failed before and is due again at ${clockText(escrow.dueAt, start)} (C-306)`;
	if (!newest && isOutside(sandbox, job, object)) return 'was not looked at: it is not assigned (C-068)';
	const before = newest
		? `its newest row is of ${clockText(sim.host.cycle(newest.cycle).startedAt, start)}: it ${decision(sandbox, newest)}`
		: 'the job has never had a row for it';
	return `was not looked at: nothing about it changed since the cycle before; ${before}`;
}

/** Nobody but the assigned ones is looked at, and this one is not. */
function isOutside({ sim }: Sandbox, job: JobRow, { kind, slot }: Named): boolean {
	if (templateOfJob(sim.tables, job) !== undefined || sim.host.config(job.config).scopeMode === 'all') return false;
	return !entitlementOf(sim.host.source(), sim.host.app(job.app), kind, slot, sim.ledger.clock).assigned;
}

/** Why there is no such cycle. */
export function whyNoCycle(sandbox: Sandbox, result: Result, at: number): string {
	const { sim, start } = sandbox;
	const job = sandbox.job(result.job);
	const others = cyclesAt(sandbox, job.slot, at);
	if (others.length > 0) {
		const kinds = others.map(({ kind, state }) => (state === 'Failed' ? 'one that was aborted' : `an ${kind} one`));
		return `the cycle of that moment is ${kinds.join(' and ')}`;
	}
	const all = sim.tables.cyclesByJob.get(job.slot).map((slot) => sim.tables.cycles.get(slot)!);
	const running = all.find((cycle) => cycle.startedAt < at && (cycle.endedAt ?? Infinity) > at);
	if (running) return `the cycle of ${clockText(running.startedAt, start)} was still running`;
	const times = all.slice(-6).map(({ startedAt }) => clockText(startedAt, start));
	const began = times.length > 0 ? `cycles began at ${times.join(', ')}` : 'no cycle has begun';
	const next = job.nextAt === null ? 'none is planned' : `the next is planned for ${clockText(job.nextAt, start)}`;
	return [`${began}; ${next}`, ...sandbox.notes.refused].join('; ');
}
