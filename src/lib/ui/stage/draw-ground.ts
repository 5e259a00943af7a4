import type { Scene } from '#lib/views/timeline';
import type { Colours } from './colours.svelte';

export interface Canvas {
	ctx: CanvasRenderingContext2D;
	colours: Colours;
	/** Left of the plot: the names of the lanes. */
	names: number;
}

/** A hair line on whole pixels. */
export function hair(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
	const shift = (ctx.lineWidth / 2) % 1;
	const [dx, dy] = x0 === x1 ? [shift, 0] : [0, shift];
	ctx.beginPath();
	ctx.moveTo(Math.round(x0) + dx, Math.round(y0) + dy);
	ctx.lineTo(Math.round(x1) + dx, Math.round(y1) + dy);
	ctx.stroke();
}

export function text(
	{ ctx, colours }: Canvas,
	words: string,
	x: number,
	y: number,
	colour: string,
	size = 12,
	weight = 400,
	halo?: string
): void {
	ctx.font = `${weight} ${size}px ${colours.sans}`;
	ctx.textBaseline = 'middle';
	if (halo !== undefined) {
		ctx.strokeStyle = halo;
		ctx.lineWidth = 3;
		ctx.lineJoin = 'round';
		ctx.strokeText(words, x, y);
	}
	ctx.fillStyle = colour;
	ctx.fillText(words, x, y);
}

/** The past is paper, the future is blank: `panel` left of the playhead, `page` right of it, lines over both. */
export function drawGround(canvas: Canvas, scene: Scene, height: number): void {
	const { ctx, colours } = canvas;
	const top = scene.axisHeight;
	ctx.fillStyle = colours.page;
	ctx.fillRect(0, top, scene.width, height - top);
	ctx.fillStyle = colours.panel;
	ctx.fillRect(0, top, Math.max(0, Math.min(scene.width, scene.playhead)), height - top);

	ctx.strokeStyle = colours.line;
	ctx.lineWidth = colours.hair;
	for (const tick of scene.ticks) if (tick.x >= 0) hair(ctx, tick.x, top - 5, tick.x, height);
	for (const row of scene.rows) hair(ctx, 0, row.y + row.height, scene.width, row.y + row.height);
	drawFolds(canvas, scene, height);
}

function drawFolds({ ctx, colours }: Canvas, scene: Scene, height: number): void {
	for (const fold of scene.folds) {
		ctx.fillStyle = colours.page;
		ctx.fillRect(fold.x0, scene.axisHeight, fold.x1 - fold.x0, height - scene.axisHeight);
		ctx.strokeStyle = colours.edge;
		ctx.lineWidth = colours.hair;
		ctx.lineJoin = 'miter';
		for (const x of [fold.x0, fold.x1]) {
			ctx.beginPath();
			for (let y = scene.axisHeight, at = 0; y <= height + 4; y += 4, at++) ctx.lineTo(x + (at % 2 ? 3 : -3) / 2, y);
			ctx.stroke();
		}
	}
}

/** Ticks, the lengths of the folds, the date. What lies under a flag is not written, and nothing over anything else. */
export function drawAxis(canvas: Canvas, scene: Scene, flags: readonly { from: number; to: number }[]): void {
	const { ctx, colours } = canvas;
	const y = scene.axisHeight / 2 + 1;
	const taken = [...flags];
	const put = (label: string, from: number, wide: number) => {
		const to = from + wide;
		if (from < -2 || to > scene.width || taken.some((one) => to >= one.from && from <= one.to)) return false;
		text(canvas, label, from, y, colours.quiet);
		taken.push({ from: from - 3, to: to + 3 });
		return true;
	};
	ctx.textAlign = 'left';
	ctx.font = `400 12px ${colours.sans}`;
	for (const tick of scene.ticks) {
		put(tick.label, tick.x + 4, ctx.measureText(tick.label).width);
	}
	for (const fold of scene.folds) {
		const wide = ctx.measureText(fold.label).width;
		const middle = (fold.x0 + fold.x1 - wide) / 2;
		// Over its fold, or a little beside it where the next label begins early.
		[0, -4, 4, -8, 8].some((beside) => put(fold.label, middle + beside, wide));
	}
}

/** The names of the lanes; a lane of the open page has its tab. */
export function drawNames(canvas: Canvas, scene: Scene, height: number, scroll: number): void {
	const { ctx, colours, names } = canvas;
	ctx.fillStyle = colours.page;
	ctx.fillRect(0, 0, names, height);
	ctx.textAlign = 'left';
	ctx.save();
	ctx.beginPath();
	ctx.rect(0, scene.axisHeight, names, height - scene.axisHeight);
	ctx.clip();
	ctx.translate(0, -scroll);
	for (const row of scene.rows) {
		const colour = row.strong ? colours.ink : colours.quiet;
		const words = fit(canvas, row.name, names - 24, row.strong ? 600 : 400);
		text(canvas, words, 16, row.y + row.height / 2 + 1, colour, 13, row.strong ? 600 : 400);
		ctx.strokeStyle = colours.line;
		ctx.lineWidth = colours.hair;
		hair(ctx, 0, row.y + row.height, names, row.y + row.height);
		if (row.here) {
			ctx.fillStyle = colours.accent;
			ctx.fillRect(0, row.y + 4, 3, row.height - 8);
		}
	}
	ctx.restore();
	text(canvas, scene.date, 16, scene.axisHeight / 2 + 1, colours.quiet);
	ctx.strokeStyle = colours.line;
	ctx.lineWidth = colours.hair;
	hair(ctx, 0, scene.axisHeight, names + scene.width, scene.axisHeight);
}

function fit({ ctx, colours }: Canvas, words: string, room: number, weight: number): string {
	ctx.font = `${weight} 13px ${colours.sans}`;
	if (ctx.measureText(words).width <= room) return words;
	let shown = words;
	while (shown.length > 1 && ctx.measureText(`${shown}…`).width > room) shown = shown.slice(0, -1);
	return `${shown}…`;
}
