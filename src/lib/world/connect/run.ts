import type { Ms, Seq, Slot } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import { THRESHOLD_EVENT, THRESHOLD_MAIL, THRESHOLD_STATUS } from '#lib/tenant/connect/match';
import type { Simulation } from '../simulation';
import type { ConnectExportRow, ConnectRow, ConnectRunRow, HybridTables } from '../tables/hybrid';
import { sendConnectMail } from './mail';
import { exportOne } from './export';
import { exportGroups } from './groups';
import { exportRow, stage, type Staged } from './stage';
import { connectIntervalMs } from './interval';

/** Time for one export; the documentation gives none. */
const exportMs = 60;

export function connectState(sim: Simulation): ConnectRow | null {
	return sim.tables.connect.get(0);
}

/** The next point of the scheduler's grid after now. */
export function nextOnGrid(state: ConnectRow, now: Ms): Ms {
	const runs = Math.floor((now - state.gridFrom) / connectIntervalMs) + 1;
	return state.gridFrom + Math.max(runs, 0) * connectIntervalMs;
}

/** Import and synchronization happen at the start; what has to be exported is settled then (H-301). */
export function startRun(sim: Simulation): void {
	const { writer, ledger, tables } = sim;
	const before = connectState(sim)!;
	const kind = before.nextKind;
	// H-303: a changed filter takes effect with a full cycle only.
	const state: ConnectRow = kind === 'initial' ? { ...before, applied: before.excluded } : before;
	const slot = tables.connectRuns.next;
	const rule = kind === 'initial' ? 'H-303' : 'H-301';
	const fact = writer.tell('connect.started', rule, before.cause, 'connectRuns', slot, 0, kind === 'initial' ? 1 : 2);
	// H-304: in staging mode nothing is exported, and nothing is forgotten.
	const staged = before.staging ? [] : candidates(sim, state, kind, fact);
	const deletions = staged.filter(({ staged: { operation } }) => operation === 'delete').length;
	const stops = state.deletionThreshold !== null && deletions > state.deletionThreshold;
	if (!before.staging) dropLeftovers(sim);
	for (const { staged: one, cause } of staged) {
		// H-320: the export stops before its first object; what cannot be exported anyway is told all the same.
		const held = stops && one.operation !== 'fail';
		writer.put<ConnectExportRow>('connectExports', NEW, { ...exportRow(one, slot, cause), held });
		if (stops && one.operation === 'delete')
			writer.tell('connect.row', 'H-320', cause, 'adUsers', one.ad, slot, 'staged');
	}
	const run: ConnectRunRow = {
		slot,
		kind,
		...(before.staging && { staging: true }),
		startedAt: ledger.clock,
		endedAt: null,
		due: ledger.clock + exportMs,
		status: stops ? THRESHOLD_STATUS : null,
		event: stops ? THRESHOLD_EVENT : null,
		exports: 0,
		staged: stops ? deletions : 0,
		failed: 0,
		fact
	};
	writer.put('connectRuns', slot, run);
	writer.put('connect', 0, {
		...state,
		run: slot,
		nextAt: null,
		usn: before.staging ? before.usn : tables.adFeed.next
	});
}

/** What the last run left has just been looked at again: what still waits or fails is staged anew. */
function dropLeftovers({ tables, writer }: Simulation): void {
	for (const left of leftovers(tables)) writer.put('connectExports', left, null);
}

const leftovers = ({ pendingExports }: HybridTables) => [...pendingExports.get(1), ...pendingExports.get(2)];

const order = { create: 0, link: 1, update: 2, fail: 3, delete: 4 } as const;

/**
 * Every account whose change is not in the tenant yet. A delta looks at what changed and at what failed the last time, a
 * full cycle at everybody.
 */
