export interface VirtualWindow {
	first: number;
	/** One past the last. */
	end: number;
	/** Space above the first, px. */
	before: number;
	after: number;
}

/** Which rows of a fixed height to draw, with a few on each side, so that fast scrolling shows no gap. */
export function virtualWindow(
	scrollTop: number,
	height: number,
	rowHeight: number,
	count: number,
	spare = 8
): VirtualWindow {
	const top = Math.max(0, Math.min(scrollTop, count * rowHeight - height));
	const first = Math.max(0, Math.floor(top / rowHeight) - spare);
	const end = Math.min(count, Math.ceil((top + height) / rowHeight) + spare);
	return { first, end, before: first * rowHeight, after: (count - end) * rowHeight };
}

/** Where to scroll so that a row is wholly seen below a sticky head; the present place when it already is. */
export function scrollToRow(
	row: number,
	scrollTop: number,
	height: number,
	rowHeight: number,
	headHeight: number
): number {
	const top = row * rowHeight;
	if (top < scrollTop) return top;
	const bottom = top + rowHeight + headHeight;
	return bottom > scrollTop + height ? bottom - height : scrollTop;
}
