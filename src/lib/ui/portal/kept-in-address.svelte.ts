import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { isAt, queryOf } from './address';

interface Kept<V> {
	/** The address of the page with a query, or without one. */
	readonly address: (query: string) => string;
	readonly read: (query: URLSearchParams) => V;
	readonly write: (value: V) => string;
}

/**
 * What a page keeps in its own address: a link to what is seen, which Back and a reload find again, and a link that asks
 * for something else while the page is open. No choice and no letter that is typed is a step in the history.
 */
export function keptInAddress<V>({ address, read, write }: Kept<V>): { now: V } {
	/** What a page writes into the address after somebody has come to it, the router calls shallow. */
	const asked = () => read(queryOf(page.shallow?.url ?? page.url));
	let now = $state.raw(asked());

	// Only when somebody comes: what is written below is older than what has been typed since.
	$effect(() => {
		if (isAt(page.url, address('')))
			untrack(() => {
				const other = asked();
				if (write(other) !== write(now)) now = other;
			});
	});
	$effect(() => {
		const query = write(now);
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- the caller gives a whole address
		untrack(() => void goto(address(query), { replace: true, shallow: true }));
	});

	return {
		get now() {
			return now;
		},
		set now(value) {
			now = value;
		}
	};
}
