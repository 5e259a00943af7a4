/** What the bench works on: kept over a reload, and given by an address. */
export interface BenchState {
	readonly app: string | null;
	readonly object: 'users' | 'groups';
	readonly target: string | null;
	readonly text: string;
}

export const firstState: BenchState = {
	app: null,
	object: 'users',
	target: null,
	text: 'Join(" ", [givenName], [surname])'
};

export function isBenchState(value: unknown): value is BenchState {
	if (typeof value !== 'object' || value === null) return false;
	const { app, object, target, text } = value as Record<string, unknown>;
	const isName = (name: unknown) => name === null || typeof name === 'string';
	return isName(app) && isName(target) && typeof text === 'string' && (object === 'users' || object === 'groups');
}

/** What an address like `#/bench?app=slack&target=title&text=...` asks for; the text alone may come, too. */
export function stateFrom(hash: string): Partial<BenchState> {
	const asked = new URLSearchParams(/\?([^#]*)/.exec(hash)?.[1] ?? '');
	const [app, object, target, text] = ['app', 'object', 'target', 'text'].map((name) => asked.get(name));
	return {
		...(app && { app }),
		...((object === 'users' || object === 'groups') && { object }),
		...(target && { target }),
		...(text && text.length <= 10_000 && { text })
	};
}

export function benchQuery({ app, object, target, text }: BenchState): string {
	const asked = new URLSearchParams();
	if (app) asked.set('app', app);
	if (object !== 'users') asked.set('object', object);
	if (target) asked.set('target', target);
	if (text) asked.set('text', text);
	// A plus sign would stay one: addresses behind the hash are no forms.
	return `?${String(asked).replaceAll('+', '%20')}`;
}
