import { describe, expect, it } from 'vitest';
import { at, changed, must, running } from '../testing.fixture';
import { createWorld } from '#lib/world';
import { views } from '../index';

describe('home', () => {
	it('shows what there is, what needs attention and what happens next', () => {
		const home = views.home(changed(), {});
		expect(home).toMatchObject({ has: { hr: false, ad: false, uploads: false }, era: 2024, attention: [] });
		expect(home.upcoming[0]).toMatchObject({ at: at('09:40'), kind: 'cycle', app: 'byoa' });
		expect(home.upcoming[0]!.sentence).toMatch(/: the next incremental cycle$/);
	});

	it('A-183: tells when an application will take a suspended account away by itself', () => {
		const world = createWorld({ apps: ['dropbox'] });
		must(world, 'assign', { app: 'dropbox', kind: 'user', who: [5] });
		world.advance({ by: 600_000 });
		must(world, 'job.start', { app: 'dropbox' });
		world.advance({ cycles: 1 });
		must(world, 'app.accept', { app: 'dropbox', account: [...world.tables.accounts.all()][0]!.resource.id });
		must(world, 'unassign', { app: 'dropbox', kind: 'user', who: [5] });
		world.advance({ by: 7_200_000 });
		const removal = views.home(world, {}).upcoming.find(({ kind }) => kind === 'account.remove')!;
		expect(removal.sentence).toBe('Dropbox Business removes john_smith@contoso.com, who is suspended');
		world.advance({ to: removal.at });
		expect([...world.tables.accounts.all()]).toHaveLength(0);
	});

	it('C-321, C-306: names a quarantine and failing objects', () => {
		const world = running();
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ to: at('09:01') });
		expect(views.home(world, {}).attention.map(({ kind }) => kind)).toEqual(['escrows']);
		expect(views.home(world, {}).attention[0]!.sentence).toMatch(/Next retry 09:40:00\.$/);
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:45') });
		const { attention } = views.home(world, {});
		expect(attention.map(({ kind }) => kind)).toEqual(['quarantine', 'escrows']);
		expect(attention[0]!.sentence).toMatch(/is in quarantine: the credentials or the connection failed/);
		must(world, 'job.stop', { app: 'byoa' });
		for (const { sentence } of views.home(world, {}).attention)
			expect(sentence).toMatch(/comes while provisioning is off\.$/);
	});

	it('C-288: says of a manager who could not be written that the object itself did not fail', () => {
		const world = running();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [0, 1, 4] });
		const fault = { kind: 'serverError', only: 'write', from: at('09:00') + 12_000 };
		must(world, 'app.set', { app: 'byoa', settings: { faults: [fault] } });
		world.advance({ to: at('09:05') });
		const [told] = views.home(world, {}).attention;
		expect(told!.sentence).toBe(
			'The manager or members of 2 objects cannot be written in Quillpad. Next retry 09:40:00.'
		);
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'serverError', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ to: at('09:41') });
		expect(views.home(world, {}).attention[0]!.sentence).toMatch(/^1 object fails in Quillpad\./);
	});

	it('H-320, H-460: what Connect cannot write and what it holds back needs attention', () => {
		const world = createWorld({ preset: 'hybrid' });
		must(world, 'connect.set', { deletionThreshold: 0 });
		must(world, 'ad.edit', { account: 7, attribute: 'userPrincipalName', value: 'zoe.@contoso.com' });
		must(world, 'ad.delete', { account: 8 });
		world.advance({ to: at('08:12') });
		const told = views.home(world, {}).attention.map(({ kind, app, sentence }) => [kind, app, sentence]);
		expect(told).toEqual([
			['exports', null, 'Entra ID does not take 1 account that Connect sends.'],
			['held exports', null, 'Connect holds 1 deletion back: more than its threshold.']
		]);
	});
});

describe('mails, audit and insights', () => {
	it('C-461, C-465, C-467, C-472: a quarantine sends one mail and is in the audit log', () => {
		const world = running();
		must(world, 'job.setCredential', { app: 'byoa', state: 'bad' });
		world.advance({ to: at('09:01') });
		const { rows } = views.mails(world, {});
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ to: 'admin@contoso.com', from: 'azure-noreply@microsoft.com' });
		const audit = views.audit(world, {});
		expect(audit.rows.map(({ activity }) => activity)).toEqual([
			'Quarantine',
			'Update provisioning setting or credentials',
			'Enable/start provisioning configuration'
		]);
		expect(audit.rows.every(({ category }) => category === 'ProvisioningManagement')).toBe(true);
		expect(views.audit(world, { activity: 'Quarantine' }).total).toBe(1);
	});

	it('counts what the insights’ tiles show', () => {
		const insights = views.insights(changed(), { app: 'byoa' });
		expect(insights).toMatchObject({
			events: 5,
			byStatus: [
				{ name: 'Success', count: 4 },
				{ name: 'Skipped', count: 1 }
			],
			objectsByType: [{ name: 'User', count: 3 }],
			uniqueByStatus: [
				{ name: 'Success', count: 2 },
				{ name: 'Skipped', count: 1 }
			],
			successRate: 100,
			topErrors: []
		});
		expect(insights.byCycle.map(({ name, success, skipped }) => [name, success, skipped])).toEqual([
			['cycle 2', 2, 0],
			['cycle 1', 2, 1]
		]);
		expect(views.insights(changed(), { since: at('09:00') }).events).toBe(2);
	});
});
