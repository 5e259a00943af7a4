import * as z from 'zod/mini';
import { defineView, slot } from '../view';
import { logRow, type GraphRow } from './log-row';

/** C-477: rows as Microsoft Graph lists them, for a download: a part at a time, since each is explained by running its unit again. */
export const logExport = defineView(
	z.object({ seqs: z.array(slot).check(z.maxLength(500)) }),
	(world, { seqs }): readonly GraphRow[] =>
		seqs.map((seq) => logRow(world, { seq })?.graph).filter((row) => row !== undefined)
);
