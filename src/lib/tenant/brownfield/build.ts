import {
	CAST_ACCOUNTS,
	EXISTENCE,
	VARIANTS,
	type AccountVariant,
	type CastAccount
} from '#lib/content/company/brownfield';
import { withoutDiacritics } from '../names/diacritics';
import { aliasOf, displayNameOf, personalData, type PersonalData } from '../sample/effects';
import { stream } from '../sample/hash';
import type { Person } from '../sample/person';
import type { BrownfieldAccount } from './account';
import { timecardRows } from './timecard';

/** At this size and above, accounts beyond the cast's exist. */
const SMALLEST_BROWNFIELD = 500;
const SLACK_NAME = 21;

/** What an application already holds before the first cycle, in order of creation (O-24). */
export function brownfieldAccounts(app: string, people: readonly Person[], seed: string): readonly BrownfieldAccount[] {
	const data = personalData(seed);
	if (app === 'timecard') return [...timecardRows(people), ...drawnAccounts(app, people, seed, data)];
	const cast = (CAST_ACCOUNTS[app] ?? []).map((row) => castAccount(app, row, people, data));
	return [...cast, ...drawnAccounts(app, people, seed, data)];
}

/** The variant of a person's account in an application, or null if there is none (index 25 and above). */
export function variantDrawer(app: string, seed: string): (index: number) => AccountVariant | null {
	const [exists, variant] = [stream(seed, `app:${app}`), stream(seed, `appv:${app}`)];
	const perMille = EXISTENCE[app] ?? 0;
	return (index) => {
		if (exists(index) % 1000 >= perMille) return null;
		const percent = variant(index) % 100;
		return (VARIANTS.find(([, below]) => percent < below) as (typeof VARIANTS)[number])[0];
	};
}

function* drawnAccounts(app: string, people: readonly Person[], seed: string, data: PersonalData) {
	if (people.length < SMALLEST_BROWNFIELD || !EXISTENCE[app]) return;
	const variantOf = variantDrawer(app, seed);
	const free = freeNames(app);
	for (const person of people.slice(25)) {
		const variant = variantOf(person.index);
		if (!variant) continue;
		const account = drawnAccount(app, person, variant, data);
		const first = { ...account, userName: free(account.userName) };
		yield first;
		if (variant !== 'duplicate') continue;
		// ServiceNow allows one user name twice, and then finds two; elsewhere only the address is the same.
		yield app === 'servicenow' ? first : { ...first, userName: free(account.userName) };
	}
	for (let n = 1; n <= Math.floor(people.length / 100) + 1; n++) yield unmanagedAccount(app, n);
}

function drawnAccount(app: string, person: Person, variant: AccountVariant, data: PersonalData): BrownfieldAccount {
	const address = person.mail ?? person.userPrincipalName;
	const domain = address.slice(address.indexOf('@'));
	const other = variant === 'alias' ? shortName(person) + domain : null;
	const written = variant === 'case' ? capitalised : (text: string) => text;
	return {
		...personalPart(app, person, data),
		userName: written(userNameIn(app, other ?? person.userPrincipalName)),
		email: written(other ?? address),
		...(variant === 'stale' ? { title: 'Trainee', department: 'Former Department' } : {}),
		active: variant !== 'inactive',
		variant,
		protected: variant === 'protected',
		lockedOut: variant === 'inactive' && app === 'servicenow',
		elsewhere: null
	};
}

function castAccount(app: string, row: CastAccount, people: readonly Person[], data: PersonalData): BrownfieldAccount {
	const person = row.belongsTo === null ? undefined : people[row.belongsTo];
	return {
		...(person ? personalPart(app, person, data) : stranger(app, row.email)),
		userName: row.userName,
		email: row.email,
		active: row.active,
		variant: 'cast',
		protected: false,
		lockedOut: row.lockedOut ?? false,
		elsewhere: row.elsewhere ?? null
	};
}

const unmanagedAccount = (app: string, n: number): BrownfieldAccount => ({
	...stranger(app, `old.${n}@contoso.com`),
	userName: userNameIn(app, `old.${n}@contoso.com`),
	email: `old.${n}@contoso.com`,
	active: true,
	variant: 'unmanaged',
	protected: false,
	lockedOut: false,
	elsewhere: null
});

function personalPart(app: string, person: Person, data: PersonalData) {
	return {
		app,
		givenName: person.givenName,
		familyName: person.familyName,
		displayName: displayNameOf(person),
		title: data.title(person),
		department: person.department,
		employeeNumber: app === 'timecard' ? `0${person.workerId}` : null,
		belongsTo: person.index
	};
}

/** Of an account that is nobody's, only the address is known. */
function stranger(app: string, email: string) {
	const alias = aliasOf(email);
	const [givenName = alias, familyName = ''] = alias.split(/[._]/);
	const nothing = { title: null, department: null, employeeNumber: null, belongsTo: null };
	return { app, givenName, familyName, displayName: alias, ...nothing };
}

/** Slack and GitHub know people by a short name, the others by an address. */
const userNameIn = (app: string, address: string): string =>
	app === 'slack' ? aliasOf(address).slice(0, SLACK_NAME) : address;

/** First initial and family name, as the edge mailNotUpn makes it. */
function shortName(person: Person): string {
	const name =
		(withoutDiacritics(person.givenName)[0] ?? '') + withoutDiacritics(person.familyName || person.givenName);
	return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** marisol.vega@contoso.com -> Marisol.Vega@contoso.com */
function capitalised(address: string): string {
	const at = address.indexOf('@');
	const alias = at < 0 ? address : address.slice(0, at);
	return alias.replace(/(^|[._'-])[a-z]/g, (text) => text.toUpperCase()) + address.slice(alias.length);
}

/** Names within one application differ, whatever their letter case: a number before the @, or in place of the last letters. */
function freeNames(app: string): (name: string) => string {
	const taken = new Set((CAST_ACCOUNTS[app] ?? []).map(({ userName }) => userName.toLowerCase()));
	return (name) => {
		const at = name.indexOf('@') < 0 ? name.length : name.indexOf('@');
		let candidate = name;
		for (let n = 2; taken.has(candidate.toLowerCase()); n++) {
			const alias = name.slice(0, at);
			const room = app === 'slack' ? SLACK_NAME - String(n).length : alias.length;
			candidate = `${alias.slice(0, room)}${n}${name.slice(at)}`;
		}
		taken.add(candidate.toLowerCase());
		return candidate;
	};
}
