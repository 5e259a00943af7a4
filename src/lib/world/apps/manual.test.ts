import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { linkedAccount } from './linked';
import { madeBySigningIn, signInOf } from './sign-in';
import { assignedAsCsv, orphansOf, readFile, verdictsOn } from './timecard-file';

const app = (world: World, key: string) => world.tables.apps.get(world.tables.appsByKey.first(key)!)!;
const store = (world: World, key: string) => world.sim.apps.of(app(world, key).slot).store;
const accounts = (world: World, key: string) => [...store(world, key).all('User')].sort((a, b) => a.n - b.n);
const everybody = Array.from({ length: 25 }, (_, index) => index);

function done(world: World, verb: string, args: object): string {
	const answer = world.do({ verb, args } as never);
	return answer.ok ? 'done' : answer.message;
}

/** Northgate Timecard with everybody assigned, and the file of them. */
function timecard() {
	const world = createWorld({ apps: ['timecard'] });
	done(world, 'assign', { app: 'timecard', kind: 'user', who: everybody });
	return { world, csv: assignedAsCsv(world.sim, app(world, 'timecard')) };
}

function verdicts(world: World, csv: string) {
	const rows = readFile(csv);
	if ('refused' in rows) throw new Error(rows.refused);
	return verdictsOn(rows, store(world, 'timecard').all('User'));
}

describe('a manual application whose accounts come in a file', () => {
	it('A-431: takes the six columns with a header and at most 5,000 rows', () => {
		const { csv } = timecard();
		expect(csv.split('\r\n')[0]).toBe('employee_no,email,first_name,last_name,department,status');
		expect(readFile(csv)).toHaveLength(25);
		expect(readFile('email,employee_no\r\na,b')).toMatchObject({
			refused: expect.stringContaining('first line') as string
		});
		const long = `${csv.split('\r\n')[0]}\r\n${'1,a,b,c,d,active\r\n'.repeat(5_001)}`;
		expect(readFile(long)).toMatchObject({ refused: 'A file can have at most 5000 rows; this one has 5001.' });
	});

	it('A-431: keeps commas and quotation marks inside a cell', () => {
		const row = '01000007,"a,b@contoso.com","Zo ""ë""",Müller,Sales,active';
		expect(readFile(`employee_no,email,first_name,last_name,department,status\n${row}`)).toEqual([
			expect.objectContaining({ email: 'a,b@contoso.com', first_name: 'Zo "ë"', last_name: 'Müller' })
		]);
	});

	it('A-431: reads an empty first cell as one, and takes no other status than the two', () => {
		const { world, csv } = timecard();
		const [header] = csv.split('\r\n');
		const rows = [
			',ada@contoso.com,Ada,B,Sales,active',
			',,Ada,B,Sales,active',
			'01000007,ada@contoso.com,Ada,B,Sales,active'
		];
		const left = ['01000008,bob@contoso.com,Bob,C,Sales,Inactive', '01000009,eve@contoso.com,Eve'];
		const found = verdicts(world, [header, ...rows, ...left].join('\r\n'));
		expect(found.map(({ values, result, reason }) => [values.email, result, reason])).toEqual([
			['ada@contoso.com', 'rejected', 'no employee_no'],
			['', 'rejected', 'no email'],
			['ada@contoso.com', 'rejected', 'the e-mail is in the file twice'],
			['bob@contoso.com', 'rejected', 'status is neither active nor inactive'],
			['eve@contoso.com', 'rejected', 'status is neither active nor inactive']
		]);
	});

	it('A-432: creates, updates, reactivates, rejects and ignores by the address', () => {
		const { world, csv } = timecard();
		const found = verdicts(world, csv);
		const rows = (result: string) => found.filter((one) => one.result === result).map(({ row }) => row - 1);
		expect(rows('created')).toEqual([5, 16, 17, 20, 21, 23]);
		expect(rows('reactivated')).toEqual([10]);
		expect(rows('updated')).toHaveLength(16);
		expect(rows('rejected')).toEqual([15]);
		expect(rows('ignored')).toEqual([24]);
		expect(done(world, 'app.upload', { app: 'timecard', csv })).toBe('done');
		expect(accounts(world, 'timecard')).toHaveLength(26);
	});

	it('A-432: leaves alone who is missing from the file', () => {
		const { world, csv } = timecard();
		const without = csv.split('\r\n').filter((line) => !line.includes('daniel.cohen'));
		done(world, 'app.upload', { app: 'timecard', csv: without.join('\r\n') });
		const leaver = accounts(world, 'timecard').find(({ data }) => data.email === 'daniel.cohen@contoso.com');
		expect(leaver?.data.status).toBe('active');
	});

	it('A-433: says of each row what became of it, and why', () => {
		const { world, csv } = timecard();
		const refused = verdicts(world, csv).filter(({ result }) => result === 'rejected' || result === 'ignored');
		expect(refused.map(({ row, reason }) => `${row}: ${reason}`)).toEqual(['16: no email', '25: inactive and unknown']);
	});

	it('A-434: finds accounts whose address belongs to nobody who is assigned', () => {
		const { world } = timecard();
		expect(orphansOf(world.sim, app(world, 'timecard')).map(({ data }) => data.email)).toEqual([
			'jsmith@contoso.com',
			'former.contractor@contoso.com',
			'old.payroll@contoso.com'
		]);
	});

	it('A-435: rejects every row once a spreadsheet has dropped the leading zeros', () => {
		const { world, csv } = timecard();
		const found = verdicts(world, csv.replace(/^0/gm, ''));
		expect(
			found.map(({ reason }) => reason).filter((reason) => reason === 'employee_no is not eight characters')
		).toHaveLength(24);
		expect(new Set(found.map(({ result }) => result))).toEqual(new Set(['rejected']));
	});

	it('A-435: rejects both rows of an address that is in the file twice', () => {
		const { world, csv } = timecard();
		const line = csv.split('\r\n').find((one) => one.includes('zoe.muller'))!;
		const twice = verdicts(world, `${csv}${line}\r\n`).filter(({ values }) => values.email.startsWith('zoe.muller'));
		expect(twice.map(({ result, reason }) => `${result}: ${reason}`)).toEqual([
			'rejected: the e-mail is in the file twice',
			'rejected: the e-mail is in the file twice'
		]);
	});
});

