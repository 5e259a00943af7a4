interface Called {
	readonly label: string;
	readonly also?: string;
}

/** What has every word of the text; who is called so comes before who is found by another name. */
export function matching<E extends Called>(entries: readonly E[], text: string): E[] {
	const asked = text.trim().toLowerCase();
	const words = asked.split(/\s+/).filter(Boolean);
	const ranked = entries.flatMap((entry) => {
		const label = entry.label.toLowerCase();
		const whole = `${label} ${entry.also ?? ''}`.toLowerCase();
		if (!words.every((word) => whole.includes(word))) return [];
		const rank = label === asked ? 0 : label.startsWith(asked) ? 1 : label.includes(asked) ? 2 : 3;
		return [{ entry, rank }];
	});
	return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
