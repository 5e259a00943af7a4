const runs = 7;

/** Of each way the best of seven goes: what somebody else does on the machine is not measured. */
export async function best(act: () => Promise<number[]> | number[]): Promise<number[]> {
	const times: number[][] = [];
	for (let run = 0; run < runs; run++) times.push(await act());
	return times[0]!.map((_, at) => Math.min(...times.map((run) => run[at]!)));
}

/** Places that lie anywhere, the same every time. */
export function anywhere(count: number, end: number): number[] {
	let seed = 7;
	const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
	return Array.from({ length: count }, () => Math.max(1, Math.floor(next() * end)));
}
