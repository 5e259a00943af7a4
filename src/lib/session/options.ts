import * as z from 'zod/mini';

/** What a world may be made of, as it comes from a file, a link or the page. */
export const optionsSchema = z.strictObject({
	seed: z.optional(z.string().check(z.maxLength(100))),
	size: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))),
	preset: z.optional(z.string().check(z.maxLength(60))),
	start: z.optional(z.number()),
	extras: z.optional(z.boolean()),
	brownfield: z.optional(z.boolean()),
	groupMapping: z.optional(z.boolean()),
	captureHireDate: z.optional(z.boolean()),
	era: z.optional(z.number()),
	cycleMinutes: z.optional(z.number().check(z.minimum(0), z.maximum(10_000))),
	staleLink: z.optional(z.enum(['recreate', 'invalidAnchor'])),
	thresholdScale: z.optional(z.number().check(z.positive(), z.maximum(1))),
	hr: z.optional(z.enum(['workday', 'successfactors'])),
	ad: z.optional(z.enum(['filled', 'empty'])),
	apps: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(30)))
});
