/** Which part of a long list is asked for: whole blocks around the rows in view, so that scrolling seldom asks. */
export function windowed(block = 100): {
	readonly from: number;
	readonly count: number;
	see: (first: number, end: number) => void;
	reset: () => void;
} {
	let from = $state(0);
	let count = $state(block * 2);
	return {
		get from() {
			return from;
		},
		get count() {
			return count;
		},
		see(first, end) {
			if (first >= from && end <= from + count && count > 0) return;
			from = Math.max(0, (Math.floor(first / block) - 1) * block);
			count = Math.min(1000, Math.ceil((end - from) / block + 1) * block);
		},
		reset() {
			from = 0;
			count = block * 2;
		}
	};
}
