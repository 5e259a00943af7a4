import { describe, expect, it } from 'vitest';
import { companyAt, doIn, heldIn, rowIn } from './open';

const company = 'world cloud-only';
const text = [
	company,
	'do 08:12 assign(byoa, 7 8)',
	'do 08:20 start(byoa)',
	'do 09:50 assign(slack, 7)',
	'do 10:00 unassign(byoa, 7)'
].join('\n');

const holdsIn = (world: ReturnType<typeof companyAt>, ...asked: string[]) =>
	heldIn(world, company, asked).map(({ holds }) => holds);

describe('the script language in an open company', () => {
	it('begins at a time: what comes later is not done, but its applications are there', () => {
		const world = companyAt(text, '09:45');
		expect(world.clock).toBe(Date.UTC(2026, 2, 2, 9, 45));
		expect(holdsIn(world, 'app(byoa).accounts = 2', 'app(byoa, 7).active = true', 'app(slack).accounts = 0')).toEqual([
			true,
			true,
			true
		]);
	});

	it('says what is found instead, and what is not there does not hold', () => {
		const world = companyAt(text, '08:15');
		const [accounts, row] = heldIn(world, company, ['app(byoa).accounts = 2', 'log(byoa, 7).reason = "x"']);
		expect(accounts).toMatchObject({ holds: false, found: '0' });
		expect(row).toMatchObject({ holds: false, found: 'nothing', why: expect.stringContaining('has no row of 7') });
	});

	it('does a line of a script now, and finds the row that tells of it', () => {
		const world = companyAt(text, '09:45');
		expect(doIn(world, company, 'do 09:50 unassign(byoa, 7)')).toBe('done');
		world.advance({ to: Date.UTC(2026, 2, 2, 10, 21) });
		expect(holdsIn(world, 'app(byoa, 7).active = false')).toEqual([true]);
		expect(world.facts().find(({ seq }) => seq === rowIn(world, company, 'byoa', '7'))).toMatchObject({ kind: 'row' });
		expect(rowIn(world, company, 'byoa', '3')).toBeNull();
		expect(doIn(world, company, 'do 10:30 unassign(byoa, 7)')).toMatch(/^refused/);
	});

	it('calls who came later N1, N2 in the order of creation', () => {
		const world = companyAt(text, '08:30');
		for (const name of ['first@contoso.com', 'second@contoso.com'])
			expect(world.do({ verb: 'user.create', args: { attributes: { mail: name, displayName: name } } }).ok).toBe(true);
		expect(holdsIn(world, 'entra(N2).mail = "second@contoso.com"', 'entra(N3) = absent')).toEqual([true, true]);
	});

	it('knows one of the cast who is hired meanwhile, and who is hired besides, through every directory', () => {
		const hybrid = 'world hybrid-hr';
		const lines = ['do 08:10 hr.hire(24, hireDate=2026-03-02)', 'do 08:11 hr.hire(N1, name="Ada Fields", org="Sales")'];
		const world = companyAt([hybrid, ...lines].join('\n'), '09:30');
		const asked = ['ad(24) = present', 'entra(24).surname = "Rossi"', 'ad(N1).sn = "Fields"', 'entra(N1) = present'];
		expect(heldIn(world, hybrid, asked).map(({ holds }) => holds)).toEqual([true, true, true, true]);
	});
});
