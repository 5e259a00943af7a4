import type { Looked, Preview } from '#lib/world/preview';
import type { Engine, later } from './engine';
import type { Heard } from './protocol';

export type { Looked, Preview } from '#lib/world/preview';

export interface PreviewProgress extends Looked {
	readonly run: number;
}

/** null: it was cancelled. */
export type PreviewTold = Preview | null;

type Late = (late: Promise<unknown>) => typeof later;

/** What saving a change would do, tried in a copy of the open session; its code comes with the first question. */
export const previewing = {
	runPreview(engine: Engine, ask: Heard<'runPreview'>, late: Late) {
		// At once: it may be cancelled before its code is here.
		engine.runs.add(ask.run);
		return late(import('./preview-turns').then(({ previewInTurns }) => previewInTurns(engine, ask)));
	}
};
