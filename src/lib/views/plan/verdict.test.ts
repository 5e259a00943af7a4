import { describe, expect, it } from 'vitest';
import { thresholds, type Measure } from '#lib/content/plans/pilot';
import type { WaveReport } from '#lib/world/pilot';
import { isGo, verdictsOf } from './verdict';

const counts = { created: 50, matched: 0, updated: 0, disabled: 0, deleted: 0, staged: 0, failed: 0, skipped: 0 };
const load = {
	requests: 100,
	writes: 50,
	throttled: 0,
	perMinute: [{ what: 'creates', peak: 12, limit: 180 }],
	perSecond: { peak: 2, limit: null }
};
const fine: WaveReport = {
	id: 'a',
	name: 'First',
	at: 0,
	end: 3_600_000,
	took: 3_600_000,
	told: [],
	people: 50,
	reached: 50,
	others: 0,
	nested: 0,
	counts,
	rows: [],
	matchedBy: [],
	failures: [],
	skips: [],
	changes: [],
	suspects: { count: 0, first: [] },
	unmatched: { count: 3, first: [] },
	quarantine: null,
	mails: 0,
	load
};

/** For each check a wave that it stops. */
const stopped: readonly (readonly [Measure, Partial<WaveReport>])[] = [
	['reached', { reached: 48 }],
	['failures', { counts: { ...counts, failed: 2 } }],
	['duplicates', { failures: [{ name: 'DuplicateTargetEntries', count: 1 }] }],
	['suspects', { suspects: { count: 1, first: [] } }],
	['removals', { counts: { ...counts, staged: 1 } }],
	['overwritten', { changes: [{ name: 'title', count: 30, overwritten: 11 }] }],
	['quarantine', { quarantine: 'TooManyDeletes' }],
	['hours', { took: 9 * 3_600_000 }],
	['throttled', { load: { ...load, throttled: 1 } }],
	['load', { load: { ...load, perMinute: [{ what: 'creates', peak: 170, limit: 180 }] } }]
];
const all = thresholds.map((one) => ({ ...one, on: true }));

describe('the go / no-go checks of a wave', () => {
	it('let a wave go that nothing speaks against', () => {
		expect(isGo(fine, thresholds)).toBe(true);
		expect(isGo(fine, all)).toBe(true);
		expect(verdictsOf(fine, thresholds)[0]).toEqual({
			id: 'reached',
			label: 'People of the wave who can work',
			told: '50 of 50 people, 100 %.',
			wanted: 'At least 98 %',
			holds: true
		});
	});

	it('are every one tried here', () => {
		expect(stopped.map(([id]) => id).sort()).toEqual(thresholds.map(({ id }) => id).sort());
	});

	it.each(stopped)('stop a wave: %s', (id, more) => {
		const wave = { ...fine, ...more };
		const broken = verdictsOf(wave, all).filter(({ holds }) => !holds);
		expect(broken.map((one) => one.id)).toEqual([id]);
		expect(isGo(wave, all)).toBe(false);
	});

	it('weigh requests a second like those a minute', () => {
		const wave = { ...fine, load: { ...load, perSecond: { peak: 20, limit: 20 } } };
		const told = verdictsOf(wave, thresholds).find(({ id }) => id === 'load')!;
		expect(told).toMatchObject({ told: '20 of 20 requests a second, 100 %.', holds: false });
	});

	it('that are off, or have another limit, stop nobody', () => {
		const wave = { ...fine, counts: { ...counts, failed: 2 } };
		const change = (more: object) => thresholds.map((one) => (one.id === 'failures' ? { ...one, ...more } : one));
		expect(isGo(wave, thresholds)).toBe(false);
		expect(isGo(wave, change({ on: false }))).toBe(true);
		expect(isGo(wave, change({ limit: 10 }))).toBe(true);
	});

	it('stop a wave whose cycle never ended', () => {
		expect(isGo({ ...fine, end: null, took: 0 }, thresholds)).toBe(false);
	});

	it('name one of something as one', () => {
		const one = { ...fine, suspects: { count: 1, first: [] }, took: 3_600_000 };
		const limited = thresholds.map((each) => ({ ...each, on: true, limit: each.unit === '%' ? each.limit : 1 }));
		const words = verdictsOf(one, limited).map(({ wanted, told }) => `${wanted}: ${told}`);
		expect(words).toContain('At most 1 account: 1 account.');
		expect(words).toContain('At most 1 hour: 1 hour.');
		expect(words).toContain('At most 1 person: 0 people.');
	});
});
