import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { isAt, queryOf, queryText } from './address';

type Values<N extends string> = { [name in N]: string };

/**
 * The filters of a list, which stand in its address too: a link to what is seen, and a link that narrows it while the
 * page is open. An empty text narrows nothing. `address` makes the address of the page with a query, or without one.
 */
export function addressFilters<N extends string>(
	names: readonly N[],
	address: (query: string) => string
): { readonly now: Values<N>; set: (changed: Partial<Values<N>>) => void; readonly isNarrowed: boolean } {
	const read = () => {
		const query = queryOf(page.url);
		return Object.fromEntries(names.map((name) => [name, (query.get(name) ?? '').slice(0, 200)])) as Values<N>;
	};
	let now = $state.raw(read());

	// A link to another part of the list, while this page is open.
	$effect(() => {
		const asked = read();
		untrack(() => {
			if (isAt(page.url, address('')) && queryText(asked) !== queryText(now)) now = asked;
		});
	});
	// Without a step in the history for each letter that is typed.
	$effect(() => {
		const query = queryText(now);
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- the caller gives a whole address
		untrack(() => void goto(address(query), { replace: true, shallow: true }));
	});

	return {
		get now() {
			return now;
		},
		set(changed) {
			now = { ...now, ...changed };
		},
		get isNarrowed() {
			return names.some((name) => now[name] !== '');
		}
	};
}
