import { describe, expect, it } from 'vitest';
import type { AttributeMapping } from '#lib/engine/mapping';
import { dayOf, nextDay, visibleFrom, workdayDate } from './dates';
import { phoneFields, withPhones } from './phones';
import * as shippedPart from './shipped';
import * as elsewherePart from './shipped-elsewhere';
import { shipped, shippedElsewhere, templates } from './templates';
import { loops } from './writeback';
import { workdayRecord } from './workday';
import { profilesOf, type Worker } from './worker';

shipped.fill(shippedPart);
shippedElsewhere.fill(elsewherePart);

const worker: Worker = {
	wid: 'w1',
	workerId: '1000001',
	type: 'E',
	hireDate: '2019-05-06',
	lastDay: null,
	rehired: false,
	rescinded: false,
	fields: { BusinessTitle: 'Clerk' },
	manager: null,
	coming: [],
	landlines: [{ number: '5550199', extension: null, primary: true }],
	mobiles: []
};
const read = (one: Worker, date: string, lookahead = false) =>
	profilesOf(one, { system: 'workday', at: Date.parse(date), lookahead }).map(workdayRecord);

describe('Pacific Time', () => {
	it('H-123: a day begins at 08:00 UTC in winter and at 07:00 in summer', () => {
		const hour = (date: string) => new Date(visibleFrom('workday', date)).toISOString().slice(11, 16);
		expect(['2026-03-05', '2026-03-08', '2026-03-09', '2025-05-14', '2026-11-01', '2026-11-02'].map(hour)).toEqual([
			'08:00',
			'08:00',
			'07:00',
			'07:00',
			'07:00',
			'08:00'
		]);
	});

	it('H-126: a last day of 14 May is seen with the lookahead at 17:00 in Melbourne, 16:00 in Japan, 12:30 in India', () => {
		// The page says 13:30 for India, which daylight saving time does not give; the other two it gives.
		const seen = visibleFrom('workday', '2025-05-14');
		const local = (hours: number) => new Date(seen + hours * 3_600_000).toISOString().slice(0, 16);
		expect([local(10), local(9), local(5.5)]).toEqual(['2025-05-14T17:00', '2025-05-14T16:00', '2025-05-14T12:30']);
	});

	it('H-124: a last day is over twelve to eighteen hours earlier in Asia and Australia than Workday shows it', () => {
		const delay = (lastDay: string, hoursFromUtc: number) => {
			const midnight = dayOf(nextDay(lastDay)) - hoursFromUtc * 3_600_000;
			return (visibleFrom('workday', nextDay(lastDay)) - midnight) / 3_600_000;
		};
		expect([5.5, 8, 9, 10].map((hours) => delay('2025-05-14', hours))).toEqual([12.5, 15, 16, 17]);
	});

	it('H-243: a date carries its offset', () => {
		expect(workdayDate('2012-03-16')).toBe('2012-03-16-07:00');
		expect(workdayDate('2026-01-05')).toBe('2026-01-05-08:00');
	});

	it('knows which days there are', () => {
		expect(Number.isNaN(dayOf('2026-02-30'))).toBe(true);
		expect(Number.isNaN(dayOf('2024-02-29'))).toBe(false);
	});
});