/** Larkspur Learning with persons 7 and 8 assigned. */
function larkspur(): World {
	const world = createWorld({ apps: ['larkspur'] });
	done(world, 'assign', { app: 'larkspur', kind: 'user', who: [7, 8] });
	return world;
}

const signsIn = (world: World, user: number) => done(world, 'app.signIn', { app: 'larkspur', user });
const state = (world: World, user: number) =>
	signInOf(world.sim, app(world, 'larkspur'), user, linkedAccount(world.sim, app(world, 'larkspur'), user));

describe('a manual application whose accounts are made by signing in', () => {
	it('A-440: makes the account at the first sign-in, from the claims', () => {
		const world = larkspur();
		expect(madeBySigningIn(app(world, 'larkspur'))).toBe(true);
		expect(state(world, 7)).toBe('assigned, but no account in the app');
		expect(signsIn(world, 7)).toBe('done');
		expect(accounts(world, 'larkspur').map(({ data }) => data)).toEqual([
			{
				nameId: 'zoe.muller@contoso.com',
				email: 'zoe.muller@contoso.com',
				givenname: 'Zoë',
				surname: 'Müller',
				department: 'Sales'
			}
		]);
		expect(state(world, 7)).toBe('ok');
	});

	it('A-441: lets in only who is assigned', () => {
		const world = larkspur();
		expect(signsIn(world, 9)).toBe('not assigned');
		expect(accounts(world, 'larkspur')).toEqual([]);
	});

	it('A-442: refreshes the attributes at each later sign-in, and not before', () => {
		const world = larkspur();
		signsIn(world, 7);
		done(world, 'user.edit', { user: 7, attribute: 'department', value: 'Marketing' });
		expect(accounts(world, 'larkspur')[0]!.data.department).toBe('Sales');
		signsIn(world, 7);
		expect(accounts(world, 'larkspur')[0]!.data.department).toBe('Marketing');
	});

	it('A-443: leaves the record of who is blocked or unassigned as it is', () => {
		const world = larkspur();
		signsIn(world, 7);
		signsIn(world, 8);
		done(world, 'unassign', { app: 'larkspur', kind: 'user', who: [7] });
		done(world, 'user.block', { user: 8 });
		expect([state(world, 7), state(world, 8)]).toEqual(['not assigned', 'account blocked in Entra ID']);
		expect(accounts(world, 'larkspur')).toHaveLength(2);
	});

	it('A-444: makes a second account for a changed user principal name', () => {
		const world = larkspur();
		signsIn(world, 7);
		done(world, 'user.edit', { user: 7, attribute: 'userPrincipalName', value: 'zoe.braun@contoso.com' });
		signsIn(world, 7);
		expect(accounts(world, 'larkspur').map(({ data }) => data.nameId)).toEqual([
			'zoe.muller@contoso.com',
			'zoe.braun@contoso.com'
		]);
	});
});
