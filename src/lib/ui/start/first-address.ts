/**
 * The router decodes the address with which a page is opened once more than that of a link: a text that was searched for
 * would end at its &, lose its +, and a % that begins no code would leave the window empty. So it is coded once more.
 */
function asWritten(): void {
	const [, place = '', query = ''] = /^([^?]*)(.*)$/s.exec(location.hash)!;
	let percent = '%2525';
	try {
		if (decodeURI(place)) percent = '%25';
	} catch {
		// It is no code, and read as it stands.
	}
	history.replaceState(history.state, '', place.replaceAll('%', percent) + query.replaceAll('%', '%25'));
}

/**
 * Who comes for the first time, and names no place, begins at the start page. Nothing is stored yet then, which is known
 * before anything is loaded for another place; where it cannot be known, the engine says so later (shell/first-visit.ts).
 */
export async function firstAddress(): Promise<void> {
	if (location.hash !== '') return asWritten();
	try {
		const stored = await indexedDB.databases();
		if (stored.some(({ name }) => name === 'provlab')) return;
		history.replaceState(history.state, '', '#/start');
	} catch {
		// A browser that does not tell.
	}
}
