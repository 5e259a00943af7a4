/** What stands after the question mark of a place: places live behind the hash, and so do their queries. */
export function queryOf({ hash, search }: { readonly hash: string; readonly search: string }): URLSearchParams {
	const at = hash.indexOf('?');
	return new URLSearchParams(at < 0 ? search : hash.slice(at + 1));
}
