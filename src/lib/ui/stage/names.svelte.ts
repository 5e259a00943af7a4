import { engine, type EngineClient } from '#lib/worker/client.svelte';
import { live, type Live } from '#lib/worker/live.svelte';
import type { ViewData } from '#lib/views';

/** More than are in view at once. */
const MOST = 600;

/** What people and groups are called, of those that somebody looks at. Made in a component: it ends with it. */
export class Names {
	/** Who was looked up last: the newest at the end. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	readonly #wanted = new Set<number>();
	#isDue = false;
	#asked = $state.raw<number[]>([]);
	readonly #answer: Live<ViewData<'names'>>;

	constructor(client: Pick<EngineClient, 'status' | 'query'> = engine) {
		this.#answer = live(() => (this.#asked.length > 0 ? ['names', { of: this.#asked }] : null), client);
	}

	/** The users are the second of the tables, whose order never changes. */
	user(slot: number): string | undefined {
		return this.of((1 << 24) | slot);
	}

	/** The name of a fact's subject, where it is a person or a group. It comes a moment after the first look. */
	of(subject: number): string | undefined {
		if (!this.#wanted.delete(subject)) this.#ask();
		this.#wanted.add(subject);
		return this.#answer.value?.[subject];
	}

	/** Once for all that are looked up together. */
	#ask(): void {
		if (this.#isDue) return;
		this.#isDue = true;
		queueMicrotask(() => {
			this.#isDue = false;
			for (const subject of [...this.#wanted].slice(0, -MOST)) this.#wanted.delete(subject);
			this.#asked = [...this.#wanted];
		});
	}
}
