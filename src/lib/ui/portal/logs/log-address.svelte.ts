import { keptInAddress } from '../kept-in-address.svelte';
import { addressOf, filtersFrom, type LogFilters } from './filters';

interface Asked {
	filters: LogFilters;
	/** The row whose details are open: the number of its fact. */
	row: number | null;
	/** The tab of its details, but for the first. */
	tab: string | null;
}

/**
 * The filters of a log and the row that is open, which stand in its address too. `fixed` is the application of a page
 * that is about one: its address names it elsewhere. `address` makes the address of the page with a query, or without.
 */
export function logAddress(address: (query: string) => string, fixed: () => string | null = () => null): Asked {
	const kept = keptInAddress<Asked>({
		address,
		read: (query) => {
			const row = Number.parseInt(query.get('row') ?? '');
			return { filters: filtersFrom(query), row: Number.isNaN(row) ? null : row, tab: query.get('tab') };
		},
		write: ({ filters, row, tab }) => addressOf(fixed() === null ? filters : { ...filters, app: null }, row, tab)
	});
	const filters = $derived({ ...kept.now.filters, app: fixed() ?? kept.now.filters.app });

	return {
		get filters() {
			return filters;
		},
		set filters(chosen) {
			kept.now = { ...kept.now, filters: chosen };
		},
		get row() {
			return kept.now.row;
		},
		set row(row) {
			kept.now = { ...kept.now, row };
		},
		get tab() {
			return kept.now.tab;
		},
		set tab(tab) {
			kept.now = { ...kept.now, tab };
		}
	};
}
