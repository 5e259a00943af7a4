import type { Attachment } from 'svelte/attachments';

/** Gestures on the timeline, in px of its box. */
export interface Gestures {
	/** Whether a drag from here moves the playhead. */
	scrubsFrom(x: number, y: number): boolean;
	scrub(x: number, dx: number, done: boolean): void;
	/** Whether every drag takes a range, as one with Shift does. */
	brushes?(): boolean;
	/** A drag with Shift: a range of time. */
	brush(from: number, to: number, done: boolean): void;
	pan(dx: number, dy: number): void;
	zoom(factor: number, x: number): void;
	click(x: number, y: number): void;
	double(x: number, y: number): void;
	hover(x: number | null, y: number, event: PointerEvent): void;
}

/** A drag begins after this many px; less is a click. */
const SLACK = 4;

/**
 * Drag, wheel and pinch. A drag moves the sheet, with Shift it takes a range; the wheel moves time, with Ctrl it zooms,
 * with Shift it moves the lanes.
 */
export function gestures(on: Gestures): Attachment<HTMLElement> {
	return (node) => {
		const down = new Map<number, { x: number; y: number }>();
		let start: { x: number; y: number; scrub: boolean; brush: boolean } | undefined;
		let moved = false;

		const place = (event: MouseEvent) => {
			const box = node.getBoundingClientRect();
			return { x: event.clientX - box.left, y: event.clientY - box.top };
		};
		const spread = () => {
			const [a, b] = [...down.values()];
			return a && b ? { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2 } : undefined;
		};

		const pointerdown = (event: PointerEvent) => {
			if (event.button !== 0) return;
			const at = place(event);
			down.set(event.pointerId, at);
			node.setPointerCapture(event.pointerId);
			// A second finger begins nothing but a pinch; what the first one is at already still ends.
			if (down.size > 1 && start) return void (moved || (start = { ...at, scrub: false, brush: false }));
			const brush = event.shiftKey || (on.brushes?.() ?? false);
			start = { ...at, scrub: !brush && on.scrubsFrom(at.x, at.y), brush };
			moved = false;
		};
		const pointermove = (event: PointerEvent) => {
			const at = place(event);
			const before = down.get(event.pointerId);
			if (!before || !start) return on.hover(at.x, at.y, event);
			const pinch = spread();
			if (!moved && Math.hypot(at.x - start.x, at.y - start.y) < SLACK) return;
			moved = true;
			down.set(event.pointerId, at);
			if (pinch) {
				const next = spread();
				if (next && pinch.distance > 0) on.zoom(next.distance / pinch.distance, next.x);
			} else if (start.brush) on.brush(start.x, at.x, false);
			else if (start.scrub) on.scrub(at.x, at.x - before.x, false);
			else on.pan(at.x - before.x, at.y - before.y);
		};
		const pointerup = (event: PointerEvent) => {
			if (!down.delete(event.pointerId)) return;
			const at = place(event);
			if (down.size === 0 && start) {
				if (start.brush && moved) on.brush(start.x, at.x, true);
				else if (start.scrub && moved) on.scrub(at.x, 0, true);
				else if (!moved && event.type === 'pointerup') on.click(at.x, at.y);
				start = undefined;
			}
		};
		const leave = (event: PointerEvent) => on.hover(null, 0, event);
		const double = (event: MouseEvent) => {
			const at = place(event);
			on.double(at.x, at.y);
		};
		const wheel = (event: WheelEvent) => {
			event.preventDefault();
			const size = event.deltaMode === 1 ? 16 : 1;
			const [dx, dy] = [event.deltaX * size, event.deltaY * size];
			if (event.ctrlKey || event.metaKey) on.zoom(Math.exp(-dy / 240), place(event).x);
			else if (event.shiftKey) on.pan(0, -(dy || dx));
			else on.pan(-(Math.abs(dx) > Math.abs(dy) ? dx : dy), 0);
		};

		node.addEventListener('pointerdown', pointerdown);
		node.addEventListener('pointermove', pointermove);
		node.addEventListener('pointerup', pointerup);
		node.addEventListener('pointercancel', pointerup);
		node.addEventListener('pointerleave', leave);
		node.addEventListener('dblclick', double);
		node.addEventListener('wheel', wheel, { passive: false });
		return () => {
			node.removeEventListener('pointerdown', pointerdown);
			node.removeEventListener('pointermove', pointermove);
			node.removeEventListener('pointerup', pointerup);
			node.removeEventListener('pointercancel', pointerup);
			node.removeEventListener('pointerleave', leave);
			node.removeEventListener('dblclick', double);
			node.removeEventListener('wheel', wheel);
		};
	};
}
