import { prefersReducedMotion } from 'svelte/motion';
import { engine } from '#lib/worker/client.svelte';
import type { ShownCue } from './cues';
import { insteadOf } from './own-cues.svelte';

/** How long the way from a cue to the next one takes, in real milliseconds. */
const WAY = 3000;

/** A show that runs: which cue is shown, and the way to every other one. All of them have been computed. */
export class Presentation {
	at = $state(0);
	blank = $state(false);
	/** On the way to the next cue: time is seen to pass. */
	moving = $state(false);
	/** What is seen in place of a moment that was undone. */
	instead = $state<string | null>(null);
	startedAt = $state(Date.now());
	readonly cues: readonly ShownCue[];
	/** Where the stage stands: the newest wish wins. */
	#wish = 0;
	#isLeft = false;

	constructor(
		readonly title: string,
		cues: readonly ShownCue[]
	) {
		this.cues = cues;
	}

	get cue(): ShownCue {
		return this.cues[this.at]!;
	}

	/** What was on its way goes no further: time is that of the own session again. */
	leave(): void {
		this.#isLeft = true;
		this.#wish++;
	}

	async go(to: number): Promise<void> {
		if (this.#isLeft) return;
		const at = Math.max(0, Math.min(to, this.cues.length - 1));
		const wish = ++this.#wish;
		this.moving = false;
		this.blank = false;
		this.at = at;
		this.instead = null;
		const target = this.cues[at]!.to;
		if ('index' in target) return engine.seek({ index: target.index });
		if (engine.status?.playing) await engine.pause();
		if (wish !== this.#wish) return;
		if (engine.status?.branch !== target.branch) await engine.activate(target.branch);
		if (wish !== this.#wish) return;
		await engine.seek({ at: target.at });
		if (wish === this.#wish) this.instead = insteadOf(target.at);
	}

	readonly next = (): void => void this.go(this.at + 1);
	readonly previous = (): void => void this.go(this.at - 1);
	readonly first = (): void => {
		this.startedAt = Date.now();
		void this.go(0);
	};
	readonly last = (): void => void this.go(this.cues.length - 1);

	/** Lets what lies between this cue and the next pass before one's eyes, fact by fact, and stands there. */
	readonly play = async (): Promise<void> => {
		const from = engine.status?.seq ?? 0;
		const to = this.#factsAt(this.at + 1);
		if (this.moving || to === null || to <= from || prefersReducedMotion.current) return this.next();
		const wish = ++this.#wish;
		this.moving = true;
		this.blank = false;
		const began = performance.now();
		for (;;) {
			const part = (performance.now() - began) / WAY;
			if (wish !== this.#wish) return;
			if (part >= 1) break;
			await engine.seek({ seq: Math.floor(from + (to - from) * part) });
			await new Promise(requestAnimationFrame);
		}
		if (wish === this.#wish) await this.go(this.at + 1);
	};

	/** How many facts a cue has; an own one may lie on another branch, and is gone to at once. */
	#factsAt(n: number): number | null {
		const target = this.cues[n]?.to;
		return target && 'index' in target ? target.seq : null;
	}
}
