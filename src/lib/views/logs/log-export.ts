import * as z from 'zod/mini';
import { explainAll } from '#lib/world/explain';
import { defineView, slot } from '../view';
import { detailsOf, type GraphRow } from './log-row';

/**
 * C-477: rows as Microsoft Graph lists them, for a download: a part at a time, since each is explained by running its
 * unit again. The units of a part lie side by side, so they are run from there, and the way through time is gone once.
 */
export const logExport = defineView(
	z.object({ seqs: z.array(slot).check(z.maxLength(500)) }),
	(world, { seqs }): readonly GraphRow[] => {
		const traces = explainAll(world, seqs);
		return seqs.flatMap((seq) => detailsOf(world, seq, (one) => traces.get(one)!)?.graph ?? []);
	}
);
