import * as z from 'zod/mini';
import type { AttributeMapping } from '#lib/engine/mapping';

const name = z.string().check(z.minLength(1), z.maxLength(300));

const source = z.discriminatedUnion('type', [
	z.object({ type: z.literal('Direct'), attribute: name }),
	z.object({ type: z.literal('Constant'), value: z.string().check(z.maxLength(10_000)) }),
	z.object({ type: z.literal('Expression'), expression: z.string().check(z.minLength(1), z.maxLength(10_000)) }),
	z.object({ type: z.literal('None') })
]);

/** One attribute mapping as somebody saves or imports it: data of strangers. */
export const attributeMappingSchema: z.ZodMiniType<AttributeMapping> = z.object({
	target: name,
	source,
	defaultValue: z.optional(z.nullable(z.string().check(z.maxLength(4000)))),
	matchingPrecedence: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
	flowType: z.optional(z.enum(['Always', 'ObjectAddOnly', 'MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly'])),
	flowBehavior: z.optional(z.enum(['FlowWhenChanged', 'FlowAlways'])),
	flowNullValues: z.optional(z.boolean())
}) as z.ZodMiniType<AttributeMapping>;
