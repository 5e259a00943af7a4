import { describe, expect, it } from 'vitest';
import type { ScimRequest } from '#lib/scim/types';
import { faulted, faultyQuirks, delayOf, type Fault, type Moment } from './faults';

const query: ScimRequest = { method: 'GET', path: '/Users?filter=userName%20eq%20%22a%22', headers: {} };
const create: ScimRequest = { method: 'POST', path: '/Users', headers: {}, body: '{}' };
const moment = (more: Partial<Moment> = {}): Moment => ({ now: 0, count: 1, chance: () => 0.5, ...more });
const status = (faults: Fault[], request: ScimRequest, at = moment()) => {
	const answer = faulted(faults, request, at);
	return typeof answer === 'object' ? answer.status : answer;
};

describe('faults in front of an application', () => {
	it.each([
		['unauthorized', 401],
		['forbidden', 403],
		['conflict', 409],
		['throttled', 429],
		['serverError', 500],
		['unavailable', 503],
		['timeout', 'timeout'],
		['malformed', 200]
	] as const)('%s answers %s', (kind, expected) => {
		expect(status([{ kind }], create)).toBe(expected);
	});

	it('a throttled request says when to come back (S-155)', () => {
		const answer = faulted([{ kind: 'throttled', retryAfter: 12 }], create, moment());
		expect(answer).toMatchObject({ headers: { 'Retry-After': '12' } });
	});

	it('a malformed answer is a success that cannot be parsed', () => {
		const answer = faulted([{ kind: 'malformed' }], create, moment());
		expect(() => JSON.parse((answer as { body: string }).body)).toThrow();
	});

	it('an outage strikes from its beginning until just before its end', () => {
		const outage: Fault[] = [{ kind: 'unavailable', from: 100, to: 200 }];
		const at = (now: number) => status(outage, create, moment({ now }));
		expect([99, 100, 199, 200].map(at)).toEqual([undefined, 503, 503, undefined]);
	});

	it('every n-th request fails, the others do not', () => {
		const third: Fault[] = [{ kind: 'serverError', every: 3 }];
		const failed = [1, 2, 3, 4, 5, 6].filter((count) => status(third, create, moment({ count })) === 500);
		expect(failed).toEqual([3, 6]);
	});

	it('a chance is drawn from the key that is given, for the place of the fault', () => {
		const faults: Fault[] = [
			{ kind: 'serverError', chance: 0.3 },
			{ kind: 'conflict', chance: 0.3 }
		];
		expect(status(faults, create, moment({ chance: (place) => (place === 1 ? 0.29 : 0.31) }))).toBe(409);
		expect(status(faults, create, moment({ chance: () => 0.3 }))).toBeUndefined();
	});

	it('a fault for writes leaves queries alone', () => {
		expect(status([{ kind: 'serverError', only: 'write' }], query)).toBeUndefined();
		expect(status([{ kind: 'serverError', only: 'query' }], create)).toBeUndefined();
		expect(status([{ kind: 'serverError', only: 'query' }], query)).toBe(500);
	});

	it('a slow application answers, later', () => {
		const slow: Fault[] = [{ kind: 'slow', delay: 700 }];
		expect(faulted(slow, create, moment())).toBeUndefined();
		expect(delayOf(slow, create, moment())).toBe(700);
	});

	it('faults of the way of working become switches while they last', () => {
		const faults: Fault[] = [{ kind: 'noMatch404', to: 10 }, { kind: 'noFilter' }, { kind: 'noSoftDelete', from: 20 }];
		expect(faultyQuirks(faults, 5)).toEqual({ noMatch: 'notFound', filters: 'refuse' });
		expect(faultyQuirks(faults, 25)).toEqual({ filters: 'refuse', deactivation: 'refuse' });
	});
});
