/** What stands after the question mark of a place: places live behind the hash, and so do their queries. */
export function queryOf({ hash, search }: { readonly hash: string; readonly search: string }): URLSearchParams {
	const at = hash.indexOf('?');
	return new URLSearchParams(at < 0 ? search : hash.slice(at + 1));
}

/** And back: the names and values that stand behind the question mark; what is empty is left out. */
export function queryText(values: { readonly [name: string]: string }): string {
	const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
	return query.toString();
}
