import * as z from 'zod/mini';
import { complaints } from '#lib/parts/complaints';
import type { World } from '#lib/world';

/** What a screen shows, from a world and a few arguments: plain data that can be cloned. */
export interface View<A, D> {
	(world: World, args: A): D;
	readonly schema: z.core.$ZodType;
}

/** The arguments may come from an address, so that the schema reads them before the view does. */
export function defineView<S extends z.core.$ZodType, D>(
	schema: S,
	read: (world: World, args: z.output<S>) => D
): View<z.input<S>, D> {
	const view = (world: World, args: z.input<S>) => {
		const asked = z.safeParse(schema, args);
		if (asked.success) return read(world, asked.data);
		complaints.need();
		throw asked.error;
	};
	return Object.assign(view, { schema });
}

export const slot = z.int().check(z.nonnegative());
export const appKey = z.string().check(z.minLength(1), z.maxLength(60));
export const search = z._default(z.string().check(z.maxLength(200)), '');

/** Which part of a long list is asked for. */
export const window = {
	from: z._default(z.int().check(z.nonnegative()), 0),
	count: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 50)
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
