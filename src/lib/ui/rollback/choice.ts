/** What the drill is about: it stands in the address, so that a link leads to the same place. */
export interface DrillChoice {
	readonly app: string | null;
	readonly cycle: number | null;
	readonly version: number | null;
	readonly person: number | null;
}

const number = (text: string | null) => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null);

export function choiceFrom(query: URLSearchParams): DrillChoice {
	return {
		app: query.get('app'),
		cycle: number(query.get('cycle')),
		version: number(query.get('version')),
		person: number(query.get('person'))
	};
}

export function addressOf(choice: DrillChoice): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(choice)) if (value !== null) query.set(name, String(value));
	return query.toString();
}

/** The choice as a view takes it: what is not chosen is left out. */
export function argsOf(choice: DrillChoice): Record<string, string | number> {
	return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== null));
}
