import type { Seq } from '#lib/engine/base';
import { openDiscovery } from '#lib/engine/discovery/open';
import { pageOutcome } from '#lib/engine/discovery/page';
import type { DiscoveryRow } from '#lib/engine/discovery/records';
import { abandonDiscovery, awaitPage, closeDiscovery, closePage } from '#lib/engine/discovery/report';
import type { JobRow } from '#lib/engine/job/records';
import { retryAfter } from '#lib/engine/target/errors';
import { scimPages } from '#lib/engine/target/pages';
import { discoverable, runningDiscovery } from '../apps/discoverable';
import { Refused } from '../commands/command';
import type { Simulation } from '../simulation';
import type { Event } from './event';
import { noCycle } from './no-cycle';

const mostWaits = 3;

/** A report is asked for. */
export function begin({ host, writer }: Simulation, job: JobRow, cause: Seq): void {
	const match = discoverable(host, job);
	if ('refusal' in match) throw new Refused(match.refusal);
	if (runningDiscovery(host, job))
		throw new Refused(`A discovery of ${host.app(job.app).name} is already running: wait for its report.`);
	openDiscovery(host, job, writer, match, cause);
}

/** The next thing that a report of Account Discovery does: it asks for a page, or sorts what all pages showed. */
export function goOn(sim: Simulation, row: DiscoveryRow): Event {
	const { host, tables, writer } = sim;
	if (!tables.jobs.get(row.job)) return abandonDiscovery(host, row, writer);
	if (row.startIndex !== null) return readPage(sim, row);
	const pages = tables.pagesByDiscovery.get(row.slot).map((slot) => tables.discovered.get(slot)!);
	closeDiscovery(host, row, pages, writer);
}

/** One page of all accounts. It is asked for with GET, and nothing else is ever sent (C-421). */
function* readPage(sim: Simulation, row: DiscoveryRow): Event {
	const { host, writer } = sim;
	const pages = scimPages(host.config(row.config), row.app);
	const request = pages.ask(row.startIndex!);
	const response = (yield request)!;
	sim.trace?.({ step: 'request', request, response });
	const fact = writer.tell('request', 'C-532', row.fact, 'discoveries', row.slot, noCycle, response.status);
	if (response.status === 429 && row.waits < mostWaits) return awaitPage(host, row, retryAfter(response), writer);
	const took = Number.isFinite(response.took) ? response.took! : 0;
	closePage(host, row, pageOutcome(row, response, pages), took, writer, fact);
}
