/**
 * A part of the simulation that is loaded when it is needed first, so that the engine starts without it. The world asks
 * for it synchronously. Where it has not come yet the question ends as `Missing`, nothing is written, and whoever asked
 * the world loads the part and asks again (worker/whole.ts). Programs that cannot wait take the doors (`#lib/world`,
 * `#lib/apps`), which bring all parts along.
 */
export class Part<T> {
	#here: T | null = null;

	constructor(readonly fetch: () => Promise<T>) {}

	get here(): T {
		this.need();
		return this.#here!;
	}

	/** Asks for the part ahead of its use, so that nothing is done twice where it has to be loaded. */
	need(): void {
		if (!this.#here) throw new Missing(this);
	}

	fill(part: T): void {
		this.#here = part;
	}

	async load(): Promise<void> {
		this.fill(await this.fetch());
	}
}

/** Something was asked that needs a part which is not loaded yet. */
export class Missing extends Error {
	constructor(readonly part: Part<unknown>) {
		super('a part of the simulation is not loaded yet');
	}
}
