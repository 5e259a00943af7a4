import type * as z from 'zod/mini';
import { finish, type Steps } from '#lib/tenant/sample/steps';
import type { World } from '#lib/world';
import { defineView, type View } from './view';

/**
 * A view that takes long in a large company, and so can be asked in steps. Between two of them time may pass; nothing
 * may be undone meanwhile, and nobody go back.
 */
export interface LongView<A, D> extends View<A, D> {
	readonly steps: View<A, Steps<D>>;
}

export function defineLongView<S extends z.core.$ZodType, D>(
	schema: S,
	steps: (world: World, args: z.output<S>) => Steps<D>
): LongView<z.input<S>, D> {
	const view = defineView(schema, (world, asked) => finish(steps(world, asked)));
	return Object.assign(view, { steps: defineView(schema, steps) });
}
