import type { Seq } from '#lib/engine/base';
import type { FactBlock } from '#lib/world/core/facts';
import type { FactsPush } from './messages';

/** The facts that were pushed, as blocks in their order. Whoever draws them reads the columns; nothing is copied. */
export class FactMirror {
	blocks: { from: Seq; block: FactBlock }[] = [];
	texts: string[] = [''];
	rules: string[] = [''];
	readonly #listeners = new Set<(from: Seq) => void>();

	get count(): number {
		const last = this.blocks.at(-1);
		return last ? last.from + last.block.n : 0;
	}

	reset(): void {
		this.blocks = [];
		this.texts = [''];
		this.rules = [''];
	}

	take({ from, block, texts, rules }: FactsPush): void {
		if (from === 0) this.blocks = [];
		this.blocks.push({ from, block });
		this.texts.push(...texts);
		this.rules.push(...rules);
		for (const listener of this.#listeners) listener(from);
	}

	/** Called with the first new fact; everything from there on is new. Returns what ends it. */
	listen(listener: (from: Seq) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
