import { untrack } from 'svelte';
import { engine } from '#lib/worker/client.svelte';
import type { Evaluated } from '#lib/worker/everybody';
import type { BenchState } from './bench-state';

/** From so many people on their results take longer than a moment, so they are worked out turn by turn. */
const many = 5000;
/** Somebody may be typing, ms. */
const pause = 350;

/** The results of an expression for everybody of a large company, worked out beside everything else. */
export class WorkingOut {
	/** The company is large: without this nothing is known of everybody. */
	readonly isNeeded = $derived((engine.status?.counters.users ?? 0) > many);
	/** The question whose results can be read. */
	known = $state.raw<string | null>(null);
	/** How far it is; null: nothing is being worked out. */
	progress = $state.raw<Evaluated | null>(null);
	isStopped = $state(false);
	error = $state<string | null>(null);
	#running: AbortController | null = null;

	constructor(question: () => BenchState | null) {
		const text = $derived(this.isNeeded ? JSON.stringify(question()) : 'null');
		const playing = $derived(engine.status?.playing ?? false);
		const moment = $derived(playing ? null : (engine.status?.revision ?? 0));
		$effect(() => {
			untrack(() => this.#clear());
			if (text === 'null' || moment === null) return;
			const timer = setTimeout(() => void this.#work(text), pause);
			return () => clearTimeout(timer);
		});
		$effect(() => () => this.#clear());
		this.again = () => void this.#work(text);
	}

	/** Begins anew: it was stopped, or the world has moved on. */
	again: () => void;

	stop() {
		this.#clear();
		this.isStopped = true;
	}

	#clear() {
		this.#running?.abort();
		this.#running = null;
		this.known = null;
		this.progress = null;
		this.isStopped = false;
		this.error = null;
	}

	async #work(text: string) {
		this.#clear();
		const running = (this.#running = new AbortController());
		const isNow = () => running === this.#running;
		const { app, object, target, text: expression } = JSON.parse(text) as BenchState;
		this.progress = { looked: 0, of: 0 };
		try {
			const isDone = await engine.runEverybody(
				{ app, object, target, text: expression },
				(progress) => isNow() && (this.progress = progress),
				running.signal
			);
			if (isNow() && isDone) this.known = text;
		} catch (problem) {
			if (isNow()) this.error = problem instanceof Error ? problem.message : String(problem);
		} finally {
			if (isNow()) this.progress = null;
		}
	}
}
