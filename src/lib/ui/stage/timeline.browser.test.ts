import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { markName, timeWords } from '#lib/views/timeline';
import { day, sample } from '#lib/views/timeline/sample.fixture';
import Timeline from './Timeline.svelte';

const data = sample();
const describeEvent = (at: number) => ({
	identity: `Event ${at}`,
	action: markName(data.events, at),
	time: timeWords(data.events.at[at]!)
});

async function shown(more: object = {}) {
	const screen = await render(Timeline, {
		props: { data, clock: day('09:41:12'), here: 'slack', describe: describeEvent, ...more }
	});
	screen.container.style.cssText = 'display: flex; flex-direction: column; width: 1200px; height: 252px';
	await expect.poll(() => document.querySelectorAll('[role=option]').length).toBeGreaterThan(10);
	return screen;
}

const canvas = () => document.querySelector('canvas')!;
const list = () => document.querySelector<HTMLElement>('[role=listbox]')!;
const active = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.textContent;

function pointer(type: string, x: number, y: number, more: PointerEventInit = {}) {
	const box = canvas().getBoundingClientRect();
	canvas().dispatchEvent(
		new PointerEvent(type, { clientX: box.left + x, clientY: box.top + y, bubbles: true, pointerId: 1, ...more })
	);
}

beforeEach(() => page.viewport(1280, 800));

describe('the timeline', () => {
	it('is a list of its marks for keyboard and screen readers', async () => {
		const picked: number[] = [];
		await shown({ onselect: (seq: number) => picked.push(seq) });
		await userEvent.tab();
		expect(document.activeElement).toBe(list());
		await expect.poll(active).toBe('Event 0, command, 08:20:00');
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(active).toBe('Event 1, update, 08:24:00');
		await userEvent.keyboard('{Enter}');
		expect(picked).toEqual([2]);
	});

	it('tells at once what the keyboard is on, also while the sheet moves', async () => {
		await shown();
		await userEvent.tab();
		const press = (key: string) => {
			list().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
			flushSync();
		};
		const all = document.querySelectorAll('[role=option]').length;
		for (let times = 0; times < 12; times++) press('+');
		await expect.poll(() => document.querySelectorAll('[role=option]').length).toBeLessThan(all);
		for (let times = 0; times < 12; times++) press('-');
		for (let times = 0; times < 3; times++) {
			press('ArrowRight');
			expect(active()).toMatch(/^Event \d+, command/);
		}
	});

	it('lists nothing any more that was taken back', async () => {
		const screen = await shown();
		const last = [...document.querySelectorAll('[role=option]')].at(-1)!.textContent;
		await screen.rerender({ data: { ...data, events: { ...data.events, n: 6 } } });
		flushSync();
		expect(document.querySelectorAll('[role=option]').length).toBeGreaterThan(0);
		expect(document.body.textContent).not.toContain(last);
		await expect.poll(() => document.querySelectorAll('[role=option]').length).toBeLessThan(7);
	});

	it('says how many events a pill stands for', async () => {
		await shown();
		const pills = [...document.querySelectorAll('[role=option]')].filter((one) => /^\d+ events/.test(one.textContent));
		expect(pills.length).toBeGreaterThan(0);
		expect(pills[0]!.textContent).toMatch(/^\d+ events, Slack, 09:00:\d\d to 09:00:\d\d$/);
	});

	it('draws on every pixel that the screen has', async () => {
		await shown();
		await expect.poll(() => canvas().width).toBe(Math.round(1200 * devicePixelRatio));
		const pixels = canvas().getContext('2d')!.getImageData(0, 0, canvas().width, canvas().height).data;
		expect(new Set(pixels).size).toBeGreaterThan(20);
	});

	it('shows in the past what has happened in its strength, and what comes in the same moment faded', async () => {
		const at = data.events.mark.findIndex((_, event) => markName(data.events, event) === 'command');
		const [clock, seq] = [data.events.at[at]!, data.events.seq[at]!];
		const screen = await shown({ clock, now: day('09:41:12'), happened: seq });
		const ink = async () => {
			await new Promise(requestAnimationFrame);
			await new Promise(requestAnimationFrame);
			const { data: bytes } = canvas().getContext('2d')!.getImageData(0, 28, canvas().width, 24);
			return bytes.reduce((sum, byte) => sum + 255 - byte, 0);
		};
		const before = await ink();
		await screen.rerender({ happened: seq + 1 });
		expect(await ink()).toBeGreaterThan(before + 1000);
	});

	it('moves the playhead when the axis is dragged, and says when it was let go', async () => {
		const scrubs: [number, boolean][] = [];
		await shown({ onscrub: (at: number, done: boolean) => scrubs.push([at, done]) });
		pointer('pointerdown', 800, 10);
		pointer('pointermove', 700, 10);
		pointer('pointermove', 600, 10);
		pointer('pointerup', 600, 10);
		expect(scrubs.map(([, done]) => done)).toEqual([false, false, true]);
		expect(scrubs[1]![0]).toBeLessThan(scrubs[0]![0]);
	});

	it('zooms by two fingers, and moves the playhead by them only where one was moving it', async () => {
		const scrubs: boolean[] = [];
		await shown({ onscrub: (_at: number, done: boolean) => scrubs.push(done) });
		// The browser knows of no fingers: only a real one can be captured.
		for (let node: HTMLElement | null = canvas(); node; node = node.parentElement) node.setPointerCapture = () => {};
		const before = list().textContent;
		const finger = (type: string, id: number, x: number) => pointer(type, x, 10, { pointerId: id });
		const pinch = () => {
			finger('pointerdown', 2, 500);
			finger('pointermove', 2, 400);
			finger('pointermove', 2, 300);
			finger('pointerup', 2, 300);
			finger('pointerup', 1, 700);
		};
		finger('pointerdown', 1, 700);
		pinch();
		await expect.poll(() => list().textContent).not.toBe(before);
		expect(scrubs).toEqual([]);
		finger('pointerdown', 1, 800);
		finger('pointermove', 1, 700);
		pinch();
		expect(scrubs).toEqual([false, true]);
	});

	it('takes a range of time with Shift', async () => {
		const ranges: ({ from: number; to: number } | null)[] = [];
		await shown({ onrange: (range: { from: number; to: number } | null) => ranges.push(range) });
		pointer('pointerdown', 700, 100, { shiftKey: true });
		pointer('pointermove', 500, 100, { shiftKey: true });
		pointer('pointerup', 500, 100);
		expect(ranges).toHaveLength(1);
		expect(ranges[0]!.to).toBeGreaterThan(ranges[0]!.from);
	});

	it('moves the sheet by dragging and zooms around the pointer with Ctrl and the wheel', async () => {
		await shown();
		const before = list().textContent;
		pointer('pointerdown', 900, 100);
		pointer('pointermove', 600, 100);
		pointer('pointerup', 600, 100);
		await expect.poll(() => list().textContent).not.toBe(before);
		const moved = list().textContent;
		canvas().dispatchEvent(
			new WheelEvent('wheel', {
				deltaY: -400,
				ctrlKey: true,
				clientX: 700,
				clientY: 100,
				bubbles: true,
				cancelable: true
			})
		);
		await expect.poll(() => list().textContent).not.toBe(moved);
	});
});
