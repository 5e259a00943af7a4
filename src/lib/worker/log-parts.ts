// What runs worlds of its own asks them at once, so all parts are there.
import '#lib/world/whole';
import { LogExport } from '#lib/views/logs/log-export';
import type { Engine } from './engine';
import type { LogPart } from './log-export';
import type { Heard } from './protocol';
import { openedWorld, TURN } from './turns';
import { whole } from './whole';

/** The downloads that are under way, by the numbers of their runs. */
const underWay = new WeakMap<Engine, Map<number, LogExport | null>>();
const nothing: LogPart = { rows: [], total: 0 };

/** The engine listens while the first part is prepared: a large company is copied for it. */
export async function partOf(engine: Engine, { run, question, from, count }: Heard<'exportLogs'>): Promise<LogPart> {
	const all = underWay.get(engine) ?? new Map<number, LogExport | null>();
	underWay.set(engine, all);
	if (count === 0) {
		all.delete(run);
		return nothing;
	}
	const world = openedWorld(engine);
	let download = all.get(run);
	if (!download) {
		const { shown } = engine.session!.runner;
		all.set(run, null);
		download = await whole(() => world.showing(shown, () => new LogExport(world, question as never)));
		const { place } = engine;
		let began = place.now();
		for (const steps = download.begin(); !steps.next().done;) {
			if (place.now() - began < TURN) continue;
			await place.macrotask();
			if (!all.has(run)) return nothing;
			began = place.now();
		}
		all.set(run, download);
	}
	if (download.world !== world) throw new Error('The session that was downloaded is no longer open.');
	const { total } = download;
	return { rows: await whole(() => download.part(from, count)), total };
}
