import type { Slot } from '#lib/engine/base';
import type { World } from '#lib/world';

/** When dynamic rules are evaluated next: for one changed user, or for one group whose rule is new (G-031, G-032). */
export function evaluatesAt({ tables }: World, what: 'dynamic.user' | 'dynamic.group', subject: Slot): number | null {
	let at: number | null = null;
	for (const timer of tables.timers.all())
		if (timer.what === what && timer.subject === subject && (at === null || timer.due < at)) at = timer.due;
	return at;
}
