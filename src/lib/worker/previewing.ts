import type { Looked, Preview } from '#lib/world/preview';
import { long } from './long';

export type { Looked, Preview } from '#lib/world/preview';

export interface PreviewProgress extends Looked {
	readonly run: number;
}

/** null: it was cancelled. */
export type PreviewTold = Preview | null;

/** What saving a change would do, tried in a copy of the open session; its code comes with the first question. */
export const previewing = {
	runPreview: long<'runPreview'>(async (engine, ask) => (await import('./preview-turns')).previewInTurns(engine, ask))
};
