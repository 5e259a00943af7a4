import { z } from 'zod';
import type { AttributeMapping } from '#lib/engine/mapping';

const name = z.string().min(1).max(300);

const source = z.discriminatedUnion('type', [
	z.object({ type: z.literal('Direct'), attribute: name }),
	z.object({ type: z.literal('Constant'), value: z.string().max(10_000) }),
	z.object({ type: z.literal('Expression'), expression: z.string().min(1).max(10_000) }),
	z.object({ type: z.literal('None') })
]);

/** One attribute mapping as somebody saves or imports it: data of strangers. */
export const attributeMappingSchema: z.ZodType<AttributeMapping> = z.object({
	target: name,
	source,
	defaultValue: z.string().max(4000).nullable().optional(),
	matchingPrecedence: z.number().int().min(0).max(100).optional(),
	flowType: z.enum(['Always', 'ObjectAddOnly', 'MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly']).optional(),
	flowBehavior: z.enum(['FlowWhenChanged', 'FlowAlways']).optional(),
	flowNullValues: z.boolean().optional()
}) as z.ZodType<AttributeMapping>;