describe('a worker as Workday shows it', () => {
	it('H-083: a future hire is active already', () => {
		expect(read({ ...worker, hireDate: '2026-03-16' }, '2026-03-02T08:00Z')[0]!.Active).toBe('1');
	});

	it('H-120, H-129: a termination is not seen before it is effective', () => {
		const leaver = { ...worker, lastDay: '2026-03-04' };
		const values = (date: string, lookahead: boolean) => {
			const { Active, StatusTerminationLastDayOfWork } = read(leaver, date, lookahead)[0]!;
			return [Active, StatusTerminationLastDayOfWork];
		};
		expect(values('2026-03-05T07:59Z', false)).toEqual(['1', null]);
		expect(values('2026-03-05T08:00Z', false)).toEqual(['0', '2026-03-04-08:00']);
		expect(values('2026-03-04T07:59Z', true)).toEqual(['1', null]);
		expect(values('2026-03-04T08:00Z', true)).toEqual(['1', '2026-03-04-08:00']);
	});

	it('H-136: somebody on leave is active', () => {
		const fields = { LeaveAbsenceType: 'Parental' };
		expect(read({ ...worker, fields }, '2026-03-02T08:00Z')[0]!.Active).toBe('1');
	});

	it('H-179: employees and contingent workers have ids of different names', () => {
		expect(read(worker, '2026-03-02T08:00Z')[0]).toMatchObject({ EmployeeID: '1000001', ContingentID: null });
		expect(read({ ...worker, type: 'C' }, '2026-03-02T08:00Z')[0]).toMatchObject({ EmployeeID: null });
	});

	it('H-155: a conversion that lies ahead is a profile of its own, read before its day', () => {
		const coming = [
			{ effective: '2026-03-20', profile: { wid: 'w2', type: 'E' } as const, fields: { BusinessTitle: 'Lead' } }
		];
		const profiles = read({ ...worker, coming }, '2026-03-02T08:00Z');
		expect(profiles.map(({ WID, BusinessTitle }) => [WID, BusinessTitle])).toEqual([
			['w2', 'Lead'],
			['w1', 'Clerk']
		]);
		expect(read({ ...worker, coming }, '2026-03-20T07:00Z').map(({ WID }) => WID)).toEqual(['w2']);
	});
});

describe('numbers written back', () => {
	it('H-352: a primary number replaces the primary one, a secondary number is one more', () => {
		const primary = withPhones(worker, { landlineNumber: '1', landlinePrimary: 'true' }, 'workday');
		expect(primary.landlines).toEqual([{ number: '1', extension: null, primary: true }]);
		const second = withPhones(primary, { landlinePrimary: 'false' }, 'workday');
		const third = withPhones(second, { landlineNumber: '2' }, 'workday');
		expect(third.landlines.map(({ number, primary: first }) => [number, first])).toEqual([
			['1', true],
			['1', false],
			['2', false]
		]);
		expect(phoneFields(third, 'workday')).toMatchObject({ landlineNumber: '2', landlinePrimary: 'false' });
	});
});

describe('loops', () => {
	const direct = (target: string, attribute: string, flowType?: 'ObjectAddOnly'): AttributeMapping => ({
		target,
		source: { type: 'Direct', attribute },
		...(flowType && { flowType })
	});

	it('H-321: a field that inbound reads and writeback writes from the same attribute is flagged', () => {
		const back = [direct('email', 'mail')];
		expect(loops('successfactors', [direct('mail', 'PerEmail.emailAddress')], back)).toEqual(['mail']);
		expect(loops('successfactors', [direct('mail', 'PerEmail.emailAddress', 'ObjectAddOnly')], back)).toEqual([]);
		const phone: AttributeMapping = {
			target: 'landlineNumber',
			source: { type: 'Expression', expression: 'Mid([telephoneNumber], 1, 9)' }
		};
		expect(loops('workday', [direct('telephoneNumber', 'PrimaryWorkTelephone')], [phone])).toEqual(['telephoneNumber']);
	});
});

describe('the shipped jobs', () => {
	it('H-190, H-191: Workday to Active Directory has 24 rows and no mail', () => {
		const { mappings } = templates.find(({ id }) => id === 'wd-ad')!;
		expect(mappings).toHaveLength(24);
		expect(mappings.map(({ target }) => target)).not.toContain('mail');
	});

	it('H-194, H-195: SuccessFactors writes mail, and each target once', () => {
		const targets = templates.find(({ id }) => id === 'sf-ad')!.mappings.map(({ target }) => target);
		expect(targets).toContain('mail');
		expect(new Set(targets).size).toBe(targets.length);
	});

	it('H-170: every job matches on the worker’s id', () => {
		const matching = (id: string) => templates.find((one) => one.id === id)!.mappings.find(({ match }) => match)!;
		expect(matching('wd-ad')).toMatchObject({ source: '[WorkerID]', target: 'employeeID' });
		expect(matching('sf-entra')).toMatchObject({ source: '[PerPerson.personIdExternal]', target: 'employeeId' });
		expect(matching('api-entra')).toMatchObject({ source: '[externalId]', target: 'employeeId' });
	});
});
