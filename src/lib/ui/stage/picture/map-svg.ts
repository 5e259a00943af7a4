import {
	arrowOf,
	nodeTexts,
	pathOf,
	placesOf,
	pointAt,
	routeOf,
	type MapData,
	type MapEdge,
	type MapFlight,
	type MapNodeState,
	type PlacedNode
} from '#lib/views/map';
import { shapeOf, toneOf } from '../../marks/table';
import { mark } from './marks';
import type { Palette } from './palette';
import { el, group, rect, text } from './svg';

const order = { idle: 0, off: 0, failure: 1, active: 2 };

/** The map, in a place of this size. */
export function mapSvg(
	data: MapData,
	flights: readonly MapFlight[],
	width: number,
	height: number,
	colours: Palette
): string[] {
	const places = placesOf(data, width, height);
	const grounds = places.zones.flatMap(({ name, x, groundX, groundWidth }) => [
		...(name === 'On premises' ? [rect(groundX, 0, groundWidth, height, { fill: colours.well })] : []),
		text(name, x, 24, { fill: colours.quiet, size: 13, weight: 600 })
	]);
	const edges = data.edges
		.toSorted((a, b) => order[a.state] - order[b.state])
		.flatMap((edge) => edgeSvg(edge, routeOf(edge, places), colours));
	const nodes = [...places.nodes.values()].map((placed) => nodeSvg(placed, colours));
	const moving = flights.map((flight) => {
		const edge = data.edges.find(({ id }) => id === flight.edge);
		const { x, y } = pointAt(edge ? routeOf(edge, places) : [], flight.along);
		const shape = shapeOf(flight.mark, flight.outcome);
		return mark(shape, x, y, 16, colours[toneOf(shape, flight.outcome)], colours.page);
	});
	return [rect(0, 0, width, height, { fill: colours.page }), ...grounds, ...edges, ...nodes, ...moving];
}

function edgeSvg(edge: MapEdge, points: ReturnType<typeof routeOf>, colours: Palette): string[] {
	const arrow = arrowOf(points);
	if (points.length < 2 || !arrow) return [];
	const colour = { idle: colours.edge, off: colours.edge, failure: colours.failure, active: colours.accent }[
		edge.state
	];
	const dash = edge.writeback ? '2 4' : edge.state === 'off' ? '4 4' : undefined;
	const width = edge.state === 'active' ? 3 : 1.5;
	const line = { fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-dasharray': dash };
	const place = `translate(${arrow.x} ${arrow.y}) rotate(${arrow.angle})`;
	return [
		el('path', { d: pathOf(points), ...line }),
		el('path', { d: 'M0 0L-8 -5V5Z', fill: colour, transform: place })
	];
}

function stateColour(state: MapNodeState | undefined, colours: Palette): string {
	return state === 'running' ? colours.accent : state === 'quarantine' ? colours.failure : colours.quiet;
}

function nodeSvg(placed: PlacedNode, colours: Palette): string {
	const { node, x, y, width, height } = placed;
	const isService = node.kind === 'service';
	const isLoud = node.state === 'running' || node.state === 'quarantine';
	const border = {
		fill: colours.panel,
		stroke: !isService && isLoud ? stateColour(node.state, colours) : colours.edge,
		'stroke-width': isService || isLoud ? 2 : 1,
		'stroke-dasharray': node.state === 'off' ? '4 4' : undefined,
		rx: 4
	};
	const texts = nodeTexts(placed).map((one) => {
		const isInk = (one.is === 'name' && node.state !== 'off') || one.is === 'job';
		const state = one.is === 'job-state' ? one.state : one.is === 'state' ? node.state : undefined;
		const fill = isInk ? colours.ink : stateColour(state, colours);
		return text(one.text, one.x, one.y, { fill, size: one.size, weight: one.bold ? 600 : 400, anchor: one.anchor });
	});
	return group({ transform: `translate(${x} ${y})` }, [rect(0, 0, width, height, border), ...texts]);
}
