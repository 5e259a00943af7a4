import { describe, expect, it } from 'vitest';
import { emptyEvents, pushEvent, reachOf } from './columns';
import { layout, scaleAround, scaleFor, type Sheet } from './layout';
import { timeOf, xOf } from './scale';
import { HOUR, MINUTE, SECOND } from './words';
import type { TimelineCycle, TimelineData } from './types';
import { ZOOM_LEAST } from './view';

const LANES = 6;
/** The lane that is not drawn. */
const HIDDEN = 2;

/** Days of cycles, changes and commands, the same for a seed; every other time only the hidden lane goes on in the middle. */
function days(seed: number, hours: number): { data: TimelineData; clock: number } {
	let state = seed;
	const below = (n: number) => (state = (state * 48271) % 2147483647) % n;
	const events = emptyEvents();
	const cycles: TimelineCycle[] = [];
	const moments: number[] = [];
	const clock = hours * HOUR;
	const isQuiet = (at: number) => seed % 2 === 0 && at > clock / 4 && at < clock * 0.8;
	for (let lane = 1; lane < LANES; lane++)
		for (let from = below(HOUR); from < clock; from += 40 * MINUTE) {
			if (lane !== HIDDEN && isQuiet(from)) continue;
			const to = from + SECOND + below(below(20) ? 3 * MINUTE : 5 * HOUR);
			const isOpen = to > clock;
			cycles.push({
				lane,
				from,
				to: isOpen ? null : to,
				kind: 'incremental',
				state: isOpen ? 'running' : 'done',
				seq: 0
			});
			for (let n = below(4); n > 0 && from > 6 * HOUR; n--) moments.push(from + below(to - from));
		}
	for (let n = 0; n < hours; n++) moments.push(below(clock), below(clock));
	cycles.push({ lane: 1, from: clock + 9 * MINUTE, to: null, kind: 'incremental', state: 'planned', seq: 0 });
	cycles.sort((a, b) => a.from - b.from);
	for (const at of moments.filter((moment) => moment <= clock).sort((a, b) => a - b))
		pushEvent(events, {
			at,
			lane: isQuiet(at) ? HIDDEN : below(LANES),
			mark: 'update',
			outcome: 'success',
			seq: events.n + 1
		});
	const labels = Array.from(events.at.slice(0, events.n)).flatMap((at, place) =>
		events.lane[place] === 0 ? [{ seq: place + 1, at, text: 'x'.repeat(1 + below(20)) }] : []
	);
	const lanes = Array.from({ length: LANES }, (_, lane) => ({
		id: String(lane),
		name: String(lane),
		kind: lane ? ('app' as const) : ('you' as const)
	}));
	return {
		data: {
			lanes,
			order: [...lanes.keys()].filter((lane) => lane !== HIDDEN),
			events,
			cycles,
			reach: reachOf(cycles),
			quarantines: [],
			labels
		},
		clock
	};
}

/** How many numbers are read of what a timeline is drawn from. */
function counted(data: TimelineData): { data: TimelineData; reads: () => number } {
	let reads = 0;
	const watched = <T extends object>(list: T): T =>
		new Proxy(list, {
			get: (target, key) => {
				if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
				const value: unknown = Reflect.get(target, key, target);
				return typeof value === 'function' ? (value.bind(target) as unknown) : value;
			}
		});
	const { events, cycles, reach, labels } = data;
	return {
		data: {
			...data,
			events: { ...events, at: watched(events.at), lane: watched(events.lane) },
			cycles: watched(cycles),
			reach: watched(reach),
			labels: watched(labels)
		},
		reads: () => reads
	};
}

const WIDTH = 1200;

function drawn(sheet: Sheet, zoom: number, time: number) {
	const view = { zoom, time, at: WIDTH / 2 };
	const scale = scaleAround(sheet, zoom, time, WIDTH, WIDTH);
	const look = { here: null, selected: null, thread: [], laneHeight: 28, axisHeight: 28, quietUnfolded: true };
	return layout({ ...sheet, ...look, scale, view, width: WIDTH, phone: false, measure: (text) => text.length * 7 });
}

describe('the timeline around a time', () => {
	it('lies as in the whole, wherever one looks and however near', () => {
		for (let seed = 1; seed <= 12; seed++) {
			const { data, clock } = days(seed, 24 * 4);
			const now = seed % 3 ? null : clock;
			const sheet = { data, clock: now === null ? clock : Math.round(clock * 0.6), now, unfolded: new Set<number>() };
			for (const zoom of [ZOOM_LEAST, 0.05, 1, 30]) {
				const whole = scaleFor(sheet, zoom);
				for (let place = 0; place <= 10; place++) {
					const time = Math.round(((place - 0.5) / 9) * clock);
					const around = scaleAround(sheet, zoom, time, WIDTH, WIDTH);
					const [x, own] = [xOf(whole, time), xOf(around, time)];
					for (let at = -WIDTH; at <= WIDTH; at += 40) {
						const there = timeOf(whole, x + at);
						expect(xOf(around, there) - own).toBeCloseTo(at, 3);
					}
				}
			}
		}
	});

	it('reads what is seen, however long the past is', () => {
		const readsOf = (hours: number) => {
			const { data, clock } = days(7, hours);
			const { data: watched, reads } = counted(data);
			for (let place = 1; place < 10; place++)
				drawn({ data: watched, clock, now: null }, 1, Math.round((clock * place) / 10));
			return reads();
		};
		expect(readsOf(24 * 100)).toBeLessThan(2 * readsOf(24 * 4));
	});
});
