import { dateAt } from '#lib/hr/dates';
import type { Ledger } from './core/ledger';
import { moments } from './hr/change';
import { addApp } from './apps/add';
import type { Simulation } from './simulation';
import type { WorkerRow } from './tables/hr';
import type { AgentRow } from './tables/hybrid';
import type { TenantRow, TimerRow } from './tables/rows';
import { runningFrom } from './inbound/add';

/** Fills the human-resources system; dates that are still to come get their timers. */
export function populateHr(ledger: Ledger, tenant: TenantRow, workers: readonly (WorkerRow | null)[]): void {
	const system = tenant.hr === 'successfactors' ? 'successfactors' : 'workday';
	const { start } = tenant;
	const today = dateAt(start);
	let timer = 0;
	let from = 0;
	const putUpTo = (slot: number) => {
		ledger.fill('workers', from, workers.slice(from, slot));
		from = slot;
	};
	for (const [slot, row] of workers.entries()) {
		// Most people were hired long ago and stay.
		if (!row || (row.hireDate < today && row.lastDay === null)) continue;
		putUpTo(slot + 1);
		for (const due of moments(row, system)) {
			if (due <= start) continue;
			const waiting: TimerRow = { slot: timer, due, what: 'hr.effective', subject: slot, cause: 0 };
			ledger.put('timers', timer++, waiting);
		}
	}
	putUpTo(workers.length);
}

/** The jobs between HR and the directories; that of the hybrid presets runs from the first instant. */
export function addHrJobs(sim: Simulation): void {
	const { hr, ad, preset } = sim.host.tenantRow;
	if (hr === 'none') return;
	const prefix = hr === 'workday' ? 'wd' : 'sf';
	const { clock } = sim.ledger;
	if (ad) {
		// It was there before the sandbox began, so that whatever is added to the schema is new to it (H-110).
		const startedAt = clock - 24 * 3_600_000;
		const agent: AgentRow = { slot: 0, name: 'agent1', active: true, silent: false, startedAt };
		sim.writer.put('agents', 0, agent);
		addApp(sim, `${prefix}-ad`, sim.began);
		const job = sim.host.job(sim.tables.jobs.next - 1);
		if (preset === 'hybrid-hr' || preset === 'mixed') sim.writer.put('jobs', job.slot, runningFrom(job, clock));
	}
	if (preset === 'cloud-only') addApp(sim, `${prefix}-entra`, sim.began);
	addApp(sim, `${prefix}-wb`, sim.began);
}
