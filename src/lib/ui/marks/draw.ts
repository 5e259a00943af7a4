import { markPath, type Mark } from './table';

const paths = new Map<string, Path2D>();

function pathFor(mark: Mark, size: number): Path2D {
	const text = markPath(mark, size);
	let path = paths.get(text);
	if (!path) paths.set(text, (path = new Path2D(text)));
	return path;
}

/**
 * Draws a mark with its centre at x, y. The halo, the same path in the ground's colour, lies underneath.
 * The box is put on whole pixels: at 12 px the shapes are crisp only there.
 */
export function drawMark(
	ctx: CanvasRenderingContext2D,
	mark: Mark,
	x: number,
	y: number,
	size: number,
	colour: string,
	ground?: string
): void {
	const path = pathFor(mark, size);
	const scale = size / 12;
	ctx.save();
	ctx.translate(Math.round(x - size / 2), Math.round(y - size / 2));
	ctx.scale(scale, scale);
	if (ground !== undefined) {
		ctx.fillStyle = ground;
		ctx.strokeStyle = ground;
		ctx.lineJoin = 'round';
		ctx.lineWidth = 3 / scale;
		ctx.fill(path, 'nonzero');
		ctx.stroke(path);
	}
	ctx.fillStyle = colour;
	ctx.fill(path, 'evenodd');
	ctx.restore();
}
