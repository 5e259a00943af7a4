import type { FactKind, Rule, Seq } from '#lib/engine/base';
import { pageUnit } from '#lib/engine/discovery/page-unit';
import type { DiscoveryRow } from '#lib/engine/discovery/records';
import { abandonDiscovery, closeDiscovery, closePage } from '#lib/engine/discovery/report';
import { scimPages } from '#lib/engine/target/pages';
import type { Simulation } from '../simulation';
import { driven } from './driven';
import { once, type Event } from './event';
import { noCycle } from './no-cycle';

/** The next thing that a report of Account Discovery does: it asks for a page, or sorts what all pages showed. */
export function goOn(sim: Simulation, row: DiscoveryRow): Event {
	const { host, tables, writer } = sim;
	if (!tables.jobs.get(row.job)) return once(() => abandonDiscovery(host, row, writer));
	if (row.startIndex !== null) return readPage(sim, row);
	const pages = tables.pagesByDiscovery.get(row.slot).map((slot) => tables.discovered.get(slot)!);
	return once(() => closeDiscovery(host, row, pages, writer));
}

function* readPage(sim: Simulation, row: DiscoveryRow): Event {
	const { host, writer } = sim;
	let last = row.fact;
	let told = 0;
	const tell = (kind: FactKind, rule: Rule, _guards = 0, detail: number | string = 0): Seq => {
		if (++told <= row.told) return (last = row.lastTold);
		return (last = writer.tell(kind, rule, last, 'discoveries', row.slot, noCycle, detail));
	};
	const view = { app: host.app(row.app), pages: scimPages(host.config(row.config), row.app), tell, trace: sim.trace };
	const outcome = yield* driven(pageUnit(row, view), row.answers, (answers, ms) =>
		writer.put('discoveries', row.slot, { ...row, answers, told, lastTold: last, due: host.now + ms })
	);
	if (outcome) closePage(host, row, outcome, writer, last);
}
