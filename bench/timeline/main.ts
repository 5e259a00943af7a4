import '../../src/app.css';
import { mount } from 'svelte';
import Timeline from '#lib/ui/stage/Timeline.svelte';
import { emptyEvents, pushEvent, reachOf, type TimelineCycle, type TimelineData } from '#lib/views/timeline';

const lanes = 40;
const day = 86_400_000;
const start = Date.UTC(2026, 2, 2);
const CYCLE = 40 * 60_000;

/** Events and cycles all over some days and all lanes, the same at every run. */
function data(count: number, days: number): TimelineData {
	const events = emptyEvents(count);
	for (let n = 0; n < count; n++) {
		const lane = 1 + ((n * 7919) % (lanes - 1));
		const outcome = n % 97 === 0 ? 'failure' : n % 5 === 0 ? 'skipped' : 'success';
		const mark = outcome === 'failure' ? 'failure' : outcome === 'skipped' ? 'skip' : 'update';
		pushEvent(events, { at: start + (n * days * day) / count, lane, mark, outcome, seq: n + 1, subject: n % 1000 });
	}
	const names = Array.from({ length: lanes }, (_, lane) => ({
		id: `lane-${lane}`,
		name: lane === 0 ? 'You' : `System ${lane}`,
		kind: lane === 0 ? ('you' as const) : ('app' as const)
	}));
	const cycles = Array.from({ length: Math.floor((days * day) / CYCLE) * (lanes - 1) }, (_, seq): TimelineCycle => {
		const from = start + Math.floor(seq / (lanes - 1)) * CYCLE;
		return { lane: 1 + (seq % (lanes - 1)), from, to: from + 60_000, kind: 'incremental', state: 'done', seq };
	});
	const order = [...names.keys()];
	return { lanes: names, order, events, cycles, reach: reachOf(cycles), quarantines: [], labels: [] };
}

export interface Frames {
	readonly count: number;
	readonly median: number;
	readonly p95: number;
	/** What of it is our own work: a busy machine makes frames late, not dear. */
	readonly work: { readonly median: number; readonly p95: number };
}

/** Milliseconds that callbacks of frames took since somebody looked. */
let spent = 0;
const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
	request((now) => {
		const began = performance.now();
		callback(now);
		spent += performance.now() - began;
	});

const middle = (times: number[]) => {
	times.sort((a, b) => a - b);
	return { median: times[times.length >> 1]!, p95: times[Math.floor(times.length * 0.95)]! };
};

/** Times of the frames while the wheel turns: with Ctrl it zooms, without it pans. */
async function frames(zoom: boolean, count: number): Promise<Frames> {
	const canvas = document.querySelector('canvas')!;
	const times: number[] = [];
	const work: number[] = [];
	let last = performance.now();
	for (let n = 0; n < count; n++) {
		spent = 0;
		const began = performance.now();
		const deltaX = zoom ? 0 : n % 60 < 30 ? -40 : 40;
		const deltaY = zoom ? (n % 60 < 30 ? -30 : 30) : 0;
		canvas.dispatchEvent(
			new WheelEvent('wheel', {
				deltaX,
				deltaY,
				ctrlKey: zoom,
				clientX: 700,
				clientY: 300,
				bubbles: true,
				cancelable: true
			})
		);
		// What the event changed is laid out before the next frame.
		await Promise.resolve();
		const laid = performance.now() - began;
		const now = await new Promise<number>(request);
		times.push(now - last);
		work.push(laid + spent);
		last = now;
	}
	return { count, ...middle(times), work: middle(work) };
}

const FRAMES = 180;

Object.assign(window, {
	async set(events: number, days = 1): Promise<void> {
		const box = document.getElementById('box')!;
		box.replaceChildren();
		const props = {
			data: data(events, days),
			clock: start + days * day,
			describe: () => ({ identity: 'Somebody', time: '' })
		};
		mount(Timeline, { target: box, props });
		for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame);
	},
	pan: () => frames(false, FRAMES),
	zoom: () => frames(true, FRAMES)
});
