import type { Timeline } from './timeline';

/** What two answers have in common where they tell the same: marks are of one world, and columns have room behind their end. */
export function drawn({ mark: _, since: __, events, cycles, ...rest }: Timeline): unknown {
	const { n, ...columns } = events;
	const filled = Object.entries(columns).map(([name, column]) => [name, [...(column as Uint32Array).subarray(0, n)]]);
	return {
		...rest,
		events: Object.fromEntries(filled),
		cycles: cycles.toSorted((a, b) => a.seq - b.seq || a.lane - b.lane)
	};
}
