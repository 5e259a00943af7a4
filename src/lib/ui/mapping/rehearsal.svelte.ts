import { untrack } from 'svelte';
import { engine, type EngineClient } from '#lib/worker/client.svelte';
import type { Looked, Preview } from '#lib/worker/previewing';
import type { Verb } from './mapping-draft';

/** From so many users on a preview takes seconds, so it is worked out only when somebody asks. */
const mostAtOnce = 5000;
const pause = 350;

interface Question {
	readonly app: string;
	readonly commands: readonly Verb[];
}

/**
 * What saving would do, worked out in the worker a moment after the last change. A running world is not stopped for it:
 * what is told then is of the moment at which it was asked.
 */
export class Rehearsal {
	value = $state.raw<Preview | null>(null);
	error = $state<string | null>(null);
	isAsking = $state(false);
	/** How far it is. */
	progress = $state.raw<Looked | null>(null);
	/** It is worked out when `ask` is called: the company is large, or somebody stopped it. */
	isWaiting = $state(false);
	#running: AbortController | null = null;

	constructor(
		question: () => Question | null,
		readonly client: Pick<EngineClient, 'status' | 'runPreview'> = engine
	) {
		// Time that passes changes nothing here; what happens while the world stands does.
		const moment = $derived(client.status?.playing ? 'playing' : (client.status?.revision ?? 0));
		const text = $derived(JSON.stringify(question()));
		$effect(() => {
			void moment;
			this.#clear();
			const users = untrack(() => client.status?.counters.users ?? 0);
			const isLarge = text !== 'null' && users > mostAtOnce;
			this.isWaiting = isLarge;
			// What was written here is not read here: that would begin all anew without end.
			if (text === 'null' || isLarge) {
				this.value = null;
				return;
			}
			// What is told now is of the change before.
			this.isAsking = true;
			const timer = setTimeout(() => void this.#ask(text), pause);
			return () => clearTimeout(timer);
		});
		$effect(() => () => this.#clear());
		this.ask = () => this.#ask(text);
	}

	ask: () => Promise<void>;

	stop() {
		this.#clear();
		this.isWaiting = true;
	}

	#clear() {
		this.#running?.abort();
		this.#running = null;
		this.isAsking = false;
		this.isWaiting = false;
		this.progress = null;
		this.error = null;
	}

	async #ask(text: string) {
		const asked = JSON.parse(text) as Question | null;
		if (!asked) return;
		this.#clear();
		const running = (this.#running = new AbortController());
		const isNow = () => running === this.#running;
		this.isAsking = true;
		try {
			const told = await this.client.runPreview(
				asked as never,
				(progress) => isNow() && (this.progress = progress),
				running.signal
			);
			if (isNow() && told) this.value = told;
		} catch (problem) {
			if (isNow()) this.error = problem instanceof Error ? problem.message : String(problem);
		} finally {
			if (isNow()) [this.isAsking, this.progress] = [false, null];
		}
	}
}
