import * as z from 'zod/mini';
import type { Json } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import { accepted, answersText, statusOf, type EarlierCalls } from '#lib/hr/upload';
import { keepUploads, wakeListener } from '../inbound/uploads';
import type { Simulation } from '../simulation';
import type { UploadCallRow } from '../tables/hr';
import { appOf, define, jobOf, Refused } from './command';

const record = z.record(
	z.string().check(z.minLength(1), z.maxLength(120)),
	z.union([z.string().check(z.maxLength(4000)), z.number(), z.boolean(), z.null()])
);

/** Calls of the last day, the newest first. */
function earlierCalls(sim: Simulation, app: number): EarlierCalls[] {
	const found: EarlierCalls[] = [];
	for (let slot = sim.tables.uploadCalls.next - 1; slot >= 0; slot--) {
		const row = sim.tables.uploadCalls.get(slot)!;
		if (row.at <= sim.ledger.clock - 24 * 3_600_000) break;
		if (row.app === app) found.push({ at: row.at, calls: row.accepted });
	}
	return found;
}

export const api = {
	/** What a client sends to the upload endpoint: every call is answered, so none is refused here. */
	'api.post': define({
		schema: z.object({
			app: z.string().check(z.maxLength(60)),
			records: z._default(z.array(record).check(z.maxLength(1000)), []),
			contentType: z._default(z.string().check(z.maxLength(200)), 'application/scim+json'),
			token: z._default(z.enum(['valid', 'expired']), 'valid'),
			permission: z._default(z.boolean(), true),
			/** How often the same is sent at once. */
			calls: z._default(z.int().check(z.minimum(1), z.maximum(100_000)), 1),
			/** Number of well-formed records that change nothing. */
			size: z._default(z.int().check(z.minimum(0), z.maximum(100_000)), 0)
		}),
		describe: (sim, { app, records, size }) => `Upload ${records.length + size} records to ${appOf(sim, app).name}`,
		apply(sim, { app, records, contentType, token, permission, calls, size }, cause) {
			const { slot } = appOf(sim, app);
			const job = jobOf(sim, app);
			if (!job.listens) throw new Refused(`${app} has no upload endpoint.`);
			const status = statusOf({ contentType, token, permission, records: records.length + size });
			// A call that is refused for what it is does not count (H-404 to H-407).
			const isTaken = status === 202;
			const taken = isTaken ? accepted(calls, earlierCalls(sim, slot), sim.ledger.clock) : calls;
			const answers = answersText(status, calls, taken);
			const row: UploadCallRow = {
				slot: NEW,
				at: sim.ledger.clock,
				app: slot,
				calls,
				accepted: isTaken ? taken : 0,
				records: records.length + size,
				answers
			};
			const place = sim.writer.put('uploadCalls', NEW, row);
			sim.writer.tell('account.changed', 'H-402', cause, 'uploadCalls', place, 0, answers);
			if (!isTaken || taken === 0) return;
			keepUploads(sim, job, records as readonly { [name: string]: Json }[], cause);
			wakeListener(sim, job.slot);
		}
	})
};
