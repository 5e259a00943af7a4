/** Shorter than a frame: what comes later is in the next one. */
const FRAME = 12;

/**
 * Takes what comes at once, and of several things in one frame only the last. A page that is hidden has no frames:
 * there everything is taken as it comes.
 */
export class Newest<T> {
	#waiting: { value: T } | null = null;
	#taken = -Infinity;
	readonly #take: (value: T) => void;

	constructor(take: (value: T) => void) {
		this.#take = take;
	}

	put(value: T): void {
		if (this.#waiting && !document.hidden) {
			this.#waiting = { value };
			return;
		}
		if (document.hidden || performance.now() - this.#taken >= FRAME) return this.#now(value);
		this.#waiting = { value };
		requestAnimationFrame(() => this.flush());
	}

	/** Takes what waits without waiting for its frame. */
	flush(): void {
		if (this.#waiting) this.#now(this.#waiting.value);
	}

	#now(value: T): void {
		this.#waiting = null;
		this.#taken = performance.now();
		this.#take(value);
	}
}

/** What is as it was stays the same object: whatever is drawn from it need not be drawn again. */
export function settled<T extends object>(before: T | null, now: T): T {
	if (before)
		for (const name of Object.keys(now) as (keyof T)[])
			if (typeof now[name] === 'object' && JSON.stringify(now[name]) === JSON.stringify(before[name]))
				now[name] = before[name];
	return now;
}
