import type { Show } from '#lib/content/shows';
import type { OwnCue, ShowOpened } from '#lib/worker/client.svelte';

/** A cue as it is presented, whether it was shipped or named by the person. */
export interface ShownCue {
	readonly name: string;
	readonly question: string;
	readonly caption: string;
	readonly rule: string;
	readonly notes: readonly string[];
	/** The stage minute at which it should be reached; null where nobody planned one. */
	readonly minute: number | null;
	/** Systems of the map that are lit; none: all are. */
	readonly systems: readonly string[];
	/** The fact whose thread is shown. */
	readonly spot: number | null;
	readonly to: { readonly index: number; readonly seq: number } | { readonly branch: number; readonly at: number };
}

export function shippedCues({ cues }: Show, { moments }: ShowOpened): ShownCue[] {
	return cues.map(({ name, question, caption, rule, notes, minute }, n) => {
		const { systems, spot, index, seq } = moments[n]!;
		return { name, question, caption, rule, notes, minute, systems, spot, to: { index, seq } };
	});
}

export function ownShownCues(cues: readonly OwnCue[]): ShownCue[] {
	return cues.map(({ name, question, caption, notes, light, spot, branch, at }) => ({
		name,
		question: question || name,
		caption,
		rule: '',
		notes: notes.split(/\n+/).filter(Boolean),
		minute: null,
		systems: light,
		spot,
		to: { branch, at }
	}));
}
