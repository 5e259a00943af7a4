import { flagsOf, type Scene, type TimelineEvents } from '#lib/views/timeline';
import { drawMarks, drawSpans, type Highlights } from './draw-facts';
import { drawAxis, drawGround, drawNames, text, type Canvas } from './draw-ground';

export interface TimelinePicture extends Highlights {
	scene: Scene;
	events: TimelineEvents;
	/** The words of the playhead's flag. */
	flag: string;
	height: number;
	/** How many facts have happened at the moment that is shown. */
	happened: number;
	scroll: number;
	phone: boolean;
	/** A range of time that was taken, px of the plot. */
	band: { from: number; to: number } | null;
}

/** What happened after the moment that is shown lies at a third of its strength. */
const LATER = 0.34;

/** Draws the whole timeline; everything is in px at a 16 px root, the caller has scaled the context. */
export function drawTimeline(canvas: Canvas, picture: TimelinePicture): void {
	const { ctx, colours, names } = canvas;
	const { scene, height, scroll, phone } = picture;
	ctx.clearRect(0, 0, names + scene.width, height);
	ctx.fillStyle = colours.page;
	ctx.fillRect(0, 0, names + scene.width, scene.axisHeight);
	ctx.save();
	ctx.translate(names, 0);
	// The ticks reach into the axis; lanes that were scrolled away do not.
	clip(ctx, 0, scene.axisHeight - (scroll > 0 ? 0 : 5), scene.width, height);
	ctx.translate(0, -scroll);
	const bottom = Math.max(scene.height, height + scroll);
	drawGround(canvas, scene, bottom);
	if (picture.band) drawBand(canvas, picture.band, scene.axisHeight, bottom);
	if (scene.now === null) {
		drawSpans(canvas, scene);
		drawMarks(canvas, scene, picture.events, picture, [0, Infinity]);
	} else {
		const [x, w, { happened }] = [Math.round(scene.playhead), scene.width, picture];
		for (const [from, to, alpha] of [
			[0, x, 1],
			[x, w, LATER]
		] as const) {
			ctx.save();
			clip(ctx, from, 0, to - from, bottom);
			ctx.globalAlpha = alpha;
			drawSpans(canvas, scene);
			ctx.restore();
		}
		// Many things happen in one moment: at the playhead the facts say what is past, not the place.
		ctx.globalAlpha = LATER;
		drawMarks(canvas, scene, picture.events, picture, [happened, Infinity]);
		ctx.globalAlpha = 1;
		drawMarks(canvas, scene, picture.events, picture, [0, happened]);
	}
	ctx.restore();
	if (phone) drawLine(canvas, scene.playhead, 0, height, colours.accent);
	else drawHeads(canvas, picture);
}

function drawBand({ ctx, colours }: Canvas, band: { from: number; to: number }, top: number, bottom: number): void {
	ctx.fillStyle = colours.select;
	ctx.fillRect(band.from, top, band.to - band.from, bottom - top);
	ctx.fillStyle = colours.accent;
	for (const x of [band.from, band.to]) ctx.fillRect(Math.round(x), top, 1, bottom - top);
}

function clip(ctx: CanvasRenderingContext2D, x: number, y: number, w: number, h: number): void {
	ctx.beginPath();
	ctx.rect(x, y, Math.max(0, w), h);
	ctx.clip();
}

function drawLine({ ctx }: Canvas, x: number, y: number, height: number, colour: string): void {
	ctx.fillStyle = colour;
	ctx.fillRect(Math.round(x) - 1, y, 2, height - y);
}

/** The playhead, the present when it is another moment, the axis and the names. */
function drawHeads(canvas: Canvas, { scene, flag, height, scroll }: TimelinePicture): void {
	const { ctx, colours, names } = canvas;
	ctx.font = `600 12px ${colours.sans}`;
	const flags = flagsOf(scene, flag, (words) => ctx.measureText(words).width);
	const looks = {
		playhead: { ground: colours.accent, colour: colours['on-accent'] },
		now: { ground: colours.ink, colour: colours.panel }
	};

	ctx.save();
	ctx.translate(names, 0);
	clip(ctx, -40, 0, scene.width + 40, height);
	drawAxis(canvas, scene, flags);
	ctx.restore();
	drawNames(canvas, scene, height, scroll);
	ctx.save();
	ctx.translate(names, 0);
	for (const { is, words, x, from, to } of flags) {
		const { ground, colour } = looks[is];
		drawLine(canvas, x, scene.axisHeight - 4, height, ground);
		const bottom = scene.axisHeight - 6;
		ctx.fillStyle = ground;
		ctx.fillRect(Math.round(from), 2, Math.round(to - from), bottom - 2);
		ctx.beginPath();
		ctx.moveTo(x - 6, bottom);
		ctx.lineTo(x + 6, bottom);
		ctx.lineTo(x, bottom + 6);
		ctx.fill();
		ctx.textAlign = 'center';
		text(canvas, words, (from + to) / 2, 2 + (bottom - 2) / 2 + 1, colour, 12, 600);
		ctx.textAlign = 'left';
	}
	ctx.restore();
}