function candidates(sim: Simulation, state: ConnectRow, kind: 'delta' | 'initial', started: Seq) {
	const { tables } = sim;
	const changed = new Map<Slot, { id: string; attributes: Set<string>; cause: Seq }>();
	const note = (ad: Slot, id: string, attributes: readonly string[] | null, cause: Seq) => {
		const known = changed.get(ad) ?? { id, attributes: new Set<string>(), cause };
		for (const name of attributes ?? []) known.attributes.add(name);
		known.cause = cause;
		changed.set(ad, known);
	};
	// H-460, H-320: an account that is gone by now stands in the sequence.
	for (const slot of leftovers(tables)) {
		const { ad, attributes, cause } = tables.connectExports.get(slot)!;
		const account = tables.adUsers.get(ad);
		if (account && attributes !== undefined) note(ad, account.id, attributes, cause);
	}
	for (let n = state.usn; n < tables.adFeed.next; n++) {
		const { ad, id, attributes, cause } = tables.adFeed.get(n)!;
		note(ad, id, attributes, cause);
	}
	const found: { staged: Staged; cause: Seq }[] = [];
	const look = (ad: Slot, id: string, attributes: ReadonlySet<string> | null, cause: Seq) => {
		const staged = stage(sim, state, ad, id, attributes);
		if (staged) found.push({ staged, cause });
	};
	for (const [ad, { id, attributes, cause }] of changed) look(ad, id, attributes, cause);
	if (kind === 'initial')
		for (const { slot, id } of tables.adUsers.all()) if (!changed.has(slot)) look(slot, id, null, started);
	// A full cycle has just judged anew what was held back; a delta goes on with it.
	if (kind === 'delta')
		for (const slot of tables.pendingExports.get(1)) {
			const held = tables.connectExports.get(slot)!;
			if (!changed.has(held.ad)) found.push({ staged: held, cause: held.cause });
		}
	return found.sort((a, b) => order[a.staged.operation] - order[b.staged.operation] || a.staged.ad - b.staged.ad);
}

/** Exports the next staged change, or ends the run. */
export function continueRun(sim: Simulation): void {
	const { tables, writer, ledger } = sim;
	const run = tables.connectRuns.get(connectState(sim)!.run!)!;
	const next = tables.pendingExports.first(0);
	if (next === undefined) return endRun(sim, withGroups(sim, run));
	const row = tables.connectExports.get(next)!;
	const { failed, conflict } = exportOne(sim, row);
	writer.put<ConnectExportRow>('connectExports', next, failed ? { ...row, failed } : null);
	if (conflict) sendConnectMail(sim, `Duplicate attribute: ${conflict}`, ledger.facts.n - 1);
	writer.put('connectRuns', run.slot, {
		...run,
		due: ledger.clock + exportMs,
		exports: run.exports + (failed ? 0 : 1),
		failed: run.failed + (failed ? 1 : 0)
	});
}

/** Groups wait like everything else in staging mode (H-304), and where the export stops (H-320). */
function withGroups(sim: Simulation, run: ConnectRunRow): ConnectRunRow {
	if (connectState(sim)!.staging || run.event !== null) return run;
	return { ...run, exports: run.exports + exportGroups(sim, run.slot) };
}

function endRun(sim: Simulation, run: ConnectRunRow): void {
	const { writer, ledger } = sim;
	const status = run.status ?? (run.failed > 0 ? 'completed-export-errors' : 'success');
	const fact = writer.tell('connect.ended', 'H-301', run.fact, 'connectRuns', run.slot, 0, status);
	if (run.event === THRESHOLD_EVENT) sendConnectMail(sim, THRESHOLD_MAIL, fact, 'H-320');
	writer.put('connectRuns', run.slot, { ...run, status, endedAt: ledger.clock });
	const state = connectState(sim)!;
	writer.put('connect', 0, {
		...state,
		run: null,
		last: run.slot,
		nextKind: 'delta',
		nextAt: state.suspended ? null : nextOnGrid(state, ledger.clock)
	});
}
