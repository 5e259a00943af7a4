/** An account that is already in an application when the sandbox begins. */
export interface CastAccount {
	readonly userName: string;
	readonly email: string;
	/** The person it is; null for nobody of the company. */
	readonly belongsTo: number | null;
	readonly active: boolean;
	readonly lockedOut?: true;
	/** The name is taken, but the account is not in this organisation's instance of the application. */
	readonly elsewhere?: 'another organisation' | 'personal account';
	readonly why: string;
}

const at = (local: string) => `${local}@contoso.com`;

type More = Partial<Pick<CastAccount, 'active' | 'lockedOut' | 'elsewhere' | 'userName'>>;
const account = (local: string, belongsTo: number | null, why: string, more: More = {}): CastAccount => ({
	userName: at(local),
	email: at(local),
	belongsTo,
	active: true,
	why,
	...more
});
/** Slack and GitHub know people by a short name. */
const short = (local: string, belongsTo: number | null, why: string, more: More = {}) =>
	account(local, belongsTo, why, { userName: local, ...more });

export const CAST_ACCOUNTS: Readonly<Record<string, readonly CastAccount[]>> = {
	slack: [
		short('jsmith', 5, 'Another name: a duplicate, or no match.'),
		short('zoe.muller', 7, 'A clean match.'),
		short('hiroshi.tanaka', 10, 'Deactivated: matched, and active again.', { active: false }),
		short('Marisol.Vega', 0, 'Other letter case.'),
		short('former.intern', null, 'Belongs to nobody, and must stay untouched.')
	],
	salesforce: [
		account('jsmith', 5, 'Another name.'),
		account('hannah.becker', 3, 'A clean match.'),
		account('kwame.boateng', 4, 'User names are unique across all organisations.', {
			elsewhere: 'another organisation'
		})
	],
	servicenow: [
		account('tobias.lindqvist', 1, 'Twice the same name: two matches.'),
		account('tobias.lindqvist', 1, 'Twice the same name: two matches.'),
		account('marisol.vega', 0, 'Locked out follows active.', { active: false, lockedOut: true })
	],
	google: [
		account('hannah.becker', 3, 'A consumer account of the same address is in the way.', {
			elsewhere: 'personal account'
		})
	],
	github: [short('ctso_admin', null, 'The set-up user of the enterprise is not managed.')],
	zoom: [
		account('raj.patel', 23, 'The address belongs to another Zoom account: a create is refused.', {
			elsewhere: 'another organisation'
		})
	]
};

/** Whose mail address the timecards know, in the order of the file. */
export const TIMECARD_ACTIVE: readonly number[] = [0, 1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 18, 19, 22];
export const TIMECARD_INACTIVE = 10;
export const TIMECARD_OTHER_NAME = { belongsTo: 5, email: at('jsmith') } as const;
export const TIMECARD_STRANGERS: readonly string[] = [at('former.contractor'), at('old.payroll')];
/** A file in the wrong encoding has been here before. */
export const TIMECARD_MOJIBAKE = { index: 7, lastName: 'MÃ¼ller' } as const;

/** In how many of a thousand cases somebody beyond the cast already has an account. */
export const EXISTENCE: Readonly<Record<string, number>> = {
	slack: 600,
	salesforce: 300,
	servicenow: 500,
	dropbox: 150,
	google: 200,
	box: 250,
	zoom: 500,
	atlassian: 350,
	docusign: 100,
	sapcis: 400,
	snowflake: 50,
	timecard: 700
};

export type AccountVariant = 'exact' | 'alias' | 'inactive' | 'case' | 'stale' | 'duplicate' | 'protected';

/** Each variant up to, and not including, this percentage. */
export const VARIANTS: readonly (readonly [AccountVariant, below: number])[] = [
	['exact', 70],
	['alias', 80],
	['inactive', 85],
	['case', 90],
	['stale', 95],
	['duplicate', 98],
	['protected', 100]
];
