import { drawMark, shapeOf, toneOf } from '../marks';
import { markName, outcomeName, type LaidMark, type Scene, type TimelineEvents } from '#lib/views/timeline';
import { hair, text, type Canvas } from './draw-ground';

export interface Highlights {
	hovered: LaidMark | undefined;
	/** The mark that the keyboard is on. */
	focused: LaidMark | undefined;
}

/** Cycles, quarantine and thread: what takes its time. */
export function drawSpans(canvas: Canvas, scene: Scene): void {
	drawBars(canvas, scene);
	drawLasting(canvas, scene);
	drawThread(canvas, scene);
}

/** Marks and words of what happened between two facts; a pill may lie on both sides. */
export function drawMarks(
	canvas: Canvas,
	scene: Scene,
	events: TimelineEvents,
	lit: Highlights,
	[from, to]: readonly [number, number]
): void {
	const isIn = (seq: number) => seq >= from && seq < to;
	for (const mark of scene.marks)
		if (isIn(events.seq[mark.first]!) || isIn(events.seq[mark.last]!)) drawOne(canvas, scene, events, mark, lit);
	for (const label of scene.labels) {
		if (!isIn(label.seq)) continue;
		const ground = label.x < scene.playhead ? canvas.colours.panel : canvas.colours.page;
		canvas.ctx.textAlign = 'left';
		text(canvas, label.text, label.x, label.y + 1, canvas.colours.ink, 12, 500, ground);
	}
	if (scene.selected && isIn(events.seq[scene.selected.first]!)) ring(canvas, scene.selected, 4, []);
}

function drawBars({ ctx, colours }: Canvas, scene: Scene): void {
	for (const bar of scene.bars) {
		const x = Math.max(-8, Math.round(bar.x)) + 0.5;
		const end = Math.min(scene.width + 8, Math.round(bar.x + bar.width)) - 0.5;
		const y = Math.round(bar.y) + 0.5;
		ctx.beginPath();
		ctx.roundRect(x, y, Math.max(1, end - x), Math.round(bar.height) - 1, 3);
		ctx.lineWidth = colours.hair;
		if (bar.state !== 'planned') {
			ctx.fillStyle = bar.state === 'running' ? colours.select : colours.well;
			ctx.fill();
		} else ctx.setLineDash([3, 3]);
		ctx.strokeStyle = bar.state === 'running' ? colours.accent : colours.edge;
		ctx.stroke();
		ctx.setLineDash([]);
	}
}

/** What lasts differs by its words too. */
const SPAN_COLOURS = { quarantine: 'failure', outage: 'ink', pause: 'quiet' } as const;

function drawLasting(canvas: Canvas, scene: Scene): void {
	const { ctx, colours } = canvas;
	ctx.lineWidth = 2;
	for (const line of scene.lasting) {
		ctx.strokeStyle = colours[SPAN_COLOURS[line.kind ?? 'quarantine']];
		const y = Math.round(line.y) - 1;
		// Where the scale is folded the line is broken: the fold is not drawn over.
		for (const [from, to] of between(line.x0 + 8, line.turn, scene)) hair(ctx, from, y, to, y);
		ctx.setLineDash([2, 4]);
		for (const [from, to] of between(line.turn, line.x1, scene)) hair(ctx, from, y, to, y);
		ctx.setLineDash([]);
	}
	ctx.textAlign = 'center';
	for (const { x, y, width, words, kind } of scene.lastingWords) {
		ctx.fillStyle = x < scene.playhead ? colours.panel : colours.page;
		ctx.fillRect(x - width / 2 + 2, y - 8, width - 4, 16);
		text(canvas, words, x, y + 1, colours[SPAN_COLOURS[kind ?? 'quarantine']], 12, 600);
	}
	ctx.textAlign = 'left';
}

/** A stretch of a lane without the folds inside it. */
function between(from: number, to: number, scene: Scene): [number, number][] {
	let parts: [number, number][] = [[Math.max(-4, from), Math.min(scene.width + 4, to)]];
	for (const fold of scene.folds)
		parts = parts.flatMap(([a, b]): [number, number][] => [
			[a, Math.min(b, fold.x0 - 2)],
			[Math.max(a, fold.x1 + 2), b]
		]);
	return parts.filter(([a, b]) => b > a);
}

function drawThread({ ctx, colours }: Canvas, scene: Scene): void {
	ctx.strokeStyle = colours.accent;
	ctx.lineWidth = 1.5;
	for (const line of scene.thread) {
		hair(ctx, line.x0, line.y0, line.x1, line.y1);
		if (line.y0 !== line.y1) continue;
		// It crosses a fold in dashes.
		for (const fold of scene.folds) {
			const [from, to] = [Math.max(fold.x0, Math.min(line.x0, line.x1)), Math.min(fold.x1, Math.max(line.x0, line.x1))];
			if (to <= from) continue;
			ctx.fillStyle = colours.page;
			ctx.fillRect(from, line.y0 - 1, to - from, 4);
			ctx.setLineDash([3, 3]);
			hair(ctx, from, line.y0, to, line.y0);
			ctx.setLineDash([]);
		}
	}
}

function groundAt({ colours }: Canvas, scene: Scene, mark: LaidMark): string {
	const bar = scene.bars.find(
		(one) => mark.y >= one.y && mark.y <= one.y + one.height && mark.x >= one.x && mark.x <= one.x + one.width
	);
	if (bar && bar.state !== 'planned') return bar.state === 'running' ? colours.select : colours.well;
	return mark.x < scene.playhead ? colours.panel : colours.page;
}

function drawOne(canvas: Canvas, scene: Scene, events: TimelineEvents, mark: LaidMark, lit: Highlights): void {
	const { ctx, colours } = canvas;
	const ground = groundAt(canvas, scene, mark);
	if (mark.kind === 'pill') {
		const [w, h] = [mark.width, mark === lit.hovered ? 18 : 14];
		ctx.beginPath();
		ctx.roundRect(mark.x - w / 2, mark.y - h / 2, w, h, h / 2);
		ctx.strokeStyle = ground;
		ctx.lineWidth = 3;
		ctx.stroke();
		ctx.fillStyle = mark.skips ? colours.quiet : colours.success;
		ctx.fill();
		ctx.textAlign = 'center';
		text(canvas, String(mark.count), mark.x, mark.y + 0.5, colours.panel, 11, 600);
	} else {
		const shape = shapeOf(markName(events, mark.first), outcomeName(events, mark.first));
		const tone = toneOf(shape, outcomeName(events, mark.first));
		drawMark(ctx, shape, mark.x, mark.y, mark === lit.hovered ? 16 : 12, colours[tone], ground);
		if (mark.kind === 'stack') {
			ctx.textAlign = 'left';
			text(canvas, String(mark.count), mark.x + 8, mark.y + 1, colours.ink, 11, 600, ground);
		}
	}
	if (mark === lit.focused) ring(canvas, mark, 3, [2, 2]);
}

function ring({ ctx, colours }: Canvas, mark: LaidMark, away: number, dash: number[]): void {
	const radius = 6 + away;
	const wide = Math.max(mark.kind === 'pill' ? mark.width / 2 + away : radius, radius);
	ctx.beginPath();
	ctx.roundRect(mark.x - wide, mark.y - radius, wide * 2, radius * 2, radius);
	ctx.strokeStyle = colours.accent;
	ctx.lineWidth = 2;
	ctx.setLineDash(dash);
	ctx.stroke();
	ctx.setLineDash([]);
}
