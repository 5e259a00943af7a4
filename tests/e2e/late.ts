import type { BrowserContext } from '@playwright/test';

/** The longest that anything is late, in milliseconds; 0 where nothing is. */
const LATE = Number(process.env.PROVLAB_TEST_LATE ?? 0);

/**
 * A machine that is slower than anybody's: whatever the worker says comes up to so much later, each message at its own
 * delay and none before an earlier one, and so does each part of the site, each by itself. What passes here does not
 * depend on an answer or a page being quick.
 */
export async function comeLate(context: BrowserContext): Promise<void> {
	if (LATE === 0) return;
	await context.route('**/_app/immutable/**', (route) => {
		// A service worker asks for the whole site at once. Who has left the page waits for nothing any more.
		const late = route.request().serviceWorker() ? 0 : Math.random() * LATE;
		setTimeout(() => void route.fallback().catch(() => undefined), late);
	});
	await context.addInitScript((late) => {
		window.Worker = class extends Worker {
			#due = 0;
			readonly #held: MessageEvent[] = [];
			#hear: Worker['onmessage'] = null;
			override get onmessage() {
				return this.#hear;
			}
			override set onmessage(hear) {
				this.#hear = hear;
				super.onmessage = (event) => {
					this.#held.push(event);
					this.#due = Math.max(this.#due, performance.now() + Math.random() * late);
					setTimeout(() => hear?.call(this, this.#held.shift()!), this.#due - performance.now());
				};
			}
		};
	}, LATE);
}
