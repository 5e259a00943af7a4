import type { PlacedNode, Places } from './places';
import type { MapEdge } from './types';

export interface Point {
	x: number;
	y: number;
}

/** The trunk of the fan to the applications stands at this part of the gap. */
export const TRUNK = 0.76;
const RADIUS = 6;
/** How far an edge stands from the one between the same systems. */
const BESIDE = 32;

const middleX = (node: PlacedNode) => node.x + node.width / 2;
const middleY = (node: PlacedNode) => node.y + node.height / 2;
const right = (node: PlacedNode) => node.x + node.width;
const bottom = (node: PlacedNode) => node.y + node.height;

/** The corners of an edge, from its start to the tip of its arrow. */
export function routeOf(edge: MapEdge, places: Places): Point[] {
	const from = places.nodes.get(edge.from);
	// An application without a node of its own is reached through "12 more".
	const to = places.nodes.get(edge.to) ?? (places.moreApps > 0 ? places.nodes.get('more') : undefined);
	if (!from || !to) return [];
	if (edge.writeback) return writeback(from, to, places);
	const [a, b] = [from.node.kind, to.node.kind];
	if (b === 'app') return fan(from, to);
	if (a === 'app') return fan(to, from).toReversed();
	if (from.x === to.x) return vertical(from, to, edge.beside ? BESIDE : 0);
	if (a === 'hr') return fromHr(from, to, places);
	return horizontal(from, to);
}

function vertical(from: PlacedNode, to: PlacedNode, aside: number): Point[] {
	const x = middleX(from) + aside;
	return from.y < to.y
		? [
				{ x, y: bottom(from) },
				{ x, y: to.y }
			]
		: [
				{ x, y: from.y },
				{ x, y: bottom(to) }
			];
}

/** Straight at the height of the lower node's middle: the service spans two rows and has room for both. */
function horizontal(from: PlacedNode, to: PlacedNode): Point[] {
	const small = from.height <= to.height ? from : to;
	const y = middleY(small);
	return from.x < to.x
		? [
				{ x: right(from), y },
				{ x: to.x, y }
			]
		: [
				{ x: from.x, y },
				{ x: right(to), y }
			];
}

/** A second HR system joins the line of the first one, because the on-premises systems stand in its way. */
function fromHr(from: PlacedNode, to: PlacedNode, places: Places): Point[] {
	const first = [...places.nodes.values()].find((placed) => placed.node.kind === 'hr') ?? from;
	const y = middleY(first);
	if (first === from)
		return [
			{ x: right(from), y },
			{ x: to.x, y }
		];
	const x = right(from) + 20;
	return [
		{ x: right(from), y: middleY(from) },
		{ x, y: middleY(from) },
		{ x, y },
		{ x: to.x, y }
	];
}

function fan(from: PlacedNode, to: PlacedNode): Point[] {
	const trunk = Math.round(right(from) + (to.x - right(from)) * TRUNK);
	const y = Math.round(middleY(from));
	if (Math.abs(y - middleY(to)) < 1)
		return [
			{ x: right(from), y },
			{ x: to.x, y }
		];
	return [
		{ x: right(from), y },
		{ x: trunk, y },
		{ x: trunk, y: middleY(to) },
		{ x: to.x, y: middleY(to) }
	];
}

function writeback(from: PlacedNode, to: PlacedNode, places: Places): Point[] {
	const lowest = Math.max(...[...places.nodes.values()].map(bottom));
	const y = lowest + 12;
	// From beside Entra ID rather than through it.
	const start =
		from.node.kind === 'service' ? ([...places.nodes.values()].find((n) => n.node.kind === 'entra') ?? from) : from;
	return [
		{ x: middleX(start), y: bottom(start) },
		{ x: middleX(start), y },
		{ x: middleX(to), y },
		{ x: middleX(to), y: bottom(to) }
	];
}

/** The end of a fan's edge after the trunk: what has a state of its own. */
export function branchOf(points: readonly Point[]): Point[] {
	const [from, corner, turn, to] = points;
	if (!from || !corner || !turn || !to) return [...points];
	const away = Math.min(10, Math.abs(turn.y - corner.y)) * Math.sign(corner.y - turn.y);
	return [{ x: turn.x, y: turn.y + away }, turn, to];
}

/** An SVG path with rounded corners. */
export function pathOf(points: readonly Point[]): string {
	const [start, ...rest] = points;
	if (!start) return '';
	let d = `M${start.x} ${start.y}`;
	for (const [at, corner] of rest.entries()) {
		const next = rest[at + 1];
		if (!next) {
			d += `L${corner.x} ${corner.y}`;
			continue;
		}
		const before = towards(corner, at === 0 ? start : rest[at - 1]!);
		const after = towards(corner, next);
		d += `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
	}
	return d;
}

function towards(corner: Point, other: Point): Point {
	const length = Math.hypot(other.x - corner.x, other.y - corner.y);
	const part = length === 0 ? 0 : Math.min(RADIUS, length / 2) / length;
	return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part };
}

/** The place at a part of an edge, from 0 to 1. */
export function pointAt(points: readonly Point[], part: number): Point {
	const lengths = points.slice(1).map((point, at) => Math.hypot(point.x - points[at]!.x, point.y - points[at]!.y));
	let left = Math.max(0, Math.min(1, part)) * lengths.reduce((sum, length) => sum + length, 0);
	for (const [at, length] of lengths.entries()) {
		const [a, b] = [points[at]!, points[at + 1]!];
		if (left <= length && length > 0)
			return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length };
		left -= length;
	}
	return points.at(-1) ?? { x: 0, y: 0 };
}

/** The tip, and which way it points, in degrees. */
export function arrowOf(points: readonly Point[]): { x: number; y: number; angle: number } | null {
	const [a, b] = points.slice(-2);
	if (!a || !b) return null;
	return { ...b, angle: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI };
}
