export function percentiles(name: string, times: readonly number[]): void {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (part: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1).padStart(7);
	console.log(`${name.padEnd(46)} median ${at(0.5)}  95th ${at(0.95)}  worst ${at(1)} ms`);
}
