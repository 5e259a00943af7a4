/** What the Why drawer explains: the fact that is selected everywhere at once (table, timeline, map). */
class Selection {
	seq = $state<number | null>(null);
	open = $state(false);

	/** Selects a fact and opens the drawer. */
	explain(seq: number): void {
		this.seq = seq;
		this.open = true;
	}

	close(): void {
		this.open = false;
	}
}

export const selection = new Selection();
