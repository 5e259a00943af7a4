import * as z from 'zod/mini';
import { rowSchema, sampleOf, type Sample } from '#lib/world/plan';
import { defineView } from '../view';

/** On whom the rows of a test plan would be tried now. */
export const testSamples = defineView(
	z.object({ rows: z.array(rowSchema).check(z.maxLength(200)) }),
	(world, { rows }): Sample[] => {
		const found = new Map<string, number | null>();
		return rows.map((row) => sampleOf(world, row, found));
	}
);
