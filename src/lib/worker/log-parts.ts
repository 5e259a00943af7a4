// What runs worlds of its own asks them at once, so all parts are there.
import '#lib/world/whole';
import { LogExport } from '#lib/views/logs/log-export';
import type { Engine } from './engine';
import type { LogPart } from './log-export';
import type { Heard } from './protocol';
import { openedWorld } from './turns';

/** The downloads that are under way, by the numbers of their runs. */
const underWay = new WeakMap<Engine, Map<number, LogExport>>();

export function partOf(engine: Engine, { run, question, from, count }: Heard<'exportLogs'>): LogPart {
	const all = underWay.get(engine) ?? new Map<number, LogExport>();
	underWay.set(engine, all);
	if (count === 0) {
		all.delete(run);
		return { rows: [], total: 0 };
	}
	const world = openedWorld(engine);
	let download = all.get(run);
	if (!download) {
		const { shown } = engine.session!.runner;
		all.set(run, (download = world.showing(shown, () => new LogExport(world, question as never))));
	}
	if (download.world !== world) throw new Error('The session that was downloaded is no longer open.');
	return { rows: download.part(from, count), total: download.total };
}
