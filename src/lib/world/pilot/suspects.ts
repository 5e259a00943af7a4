import { nameOf, type Resource } from '#lib/apps';
import type { Slot } from '#lib/engine/base';
import type { Json } from '#lib/engine/base';
import { linkedAccount } from '../apps/linked';
import type { AppRow } from '../tables/rows';
import type { World } from '../world';
import type { Suspect } from './types';

const mostTold = 50;

/** Accounts that nobody of the directory has, and what they could be recognised by. */
export class Strangers {
	readonly #byKey = new Map<string, string>();

	constructor(
		readonly world: World,
		readonly app: AppRow
	) {
		for (const account of unlinked(world, app))
			for (const key of keysOf(app, account)) this.#byKey.set(key, nameOf(app.kind, account));
	}

	/** The account of a person that was made just now, if a stranger's looks like it. */
	suspect(user: Slot, person: string): Suspect | null {
		const account = linkedAccount(this.world.sim, this.app, user);
		if (!account) return null;
		for (const key of keysOf(this.app, account)) {
			const stranger = this.#byKey.get(key);
			if (stranger !== undefined) return { person, account: stranger, by: key.slice(0, key.indexOf(':')) };
		}
		return null;
	}
}

export function unlinked({ sim, tables }: World, app: AppRow): Resource[] {
	const job = tables.jobsByApp.first(app.slot);
	const { store } = sim.apps.of(app.slot);
	return [...store.all('User')].filter(
		({ id }) => job === undefined || tables.linksByTarget.first(`${job}/${id}`) === undefined
	);
}

export function unmatched(world: World, app: AppRow): { count: number; first: string[] } {
	const accounts = unlinked(world, app);
	return { count: accounts.length, first: accounts.slice(0, mostTold).map((one) => nameOf(app.kind, one)) };
}

/** "e-mail:ada@contoso.com", "name:ada fields", "user name:afields". */
function keysOf({ kind }: AppRow, account: Resource): string[] {
	const keys = new Set<string>();
	const texts: string[] = [];
	collect(account.data as Json, texts);
	for (const text of texts) if (/^[^@\s]+@[^@\s]+$/.test(text)) keys.add(`e-mail:${text.toLowerCase()}`);
	const login = nameOf(kind, account).toLowerCase().split('@')[0]!;
	keys.add(`user name:${plain(login)}`);
	const { displayName, name } = account.data as { displayName?: Json; name?: { givenName?: Json; familyName?: Json } };
	if (typeof displayName === 'string') keys.add(`name:${plain(displayName)}`);
	const [given, family] = [name?.givenName, name?.familyName];
	if (typeof given === 'string' && typeof family === 'string' && given && family) {
		keys.add(`name:${plain(given + family)}`);
		// jsmith, as many companies once made their user names.
		keys.add(`user name:${plain(given[0] + family)}`);
	}
	return [...keys].filter((key) => !key.endsWith(':'));
}

function collect(value: Json, into: string[]): void {
	if (typeof value === 'string') into.push(value);
	else if (Array.isArray(value)) for (const one of value as readonly Json[]) collect(one, into);
	else if (value !== null && typeof value === 'object')
		for (const one of Object.values(value)) collect(one as Json, into);
}

/** Without accents, capitals and everything that is no letter or digit. */
function plain(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
