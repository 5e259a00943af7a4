import { describe, expect, it } from 'vitest';
import { EXISTENCE } from '#lib/content/company/brownfield';
import { generatePeople } from '../sample/generate';
import { brownfieldAccounts } from './build';

const seed = 'contoso-2026';
const cast = generatePeople(seed, 25);
const five = generatePeople(seed, 500);
const ten = generatePeople(seed, 10_000);

/** How many people beyond the cast have an account, whatever the number of accounts. */
const owners = (app: string, people: typeof five) =>
	new Set(brownfieldAccounts(app, people, seed).flatMap(({ belongsTo }) => ((belongsTo ?? 0) < 25 ? [] : [belongsTo])));

describe('accounts that applications hold before provisioning', () => {
	it.each([
		['slack', 270, 5943],
		['salesforce', 158, 3039],
		['servicenow', 229, 5009],
		['dropbox', 73, 1531],
		['google', 81, 1970],
		['box', 132, 2432],
		['zoom', 233, 5089],
		['atlassian', 183, 3512],
		['docusign', 44, 1010],
		['sapcis', 197, 3979],
		['snowflake', 27, 512],
		['timecard', 333, 7022],
		['zscaler', 0, 0],
		['aws', 0, 0],
		['github', 0, 0],
		['byoa', 0, 0]
	])('O-24: %s knows %i of 500 people and %i of 10,000', (app, of500, of10000) => {
		expect([owners(app, five).size, owners(app, ten).size]).toEqual([of500, of10000]);
	});

	it('O-24: come in the golden numbers of each variant in Slack', () => {
		const counts = (people: typeof five) => {
			const variants = new Map<string, Set<number | null>>();
			for (const { variant, belongsTo } of brownfieldAccounts('slack', people, seed)) {
				variants.set(variant, (variants.get(variant) ?? new Set()).add(belongsTo));
			}
			const order = ['exact', 'alias', 'inactive', 'case', 'duplicate', 'stale', 'protected'];
			return order.map((variant) => variants.get(variant)?.size);
		};
		expect(counts(five)).toEqual([207, 29, 11, 10, 6, 5, 2]);
		expect(counts(ten)).toEqual([4171, 596, 295, 306, 181, 291, 103]);
	});

	it('are the cast’s alone at size 25, in order of creation', () => {
		const slack = brownfieldAccounts('slack', cast, seed);
		expect(slack.map(({ userName, active, belongsTo }) => [userName, active, belongsTo])).toEqual([
			['jsmith', true, 5],
			['zoe.muller', true, 7],
			['hiroshi.tanaka', false, 10],
			['Marisol.Vega', true, 0],
			['former.intern', true, null]
		]);
		for (const app of Object.keys(EXISTENCE)) {
			for (const { variant } of brownfieldAccounts(app, cast, seed)) expect(variant).toBe('cast');
		}
	});

	it('say which names are only taken elsewhere', () => {
		const elsewhere = ['salesforce', 'google', 'zoom'].map(
			(app) => brownfieldAccounts(app, cast, seed).filter((account) => account.elsewhere !== null)[0]
		);
		expect(elsewhere.map((account) => [account?.belongsTo, account?.elsewhere])).toEqual([
			[4, 'another organisation'],
			[3, 'personal account'],
			[23, 'another organisation']
		]);
	});

	it('hold two ServiceNow accounts of one user name, and one that is locked out', () => {
		const rows = brownfieldAccounts('servicenow', cast, seed);
		expect(rows.map(({ userName }) => userName)).toEqual([
			'tobias.lindqvist@contoso.com',
			'tobias.lindqvist@contoso.com',
			'marisol.vega@contoso.com'
		]);
		expect(rows[2]).toMatchObject({ active: false, lockedOut: true });
	});

	it('have names of their own within an application, except those that ServiceNow holds twice', () => {
		for (const app of Object.keys(EXISTENCE).filter((app) => app !== 'servicenow')) {
			const names = brownfieldAccounts(app, ten, seed).map(({ userName }) => userName.toLowerCase());
			expect([app, new Set(names).size]).toEqual([app, names.length]);
		}
		for (const { userName } of brownfieldAccounts('slack', ten, seed)) expect(userName.length).toBeLessThanOrEqual(21);
	});

	it('differ from their person by variant', () => {
		const accounts = brownfieldAccounts('zoom', five, seed);
		const first = (variant: string) => accounts.find((account) => account.variant === variant);
		const person = (variant: string) => five[first(variant)?.belongsTo as number];
		expect(first('exact')?.userName).toBe(person('exact')?.userPrincipalName);
		expect(first('alias')?.email).not.toBe(person('alias')?.mail);
		expect(first('case')?.userName).not.toBe(person('case')?.userPrincipalName);
		expect(first('case')?.userName.toLowerCase()).toBe(person('case')?.userPrincipalName);
		expect(first('inactive')?.active).toBe(false);
		expect(first('stale')?.title).toBe('Trainee');
		expect(first('protected')?.protected).toBe(true);
		const twice = accounts.filter(
			(account) => account.variant === 'duplicate' && account.belongsTo === first('duplicate')?.belongsTo
		);
		expect(twice.map(({ email }) => email)).toEqual([twice[0]?.email, twice[0]?.email]);
	});

	it('include six of nobody at 500, which match nobody', () => {
		const strangers = brownfieldAccounts('box', five, seed).filter(({ variant }) => variant === 'unmanaged');
		expect(strangers.map(({ email }) => email)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `old.${n}@contoso.com`));
		const known = new Set(five.map(({ mail }) => mail));
		for (const { email } of strangers) expect(known.has(email)).toBe(false);
	});

	it('A-431: hold twenty timecard rows, nineteen active, with numbers of eight characters', () => {
		const rows = brownfieldAccounts('timecard', cast, seed);
		expect([rows.length, rows.filter(({ active }) => active).length]).toEqual([20, 19]);
		for (const { employeeNumber } of rows) expect(employeeNumber).toHaveLength(8);
		expect(rows.find(({ belongsTo }) => belongsTo === 7)?.familyName).toBe('MÃ¼ller');
		expect(rows.slice(-3).map(({ email }) => email)).toEqual([
			'jsmith@contoso.com',
			'former.contractor@contoso.com',
			'old.payroll@contoso.com'
		]);
	});
});
