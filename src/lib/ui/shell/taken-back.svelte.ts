import { engine } from '#lib/worker/client.svelte';

/**
 * Forgets a fact that was taken back: it is not there to be explained, and its number is given to what comes next.
 * What the page was not told of yet is only on its way.
 */
export function whenTakenBack(fact: () => number | null, forget: () => void): void {
	let stood: number | null = null;
	$effect(() => {
		const seq = fact();
		const end = engine.status?.end.seq;
		if (seq === null || end === undefined) return;
		if (seq < end) stood = seq;
		else if (stood === seq) forget();
	});
}
