/** What the keys of a tree need to know of its lines. */
export interface TreeLine {
	/** null: the root. */
	readonly id: string | null;
	readonly parent: string | null;
	readonly depth: number;
	readonly hasMore: boolean;
}

/** The lines that are seen: those below a closed line are not. */
export function seen<L extends TreeLine>(lines: readonly L[], closed: ReadonlySet<string | null>): L[] {
	let hiddenBelow = Infinity;
	return lines.filter((line) => {
		if (line.depth > hiddenBelow) return false;
		hiddenBelow = closed.has(line.id) ? line.depth : Infinity;
		return true;
	});
}

/** Where a key of the tree pattern goes: a line to go to, one to open or close, or nothing. */
export function treeKey(
	key: string,
	at: number,
	lines: readonly TreeLine[],
	closed: ReadonlySet<string | null>
): { readonly go: number } | { readonly toggle: true } | null {
	const line = lines[at];
	if (!line) return null;
	const isOpen = line.hasMore && !closed.has(line.id);
	const within = (to: number) => ({ go: Math.max(0, Math.min(lines.length - 1, to)) });
	switch (key) {
		case 'ArrowDown':
			return within(at + 1);
		case 'ArrowUp':
			return within(at - 1);
		case 'Home':
			return within(0);
		case 'End':
			return within(lines.length - 1);
		case 'ArrowRight':
			if (!line.hasMore) return null;
			return isOpen ? within(at + 1) : { toggle: true };
		case 'ArrowLeft': {
			if (isOpen) return { toggle: true };
			const above = lines.slice(0, at).findLastIndex(({ depth }) => depth < line.depth);
			return above < 0 ? null : { go: above };
		}
		default:
			return null;
	}
}
