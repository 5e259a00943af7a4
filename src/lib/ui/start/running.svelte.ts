import { story } from '#lib/content/start/story';
import { engine } from '#lib/worker/client.svelte';
import { pausesItself } from '../stage/run';

const minute = 60_000;
/** The story takes about so many seconds. */
const seconds = 6.5;
const pace = (story.minutes * minute) / seconds;
const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** The company behind the start page: it moves by itself until somebody touches the page. */
export class Running {
	state = $state<'waiting' | 'running' | 'stopped' | 'over'>('waiting');
	#ended = false;

	/** Stands in the world of the story, beside the person's own session, and lets it run. */
	async begin(): Promise<void> {
		try {
			const { until } = await engine.openStory();
			if (this.#ended) return await engine.closeShow();
			const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
			this.state = 'running';
			for (const touch of touches) addEventListener(touch, this.#stop, { capture: true, passive: true });
			await engine.play(calm ? null : pace, until);
		} catch {
			// Without the story the doors are still there.
			this.state = 'stopped';
		}
	}

	/** The story has come to its end. */
	over(): void {
		if (this.state === 'running') this.state = 'over';
		this.#deaf();
	}

	#stop = (touch: Event) => {
		this.#deaf();
		if (this.state !== 'running') return;
		this.state = 'stopped';
		if (!pausesItself(touch)) void engine.pause().catch(() => {});
	};

	#deaf(): void {
		for (const touch of touches) removeEventListener(touch, this.#stop, { capture: true });
	}

	/** Back in the person's own session. */
	end(): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#deaf();
		if (this.state !== 'waiting') void engine.closeShow().catch(() => {});
	}
}
