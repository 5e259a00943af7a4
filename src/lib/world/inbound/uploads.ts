import type { Json, Seq, Slot } from '#lib/engine/base';
import type { CycleRow, JobRow } from '#lib/engine/job/records';
import type { Attributes } from '#lib/engine/source';
import { NEW } from '#lib/engine/unit';
import type { Simulation } from '../simulation';
import { uploadKey, type UploadRow } from '../tables/hr';

export type UploadRecord = { readonly [name: string]: Json };

/** Keeps what was sent until the job processes it (H-410). */
export function keepUploads(sim: Simulation, job: JobRow, records: readonly UploadRecord[], cause: Seq): void {
	const { tables, writer, ledger } = sim;
	const { app } = job;
	for (const record of records) {
		const { externalId } = record;
		const id = typeof externalId === 'string' ? externalId : `record ${tables.uploads.next}`;
		const known = tables.uploadsById.first(uploadKey(app, id));
		const slot = known ?? tables.uploads.next;
		const fact = writer.tell('source.changed', 'H-412', cause, 'uploads', slot, 0, 'uploaded');
		const attrs = { ...(known !== undefined && stillWaits(sim, job, known)), ...record } as Attributes;
		const row: UploadRow = {
			slot,
			app,
			externalId: id,
			attrs,
			at: ledger.clock,
			pending: true,
			purged: false,
			cause: fact
		};
		writer.put('uploads', known ?? NEW, row);
	}
}

/** S-175: what waits already and is left out by what comes after it stays; S-181: but where that clears. */
function stillWaits({ tables, host }: Simulation, { config }: JobRow, slot: Slot): UploadRecord {
	const { attrs, pending } = tables.uploads.get(slot)!;
	const { nullFlowSources = [] } = host.config(config).users;
	return pending ? Object.fromEntries(Object.entries(attrs).filter(([name]) => !nullFlowSources.includes(name))) : {};
}

/** What a cycle has taken on is not pending any more. */
export function settleUploads(sim: Simulation, app: Slot): void {
	for (const slot of [...sim.tables.pendingUploads.get(app)])
		sim.writer.put('uploads', slot, { ...sim.tables.uploads.get(slot)!, pending: false });
}

/** What a cycle took on and could not begin with waits for the next one. */
export function unsettleUploads(sim: Simulation, { job, plan }: CycleRow): void {
	if (!sim.host.job(job).listens) return;
	for (const slot of sim.host.plan(plan).work) {
		const row = sim.tables.uploads.get(slot);
		if (row && !row.purged) sim.writer.put('uploads', slot, { ...row, pending: true });
	}
}

/** H-414: a restart of an idle job throws away what was sent before it. */
export function purgeUploads(sim: Simulation, job: JobRow): void {
	if (!job.listens || job.cycle !== null) return;
	for (const slot of [...sim.tables.pendingUploads.get(job.app)])
		sim.writer.put('uploads', slot, { ...sim.tables.uploads.get(slot)!, pending: false, purged: true });
}

/** A listening job begins a cycle as soon as there is something to process (H-401). */
export function wakeListener(sim: Simulation, slot: Slot): void {
	const job = sim.host.job(slot);
	if (!job.listens || job.schedule !== 'Active' || job.quarantine || job.cycle !== null || job.nextAt !== null) return;
	if (sim.tables.pendingUploads.get(job.app).length === 0) return;
	sim.writer.put('jobs', slot, { ...job, nextAt: sim.ledger.clock });
}
