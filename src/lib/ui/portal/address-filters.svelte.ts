import type { Column, Sorting } from '../kit';
import { queryText, sortingFrom, sortingText } from './address';
import { keptInAddress } from './kept-in-address.svelte';

type Values<N extends string> = { [name in N]: string };

export interface AddressFilters<N extends string> {
	readonly now: Values<N>;
	/** The same to bind a field to. */
	readonly texts: Values<N>;
	/** The same to bind a choice to; null: none. */
	readonly picks: { [name in N]: string | null };
	set: (changed: Partial<Values<N>>) => void;
	clear: () => void;
	readonly isNarrowed: boolean;
}

/**
 * The filters of a list, which stand in its address too: a link to what is seen, and a link that narrows it while the
 * page is open. An empty text narrows nothing. `address` makes the address of the page with a query, or without one.
 */
export function addressFilters<N extends string>(
	names: readonly N[],
	address: (query: string) => string
): AddressFilters<N> {
	const kept = keptInAddress<Values<N>>({
		address,
		read: (query) =>
			Object.fromEntries(names.map((name) => [name, (query.get(name) ?? '').slice(0, 200)])) as Values<N>,
		write: queryText
	});

	/** Its order narrows no list. */
	const narrowing = names.filter((name) => name !== 'sort');
	const set = (changed: Partial<Values<N>>) => {
		kept.now = { ...kept.now, ...changed };
	};
	/** One property a name, which reads and writes the filter. */
	const fields = <V extends string | null>(none: V): never => {
		const field = (name: N) => ({
			enumerable: true,
			get: () => kept.now[name] || none,
			set: (value: V) => set({ [name]: value ?? '' } as Partial<Values<N>>)
		});
		return Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, field(name)]))) as never;
	};

	return {
		get now() {
			return kept.now;
		},
		texts: fields<string>(''),
		picks: fields<string | null>(null),
		set,
		clear: () => set(Object.fromEntries(narrowing.map((name) => [name, ''])) as Values<N>),
		get isNarrowed() {
			return narrowing.some((name) => kept.now[name] !== '');
		}
	};
}

/** The order of a list, which stands in its address as `sort`; where no such column is in the list it has its own. */
export function sortingOf(
	filters: () => AddressFilters<'sort'>,
	columns: () => readonly Pick<Column<never>, 'id' | 'order'>[]
): { value: Sorting | null } {
	return {
		get value() {
			const sortable = columns().filter(({ order }) => order !== false);
			return sortingFrom(
				filters().now.sort,
				sortable.map(({ id }) => id)
			);
		},
		set value(sorting) {
			filters().set({ sort: sortingText(sorting) });
		}
	};
}

/** What an address asks for, where there is such a choice: an address is written by anybody. */
export function oneOf(options: readonly { readonly value: string }[], asked: string): string | undefined {
	return options.find(({ value }) => value === asked)?.value;
}

/** The tab that is open: without a word of it in the address, and where there is none of that name, the first one. */
export function tabNamed(tabs: readonly { readonly id: string }[], asked: string): string {
	return (tabs.find(({ id }) => id === asked) ?? tabs[0])!.id;
}
