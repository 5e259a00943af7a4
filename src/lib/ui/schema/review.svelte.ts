import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';

export type Review = ViewData<'schemaReview'>;
export type Remark = Review['remarks'][number];

const pause = 250;

/** What the worker says of a text, asked a moment after the last key. */
export class Reviewing {
	value = $state.raw<Review | null>(null);
	error = $state<string | null>(null);
	/** The text that `value` is about. */
	of = $state.raw<string | null>(null);
	#asked = 0;

	constructor(question: () => { readonly app: string; readonly text: string; readonly saved: string } | null) {
		// What is saved is part of the question: differences are from it.
		const asked = $derived(question());
		$effect(() => {
			const now = asked;
			this.#asked++;
			if (!now) return;
			const timer = setTimeout(() => void this.#ask(now.app, now.text), this.value === null ? 0 : pause);
			return () => clearTimeout(timer);
		});
	}

	async #ask(app: string, text: string) {
		const number = ++this.#asked;
		try {
			const value = await engine.query<Review>('schemaReview', { app, text });
			if (number === this.#asked) [this.value, this.of, this.error] = [value, text, null];
		} catch (problem) {
			if (number === this.#asked) this.error = problem instanceof Error ? problem.message : String(problem);
		}
	}
}
