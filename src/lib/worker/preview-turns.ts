// What runs worlds of its own asks them at once, so all parts are there.
import '#lib/world/whole';
import type { Command } from '#lib/world';
import { previewing } from '#lib/world/preview';
import type { Engine } from './engine';
import type { PreviewTold } from './previewing';
import type { Heard } from './protocol';
import { cancelled, inTurns, openedWorld } from './turns';

export { evaluateInTurns } from './everybody-turns';

export async function previewInTurns(engine: Engine, ask: Heard<'runPreview'>): Promise<PreviewTold> {
	const { run, app, commands } = ask;
	try {
		if (!engine.runs.has(run)) return null;
		const work = previewing(openedWorld(engine), { app, commands: commands as Command[] });
		const told = await inTurns(engine, run, work, (looked) => engine.place.post({ push: 'preview', run, ...looked }));
		return told === cancelled ? null : told;
	} finally {
		engine.runs.delete(run);
	}
}
