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
