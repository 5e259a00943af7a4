import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';

/** What the administrator of an application does by hand: a request through its own door. */
function byHand(world: World, app: string, account: number, operations: readonly object[]): void {
	const { id } = world.tables.accounts.get(account)!.resource;
	const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations });
	must(world, 'app.request', { app, method: 'PATCH', path: `/Users/${id}`, body, what: 'Edit an account by hand' });
}

const rowOf = (world: World, app: string, user: number) =>
	views.accounts(world, { app, count: 1000 }).rows.find(({ source }) => source?.slot === user)!;

describe("an application's own admin page", () => {
	it('says who is managed by provisioning, and since when', () => {
		const world = changed();
		const [letGo, managed] = views.accounts(world, { app: 'byoa' }).rows;
		expect(letGo).toMatchObject({ link: 'linked, released', state: 'inactive' });
		expect(letGo!.since).toBeGreaterThanOrEqual(at('09:00'));
		expect(managed).toMatchObject({ link: 'linked', state: 'active' });
		expect(managed!.since).toBeLessThan(at('08:30'));
	});

	it('tells who wrote an account, newest first, and what (A-026)', () => {
		const world = running();
		const { slot } = rowOf(world, 'byoa', 7);
		byHand(world, 'byoa', slot, [{ op: 'replace', path: 'displayName', value: 'Benny' }]);
		const { changes, fields } = views.account(world, { account: slot })!;
		expect(changes.map(({ by }) => by)).toEqual(['hand', 'provisioning']);
		expect(changes[0]).toMatchObject({
			sentence: 'You edited an account by hand.',
			values: [{ name: 'displayName', after: 'Benny' }]
		});
		expect(fields.find(({ path }) => path === 'displayName')).toMatchObject({ value: 'Benny', mapped: true });
	});

	it('knows the login name under whatever attribute the application keeps it', () => {
		const world = createWorld({ apps: ['salesforce', 'timecard'] });
		const schemas = [views.adminPage(world, { app: 'salesforce' }).schemas.User];
		const body = JSON.stringify({ schemas, Username: 'x@y.example', Email: 'x@y.example', Alias: 'x', LastName: 'Y' });
		must(world, 'app.request', { app: 'salesforce', method: 'POST', path: '/Users', body, what: 'Create x' });
		expect(views.accounts(world, { app: 'salesforce', search: 'x@y' }).rows[0]).toMatchObject({
			userName: 'x@y.example',
			name: 'Y',
			link: 'not linked',
			since: null
		});
		const [first] = views.accounts(world, { app: 'timecard' }).rows;
		expect(first!.userName).toContain('@');
		expect(first!.name).not.toBe(first!.id);
	});

	it('sorts by what the application knows, and gives any part of a long list', () => {
		const world = createWorld({ apps: ['timecard'] });
		const page = (more: object) => views.accounts(world, { app: 'timecard', ...more });
		const names = page({ sort: 'name', count: 1000 }).rows.map(({ name }) => name.toLowerCase());
		expect(names).toEqual([...names].sort());
		expect(names.length).toBeGreaterThan(5);
		const second = page({ sort: 'name', descending: true, from: 1, count: 1 });
		expect(second.rows.map(({ name }) => name.toLowerCase())).toEqual([names.at(-2)]);
		expect([second.from, second.total]).toEqual([1, names.length]);
	});

	it('a job between HR and a directory has no administrator of its own', () => {
		const world = createWorld({ preset: 'cloud-only', hr: 'workday' });
		expect(() => views.adminPage(world, { app: 'wd-entra' })).toThrow('it has no accounts of its own');
		expect(() => views.behaviour(world, { app: 'nobody' })).toThrow('There is no application nobody');
	});

	it('an account that owns content is deleted only after the content was moved (A-244)', () => {
		const world = createWorld({ apps: ['box'] });
		const schemas = [views.adminPage(world, { app: 'box' }).schemas.User];
		const body = JSON.stringify({ schemas, login: 'x@contoso.com', name: 'X' });
		must(world, 'app.request', { app: 'box', method: 'POST', path: '/Users', body, what: 'Create x' });
		const [row] = views.accounts(world, { app: 'box' }).rows;
		const remove = { app: 'box', method: 'DELETE', path: `/Users/${row!.id}`, what: 'Delete x' };
		expect(world.do({ verb: 'app.request', args: remove })).toMatchObject({ ok: false });
		expect(views.account(world, { account: row!.slot })!.ownsContent).toBe(true);
		must(world, 'app.moveContent', { app: 'box', account: row!.id });
		expect(views.account(world, { account: row!.slot })!.ownsContent).toBe(false);
		must(world, 'app.request', remove);
		expect(views.accounts(world, { app: 'box' }).total).toBe(0);
	});

	it('counts seats where the vendor sells them, and only there', () => {
		const world = createWorld({ apps: ['docusign', 'byoa'] });
		expect(views.adminPage(world, { app: 'docusign' }).seats).toEqual({ used: 0, total: 50 });
		expect(views.adminPage(world, { app: 'byoa' }).seats).toBeNull();
	});

	it('says of a sign-in which part is missing (SC-06)', () => {
		const world = running();
		const answer = (user: number) => views.signIn(world, { app: 'byoa', user });
		expect(answer(7)).toMatchObject({ granted: true, enabled: true, assigned: true, account: 'active' });
		expect(answer(3)).toMatchObject({ granted: false, answer: 'not assigned' });
		const { slot } = rowOf(world, 'byoa', 7);
		byHand(world, 'byoa', slot, [{ op: 'replace', path: 'active', value: false }]);
		expect(answer(7)).toMatchObject({ granted: false, answer: 'account inactive in the app', account: 'inactive' });
		must(world, 'user.block', { user: 7 });
		expect(answer(7)).toMatchObject({ granted: false, answer: 'account blocked in Entra ID', enabled: false });
	});

	it('makes an account at the first sign-in to an application that has no connector (A-440)', () => {
		const world = createWorld({ apps: ['larkspur'] });
		must(world, 'assign', { app: 'larkspur', kind: 'user', who: [7] });
		expect(views.signIn(world, { app: 'larkspur', user: 7 })).toMatchObject({ granted: true, makesAccount: true });
		must(world, 'app.signIn', { app: 'larkspur', user: 7 });
		expect(views.signIn(world, { app: 'larkspur', user: 7 })).toMatchObject({ granted: true, makesAccount: false });
		expect(views.adminPage(world, { app: 'larkspur' }).can.joinAtSignIn).toBe(true);
	});

	it('reads an uploaded file row by row before anything is written (A-432, A-433)', () => {
		const world = createWorld({ apps: ['timecard'] });
		must(world, 'assign', { app: 'timecard', kind: 'user', who: [2, 7] });
		const { csv, assigned } = views.comparison(world, { app: 'timecard' });
		expect(assigned).toBe(2);
		const before = world.fingerprint();
		const short = csv + '123,new@contoso.com,New,Person,Sales,active\r\n';
		const { rows, counts, refused } = views.upload(world, { app: 'timecard', csv: short });
		expect(refused).toBeNull();
		expect(rows).toHaveLength(3);
		expect(counts.rejected).toBe(1);
		expect(rows[2]).toMatchObject({ row: 3, result: 'rejected', reason: 'employee_no is not eight characters' });
		expect(world.fingerprint()).toBe(before);
		expect(views.upload(world, { app: 'timecard', csv: 'a,b\r\n1,2' }).refused).toMatch(/^The first line must be/);
	});
});
