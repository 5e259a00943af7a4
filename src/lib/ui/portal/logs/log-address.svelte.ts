import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { isAt, queryOf } from '../address';
import { addressOf, filtersFrom, type LogFilters } from './filters';

interface Asked {
	readonly filters: LogFilters;
	/** The row whose details are open: the number of its fact. */
	readonly row: number | null;
}

/**
 * The filters of a log and the row that is open, which stand in its address too. `fixed` is the application of a page
 * that is about one: its address names it elsewhere. `address` makes the address of the page with a query, or without.
 */
export function logAddress(address: (query: string) => string, fixed: () => string | null = () => null) {
	const read = (): Asked => {
		const query = queryOf(page.url);
		const filters = filtersFrom(query);
		const row = Number.parseInt(query.get('row') ?? '');
		return { filters: { ...filters, app: fixed() ?? filters.app }, row: Number.isNaN(row) ? null : row };
	};
	const text = ({ filters, row }: Asked) => addressOf(filters, row);
	let now = $state.raw(read());

	// A link to another part of the log, while this page is open.
	$effect(() => {
		const asked = read();
		untrack(() => {
			if (isAt(page.url, address('')) && text(asked) !== text(now)) now = asked;
		});
	});
	// A link to what is seen now, without a step in the history for each chip.
	$effect(() => {
		const { filters, row } = now;
		untrack(() => {
			const query = addressOf(fixed() === null ? filters : { ...filters, app: null }, row);
			// eslint-disable-next-line svelte/no-navigation-without-resolve -- the caller gives a whole address
			void goto(address(query), { replace: true, shallow: true });
		});
	});

	return {
		get filters() {
			return now.filters;
		},
		set filters(filters) {
			now = { ...now, filters };
		},
		get row() {
			return now.row;
		},
		set row(row) {
			now = { ...now, row };
		}
	};
}
