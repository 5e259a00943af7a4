import type { ViewData } from '#lib/views';
import { isSameDay } from '#lib/views/timeline/words';

export type Journey = NonNullable<ViewData<'journey'>>;
export type Step = Journey['rows'][number];

/** What happened in one event of the systems, side by side. */
export interface JourneyLine {
	readonly at: number;
	/** The first of its day. */
	readonly isNewDay: boolean;
	/** By the place of the system among the columns. */
	readonly cells: readonly (readonly Step[])[];
}

/** Time downwards, systems across: what happened at one moment stands on one line. */
export function journeyLines({ systems, rows }: Pick<Journey, 'systems' | 'rows'>): JourneyLine[] {
	const lines: { at: number; cells: Step[][] }[] = [];
	const column = new Map(systems.map(({ id }, at) => [id, at]));
	for (const row of rows) {
		const at = column.get(row.system) ?? 0;
		let line = lines.at(-1);
		if (line?.at !== row.at) lines.push((line = { at: row.at, cells: systems.map(() => []) }));
		line.cells[at]!.push(row);
	}
	return lines.map(({ at, cells }, index) => ({
		at,
		cells,
		isNewDay: index === 0 || !isSameDay(at, lines[index - 1]!.at)
	}));
}
