import { untrack } from 'svelte';

/**
 * Keys for a list that is the answer to what was typed. Those that come before the answer mean it, not what stood
 * there a moment ago: they wait for it, and are pressed in their order. What is typed meanwhile lets them go.
 */
export function heldKeys(isAnswered: () => boolean, press: (key: string) => void) {
	let held = $state.raw<readonly string[]>([]);
	$effect(() => {
		if (!isAnswered() || held.length === 0) return;
		const keys = held;
		held = [];
		untrack(() => keys.forEach(press));
	});
	return {
		press(key: string) {
			if (isAnswered() && held.length === 0) press(key);
			else held = [...held, key];
		},
		letGo() {
			held = [];
		}
	};
}
