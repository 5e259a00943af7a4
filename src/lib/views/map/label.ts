import type { Places } from './places';

export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const HEIGHT = 28;
/** Between the middle of an object and its label. */
const AWAY = 14;

/** Where the label of an object lies: left of it, else right, above or below, where no system is under it. */
export function labelPlace(
	x: number,
	y: number,
	width: number,
	places: Places,
	size: { width: number; height: number }
): Box {
	const box = (left: number, top: number): Box => ({ x: Math.round(left), y: Math.round(top), width, height: HEIGHT });
	const candidates = [
		box(x - AWAY - width, y - HEIGHT / 2),
		box(x - width / 2, y - AWAY - HEIGHT),
		box(x - width / 2, y + AWAY),
		box(x + AWAY, y - HEIGHT / 2)
	];
	const isIn = ({ x: left, y: top }: Box) =>
		left >= 4 && top >= 4 && left + width <= size.width - 4 && top + HEIGHT <= size.height - 4;
	const isFree = (one: Box) =>
		[...places.nodes.values()].every(
			(node) =>
				one.x >= node.x + node.width ||
				one.x + width <= node.x ||
				one.y >= node.y + node.height ||
				one.y + HEIGHT <= node.y
		);
	return candidates.find((one) => isIn(one) && isFree(one)) ?? box(Math.max(4, x - AWAY - width), y - HEIGHT / 2);
}
