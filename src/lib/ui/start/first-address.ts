/**
 * Who comes for the first time, and names no place, begins at the start page. Nothing is stored yet then, which is known
 * before anything is loaded for another place; where it cannot be known, the engine says so later (shell/first-visit.ts).
 */
export async function firstAddress(): Promise<void> {
	if (location.hash !== '') return;
	try {
		const stored = await indexedDB.databases();
		if (stored.some(({ name }) => name === 'provlab')) return;
		history.replaceState(history.state, '', '#/start');
	} catch {
		// A browser that does not tell.
	}
}
