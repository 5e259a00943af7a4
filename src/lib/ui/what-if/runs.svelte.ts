import { engine } from '#lib/worker/client.svelte';
import type { WhatIfResult } from '#lib/worker/what-if';
import type { WhatIfVerb } from './changes';

export interface Asked {
	readonly app: string;
	readonly commands: readonly WhatIfVerb[];
	readonly from: 'start' | 'job' | 'shown';
	readonly until: number;
}

/** The last comparison: it stays while one looks at another page. */
class Runs {
	/** How far the one that runs is, from 0 to 1; null: none runs. */
	progress = $state<number | null>(null);
	/** What came of the last one, and of which session. */
	result = $state.raw<{ readonly run: number; readonly session: string; readonly told: WhatIfResult } | null>(null);
	error = $state<string | null>(null);
	/** What it was kept as. */
	kept = $state<string | null>(null);
	#stop: AbortController | null = null;

	async start(asked: Asked): Promise<void> {
		if (this.#stop) return;
		const stop = new AbortController();
		this.#stop = stop;
		[this.progress, this.error, this.kept] = [0, null, null];
		const session = engine.status?.session?.id ?? '';
		try {
			const told = ({ done, of }: { done: number; of: number }) =>
				(this.progress = of > 0 ? Math.max(0, Math.min(1, done / of)) : 1);
			const report = await engine.runWhatIf({ ...asked, commands: asked.commands as never }, told, stop.signal);
			if (!report.cancelled) this.result = { run: report.run, session, told: report.result };
		} catch (error) {
			this.error = error instanceof Error ? error.message : String(error);
		}
		this.#stop = null;
		this.progress = null;
	}

	cancel(): void {
		this.#stop?.abort();
	}

	async keep(name: string): Promise<boolean> {
		if (!this.result) return false;
		try {
			await engine.keepWhatIf(this.result.run, name);
			this.kept = name;
			this.error = null;
			return true;
		} catch (error) {
			this.error = error instanceof Error ? error.message : String(error);
			return false;
		}
	}
}

export const runs = new Runs();
