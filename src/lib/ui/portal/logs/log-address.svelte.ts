import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { isAt, queryOf } from '../address';
import { addressOf, filtersFrom, type LogFilters } from './filters';

interface Asked {
	readonly filters: LogFilters;
	/** The row whose details are open: the number of its fact. */
	readonly row: number | null;
	/** The tab of its details, but for the first. */
	readonly tab: string | null;
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
		return {
			filters: { ...filters, app: fixed() ?? filters.app },
			row: Number.isNaN(row) ? null : row,
			tab: query.get('tab')
		};
	};
	const text = ({ filters, row, tab }: Asked) => addressOf(filters, row, tab);
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
		const { filters, row, tab } = now;
		untrack(() => {
			const query = addressOf(fixed() === null ? filters : { ...filters, app: null }, row, tab);
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
		},
		get tab() {
			return now.tab;
		},
		set tab(tab) {
			now = { ...now, tab };
		}
	};
}
