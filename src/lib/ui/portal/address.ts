import type { Sorting } from '../kit';

/** What stands after the question mark of a place: places live behind the hash, and so do their queries. */
export function queryOf({ hash, search }: { readonly hash: string; readonly search: string }): URLSearchParams {
	const at = hash.indexOf('?');
	return new URLSearchParams(at < 0 ? search : hash.slice(at + 1));
}

type Place = { readonly hash: string; readonly href: string };

/** Whether an address of the page is the place that another one names: somebody may be leaving it already. */
export function isAt(url: Place, address: string): boolean {
	const place = ({ hash }: { readonly hash: string }) => hash.split('?')[0];
	return place(url) === place(new URL(address, url.href));
}

/** And back: the names and values that stand behind the question mark; what is empty is left out. */
export function queryText(values: { readonly [name: string]: string }): string {
	const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
	return query.toString();
}

/** The order of a list as it stands in an address: "name", or "name,down". */
export function sortingText(sorting: Sorting | null): string {
	return sorting ? sorting.column + (sorting.down ? ',down' : '') : '';
}

/** And back; a column that the list cannot be sorted by is no order. */
export function sortingFrom(text: string, columns: readonly string[]): Sorting | null {
	const [column = '', down] = text.split(',');
	return columns.includes(column) ? { column, down: down === 'down' } : null;
}
