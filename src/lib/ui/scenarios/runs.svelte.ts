import { SvelteMap } from 'svelte/reactivity';
import { engine, type BlockReport, type ScriptReport } from '#lib/worker/client.svelte';

/** The run of one script as a page shows it: what is known of it so far. */
export class ScriptRun {
	blocks = $state.raw<readonly BlockReport[]>([]);
	of = $state(0);
	running = $state(false);
	/** Null until the run has ended. */
	report = $state.raw<ScriptReport | null>(null);
	/** The text that was run. */
	ran = $state.raw<string | null>(null);
	/** Nothing is known of the script: the engine itself ended. */
	trouble = $state<string | null>(null);
	#stop: AbortController | null = null;

	async start(text: string): Promise<void> {
		if (this.running) return;
		this.clear();
		this.running = true;
		this.ran = text;
		const stop = (this.#stop = new AbortController());
		try {
			const told = ({ of, blocks }: { of: number; blocks: readonly BlockReport[] }) => {
				if (this.#stop === stop) [this.of, this.blocks] = [of, blocks];
			};
			const report = await engine.runScript(text, told, stop.signal);
			if (this.#stop === stop) [this.report, this.of, this.blocks] = [report, report.of, report.blocks];
		} catch (error) {
			if (this.#stop === stop) this.trouble = error instanceof Error ? error.message : String(error);
		}
		if (this.#stop === stop) this.running = false;
	}

	/** The present block runs to its end; none follows. */
	stop(): void {
		this.#stop?.abort();
	}

	/** Forgets what is known: the text has changed. */
	clear(): void {
		this.stop();
		this.#stop = null;
		this.running = false;
		this.ran = null;
		[this.report, this.trouble, this.blocks, this.of] = [null, null, [], 0];
	}
}

const runs = new SvelteMap<string, ScriptRun>();

/** The run of a scenario: it goes on and is remembered while one looks at another page. */
export function runOf(id: string): ScriptRun | undefined {
	return runs.get(id);
}

export function runScenario({ id, text }: { readonly id: string; readonly text: string }): Promise<void> {
	let run = runs.get(id);
	if (!run) runs.set(id, (run = new ScriptRun()));
	return run.start(text);
}

/** One scenario after another: the queue of "Run all". */
class Queue {
	/** How many were chosen; 0: nothing was run together yet. */
	of = $state(0);
	done = $state(0);
	running = $state(false);
	#present: string | null = null;
	/** A queue that was stopped may still wait for its last block when the next one starts. */
	#turn = 0;

	async start(list: readonly { readonly id: string; readonly text: string }[]): Promise<void> {
		if (this.running) return;
		const turn = ++this.#turn;
		[this.of, this.done, this.running] = [list.length, 0, true];
		for (const scenario of list) runs.get(scenario.id)?.clear();
		for (const scenario of list) {
			this.#present = scenario.id;
			await runScenario(scenario);
			if (turn !== this.#turn) return;
			this.done++;
		}
		this.running = false;
	}

	stop(): void {
		this.#turn++;
		this.running = false;
		if (this.#present) runs.get(this.#present)?.stop();
	}
}

export const queue = new Queue();
