export interface ThreadPoint {
	x: number;
	/** Middle of its lane. */
	y: number;
	/** Upper edge of its lane. */
	top: number;
}

export interface ThreadLine {
	x0: number;
	y0: number;
	x1: number;
	y1: number;
}

/** Below this the next fact is drawn as straight underneath. */
const SAME = 6;

/**
 * The thread from cause to effect, orthogonal: down from each fact, along the gap above the next one's lane, into it.
 */
export function threadOf(points: readonly ThreadPoint[]): ThreadLine[] {
	const lines: ThreadLine[] = [];
	for (let at = 1; at < points.length; at++) {
		const from = points[at - 1]!;
		const to = points[at]!;
		if (Math.abs(from.x - to.x) < SAME && from.y !== to.y) {
			lines.push({ x0: to.x, y0: from.y, x1: to.x, y1: to.y });
			continue;
		}
		const gap = Math.round(to.top) + 1;
		lines.push({ x0: from.x, y0: from.y, x1: from.x, y1: gap });
		lines.push({ x0: from.x, y0: gap, x1: to.x, y1: gap });
		lines.push({ x0: to.x, y0: gap, x1: to.x, y1: to.y });
	}
	return lines;
}
