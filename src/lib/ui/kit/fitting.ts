/** How many things of these widths fit into a row, when those that do not fit go into a "More" at its end. */
export function fitting(widths: readonly number[], room: number, more: number, gap: number): number {
	let used = 0;
	let withMore = 0;
	for (const [at, width] of widths.entries()) {
		used += width + (at > 0 ? gap : 0);
		if (used + gap + more <= room) withMore = at + 1;
		if (used > room) return withMore;
	}
	return widths.length;
}
