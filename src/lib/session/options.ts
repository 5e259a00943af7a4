import { z } from 'zod';

/** What a world may be made of, as it comes from a file, a link or the page. */
export const optionsSchema = z.strictObject({
	seed: z.string().max(100).optional(),
	size: z.number().int().min(1).max(100_000).optional(),
	preset: z.string().max(60).optional(),
	start: z.number().finite().optional(),
	extras: z.boolean().optional(),
	brownfield: z.boolean().optional(),
	groupMapping: z.boolean().optional(),
	captureHireDate: z.boolean().optional(),
	era: z.number().optional(),
	cycleMinutes: z.number().min(0).max(10_000).optional(),
	staleLink: z.enum(['recreate', 'invalidAnchor']).optional(),
	thresholdScale: z.number().positive().max(1).optional(),
	hr: z.enum(['workday', 'successfactors']).optional(),
	ad: z.enum(['filled', 'empty']).optional(),
	apps: z.array(z.string().max(60)).max(30).optional()
});
