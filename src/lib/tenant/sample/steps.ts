/** Work that says now and then how many people it is through, so that a page can say so too, and stop it. */
export type Steps<T> = Generator<number, T, void>;

/** So many people between two looks around: a few milliseconds. */
export const STEP = 1000;

/** Does the work without looking around. */
export function finish<T>(steps: Generator<unknown, T, void>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
