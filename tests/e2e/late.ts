import type { BrowserContext } from '@playwright/test';

/** The longest that anything is late, in milliseconds; 0 where nothing is. */
const LATE = Number(process.env.PROVLAB_TEST_LATE ?? 0);

/**
 * A machine that is slower than anybody's: whatever the worker says comes up to so much later, each message at its own
 * delay and none before an earlier one, and scripts that are loaded later take their time too. What passes here does
 * not depend on an answer being quick.
 */
export async function comeLate(context: BrowserContext): Promise<void> {
	if (LATE === 0) return;
	await context.addInitScript((late) => {
		window.Worker = class extends Worker {
			#due = 0;
			#hear: Worker['onmessage'] = null;
			override get onmessage() {
				return this.#hear;
			}
			override set onmessage(hear) {
				this.#hear = hear;
				super.onmessage = (event) => {
					this.#due = Math.max(this.#due, performance.now() + Math.random() * late);
					setTimeout(() => hear?.call(this, event), this.#due - performance.now());
				};
			}
		};
	}, LATE);
	await context.route('**/*.js', async (route) => {
		await new Promise((done) => setTimeout(done, Math.random() * (LATE / 4)));
		await route.continue();
	});
}
