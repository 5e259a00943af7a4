import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { act, at, hrCompany, lena } from '../testing/hybrid';
import { traceAccount, traceValue, traceWorker, type Hop } from './trace';
import { versionsOf } from './versions';

const minutes = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString().slice(11, 16));

describe('where a value comes from', () => {
	const world = createWorld({ preset: 'hybrid-hr', apps: ['snowflake'] });
	act(world, '08:12', 'assign', { app: 'snowflake', kind: 'user', who: [7] });
	act(world, '08:20', 'job.start', { app: 'snowflake' });
	act(world, '09:01', 'hr.change', { worker: 7, fields: { LastName: 'Braun', BusinessTitle: 'Harbour Master' } });
	act(world, '09:05', 'ad.edit', { account: 7, attribute: 'mail', value: 'zoe.braun@contoso.com' });
	world.advance({ to: at('11:00') });
	const hops = (attribute: string) =>
		traceValue(world.sim, 7, attribute).map(({ system, attribute: name, value, changed, by, authoritative }) => [
			system,
			name,
			value,
			minutes(changed?.at),
			by,
			authoritative
		]);

	it('H-322: follows a name from HR over Active Directory and the tenant into an application', () => {
		expect(hops('surname')).toEqual([
			['hr', 'LastName', 'Braun', '09:01', null, true],
			['ad', 'sn', 'Braun', '09:20', 'wd-ad', false],
			['entra', 'surname', 'Braun', '09:40', 'connect', false],
			['app', 'name.familyName', 'Braun', '10:20', 'snowflake', false]
		]);
	});

	it('H-322: knows that an address begins in Active Directory', () => {
		expect(hops('mail').map(([system, , , , , first]) => [system, first])).toEqual(
			expect.arrayContaining([
				['ad', true],
				['entra', false]
			])
		);
		expect(hops('mail')[0]).toEqual(['ad', 'mail', 'zoe.braun@contoso.com', '09:05', null, true]);
	});

	it('H-322: follows an address back into the record of the worker, and an anchor to the objectGUID', () => {
		const back = hrCompany();
		act(back, '08:01', 'job.start', { app: 'wd-wb' });
		act(back, '08:05', 'ad.edit', { account: 7, attribute: 'mail', value: 'zoe@contoso.com' });
		back.advance({ to: at('10:00') });
		expect(traceValue(back.sim, 7, 'mail').map(({ system, value, by }) => [system, value, by])).toEqual([
			['ad', 'zoe@contoso.com', null],
			['entra', 'zoe@contoso.com', 'connect'],
			['hr', 'zoe@contoso.com', 'wd-wb']
		]);
		expect(traceValue(back.sim, 7, 'immutableId').map(({ system, attribute }) => [system, attribute])).toEqual([
			['ad', 'objectGUID'],
			['entra', 'immutableId']
		]);
	});

	it('names the rule and the fact of each step', () => {
		const [, ad] = traceValue(world.sim, 7, 'surname');
		expect(ad!.changed!.rule).toBe('H-100');
		expect(world.facts()[ad!.changed!.seq]!.subject).toEqual({ table: 'adUsers', slot: 7 });
	});

	it('leaves a value that never changed at the beginning, and a cloud user in the cloud', () => {
		expect(traceValue(world.sim, 7, 'city')[0]).toMatchObject({ system: 'hr', value: 'Berlin', changed: null });
		const cloud = createWorld();
		expect(traceValue(cloud.sim, 7, 'city')).toMatchObject([{ system: 'entra', authoritative: true, by: null }]);
	});

	const told = (of: World, user: number, attribute: string) =>
		traceValue(of.sim, user, attribute).map(({ system, value, changed, by, once, authoritative }) =>
			[system, value, minutes(changed?.at), by, once && 'once', authoritative && 'master'].filter(Boolean).join(' ')
		);
	const userOf = (of: World, id: string) => of.tables.usersByEmployeeId.first(id)!;

	it('H-101, H-322: of somebody who was hired, tells when each place was filled, and what was written once', () => {
		const hiring = createWorld({ preset: 'hybrid-hr', apps: ['snowflake'] });
		act(hiring, '08:07', 'hr.hire', lena);
		hiring.advance({ to: at('09:20') });
		const user = userOf(hiring, lena.workerId);
		act(hiring, '09:21', 'assign', { app: 'snowflake', kind: 'user', who: [user] });
		act(hiring, '09:25', 'job.start', { app: 'snowflake' });
		hiring.advance({ to: at('10:30') });
		expect(told(hiring, user, 'surname')).toEqual([
			'hr Fischer 08:07 master',
			'ad Fischer 08:40 wd-ad',
			'entra Fischer 09:10 connect',
			'app Fischer 09:25 snowflake'
		]);
		expect(told(hiring, user, 'userPrincipalName').slice(0, 3)).toEqual([
			'hr Lena 08:07',
			'ad Lena.Fischer@contoso.com 08:40 wd-ad once master',
			'entra Lena.Fischer@contoso.com 09:10 connect'
		]);
		expect(told(hiring, 7, 'userPrincipalName')[0]).toMatch(/^ad .* master$/);
	});

	it('H-322: goes from Active Directory in a hybrid company, and from HR to the tenant without one', () => {
		const onPremises = createWorld({ preset: 'hybrid' });
		act(onPremises, '08:12', 'ad.edit', { account: 7, attribute: 'title', value: 'Pilot' });
		onPremises.advance({ to: at('09:00') });
		expect(told(onPremises, 7, 'jobTitle')).toEqual(['ad Pilot 08:12 master', 'entra Pilot 08:40 connect']);
		const cloud = createWorld({ preset: 'cloud-only', hr: 'workday' });
		act(cloud, '08:12', 'job.start', { app: 'wd-entra' });
		act(cloud, '08:45', 'hr.hire', lena);
		cloud.advance({ to: at('10:00') });
		const user = userOf(cloud, lena.workerId);
		expect(told(cloud, user, 'surname')).toEqual(['hr Fischer 08:45 master', 'entra Fischer 08:52 wd-entra']);
		expect(told(cloud, user, 'mailNickname')[1]).toBe('entra Lena.Fischer 08:52 wd-entra once master');
	});

	it('H-003, H-322: follows somebody who is not in the tenant yet as far as the way goes', () => {
		const hiring = createWorld({ preset: 'hybrid-hr' });
		act(hiring, '08:07', 'hr.hire', lena);
		const worker = hiring.tables.workersById.first(lena.workerId)!;
		const way = (hops: readonly Hop[]) =>
			hops.map(({ system, value, by }) => `${system} ${String(value)} ${by ?? ''}`.trim());
		const surname = () => way(traceWorker(hiring.sim, worker, 'surname'));
		expect(surname()).toEqual(['hr Fischer']);
		expect(traceWorker(hiring.sim, worker, 'mail')).toEqual([]);
		hiring.advance({ to: at('08:45') });
		expect(surname()).toEqual(['hr Fischer', 'ad Fischer wd-ad']);
		const account = hiring.tables.adByEmployeeId.first(lena.workerId)!;
		expect(way(traceAccount(hiring.sim, account, 'surname'))).toEqual(surname());
		expect(traceAccount(hiring.sim, account, 'userPrincipalName').map(({ authoritative }) => authoritative)).toEqual([
			false,
			true
		]);
		hiring.advance({ to: at('09:15') });
		expect(surname()).toEqual(['hr Fischer', 'ad Fischer wd-ad', 'entra Fischer connect']);
		expect(way(traceAccount(hiring.sim, account, 'surname'))).toEqual(surname());
	});

	it('tells everything that a worker has been', () => {
		const other = createWorld({ preset: 'hybrid-hr' });
		act(other, '08:20', 'hr.hire', lena);
		act(other, '08:30', 'hr.change', { worker: 25, fields: { BusinessTitle: 'Pilot' } });
		const versions = versionsOf(other.sim, 'workers', 25);
		expect(versions.map((version) => minutes(version.at))).toEqual(['08:20', '08:30']);
	});
});
