import { z } from 'zod';
import type { World } from '#lib/world';

/** What a screen shows, from a world and a few arguments: plain data that can be cloned. */
export interface View<A, D> {
	(world: World, args: A): D;
	readonly schema: z.ZodType;
}

/** The arguments may come from an address, so that the schema reads them before the view does. */
export function defineView<S extends z.ZodType, D>(
	schema: S,
	read: (world: World, args: z.output<S>) => D
): View<z.input<S>, D> {
	const view = (world: World, args: z.input<S>) => read(world, schema.parse(args));
	return Object.assign(view, { schema });
}

export const slot = z.number().int().nonnegative();
export const appKey = z.string().min(1).max(60);
export const search = z.string().max(200).default('');

/** Which part of a long list is asked for. */
export const window = {
	from: z.number().int().nonnegative().default(0),
	count: z.number().int().min(1).max(1000).default(50)
};

export interface Page<R> {
	readonly rows: readonly R[];
	readonly from: number;
	/** Rows after the filters. */
	readonly total: number;
	/** Rows before them. */
	readonly of: number;
}

export function pageOf<T, R>(
	list: readonly T[],
	of: number,
	{ from, count }: { from: number; count: number },
	row: (item: T) => R
): Page<R> {
	return { rows: list.slice(from, from + count).map(row), from, total: list.length, of };
}
