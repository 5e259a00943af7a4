import { untrack } from 'svelte';
import { engine } from '#lib/worker/client.svelte';
import type { Preview } from '#lib/world/preview';
import type { Verb } from './mapping-draft';

/** From so many users on a preview takes seconds, so it is worked out only when somebody asks. */
const mostAtOnce = 5000;
const pause = 350;
/** In the middle of an object nothing can be tried: a moment later it is done. */
const tries = 10;

/**
 * What saving would do, worked out in the worker a moment after the last change. A running world is not stopped for it:
 * what is told then is of the moment at which it was asked.
 */
export class Rehearsal {
	value = $state.raw<Preview | null>(null);
	error = $state<string | null>(null);
	isAsking = $state(false);
	/** The company is large: `ask` does it. */
	isWaiting = $state(false);
	#asked = 0;

	constructor(question: () => { readonly app: string; readonly commands: readonly Verb[] } | null) {
		// Time that passes changes nothing here; what happens while the world stands does.
		const moment = $derived(engine.status?.playing ? 'playing' : (engine.status?.revision ?? 0));
		const text = $derived(JSON.stringify(question()));
		$effect(() => {
			void moment;
			this.#clear();
			const users = untrack(() => engine.status?.counters.users ?? 0);
			this.isWaiting = text !== 'null' && users > mostAtOnce;
			if (text === 'null' || this.isWaiting) {
				this.value = null;
				return;
			}
			// What is told now is of the change before.
			this.isAsking = true;
			const timer = setTimeout(() => void this.#ask(text), pause);
			return () => clearTimeout(timer);
		});
		this.ask = () => this.#ask(text);
	}

	ask: () => Promise<void>;

	#clear() {
		this.#asked++;
		this.isAsking = false;
		this.isWaiting = false;
		this.error = null;
	}

	async #ask(text: string) {
		if (text === 'null') return;
		const number = ++this.#asked;
		this.isAsking = true;
		this.isWaiting = false;
		let error: string | null = null;
		for (let left = tries; left > 0 && number === this.#asked; left--) {
			try {
				const told = await engine.query<Preview>('preview', JSON.parse(text));
				if (number === this.#asked) this.value = told;
				error = null;
				break;
			} catch (problem) {
				error = problem instanceof Error ? problem.message : String(problem);
				await new Promise((resolve) => setTimeout(resolve, pause));
			}
		}
		if (number === this.#asked) [this.isAsking, this.error] = [false, error];
	}
}
