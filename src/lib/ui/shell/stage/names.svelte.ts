import { engine, type Status } from '#lib/worker/client.svelte';
import type { ViewData } from '#lib/views';

type Told = ViewData<'names'>;

/**
 * What people and groups are called. While time runs they are asked for only when there are more of them: a hundred
 * thousand names are not sent for every change. Made in a component: it ends with it.
 */
export class Names {
	#told = $state.raw<Told | null>(null);

	constructor(status: () => Status) {
		const wanted = $derived.by(() => {
			const { session, branch, counters, playing, revision } = status();
			return [session?.id, branch, counters.users, counters.groups, playing ? 0 : revision].join();
		});
		$effect(() => {
			void wanted;
			let isOver = false;
			engine
				.query<Told>('names', {})
				.then((told) => {
					if (!isOver) this.#told = told;
				})
				// The engine is being restarted: the next status asks again.
				.catch(() => {});
			return () => (isOver = true);
		});
	}

	user(slot: number): string | undefined {
		return this.#told?.users[slot];
	}

	/** The name of a fact's subject, where it is a person or a group. */
	of(subject: number): string | undefined {
		const slot = subject & 0xffffff;
		const table = subject >>> 24;
		const tables = this.#told?.tables;
		return table === tables?.users
			? this.#told?.users[slot]
			: table === tables?.groups
				? this.#told?.groups[slot]
				: undefined;
	}
}
