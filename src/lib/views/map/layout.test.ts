import { describe, expect, it } from 'vitest';
import { flowOrder } from './order';
import { leastWidth, placesOf, type PlacedNode } from './places';
import { arrowOf, pathOf, pointAt, routeOf } from './routes';
import { sampleMap } from './sample.fixture';
import type { MapData, MapNode } from './types';

const data = sampleMap();
const route = (id: string, places = placesOf(data, 1280, 308)) =>
	routeOf(
		data.edges.find((edge) => edge.id === id)!,
		places
	);

function withApps(count: number): MapData {
	const apps = Array.from({ length: count }, (_, at): MapNode => ({
		id: `app${at}`,
		kind: 'app',
		name: `App ${at}`,
		state: at === count - 1 ? 'running' : 'idle',
		facts: []
	}));
	return { nodes: [...data.nodes.filter((node) => node.kind !== 'app'), ...apps], edges: [] };
}

const overlap = (a: PlacedNode, b: PlacedNode) =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the map', () => {
	it.each([
		[696, 260],
		[712, 260],
		[900, 260],
		[1280, 308],
		[1920, 680]
	])('lets no two systems overlap at %d x %d, and keeps them inside', (width, height) => {
		const nodes = [...placesOf(data, width, height).nodes.values()];
		for (const [at, a] of nodes.entries()) {
			expect(a.x).toBeGreaterThanOrEqual(0);
			expect(a.x + a.width).toBeLessThanOrEqual(width);
			expect(a.y + a.height).toBeLessThanOrEqual(height);
			for (const b of nodes.slice(at + 1)) expect(overlap(a, b), `${a.node.name} and ${b.node.name}`).toBe(false);
		}
	});

	it('has room beside an open drawer: the air gives way, and no system is narrower than in a wide window', () => {
		expect(leastWidth(data)).toBeLessThanOrEqual(712);
		const width = (of: number) => placesOf(data, of, 308).nodes.get('slack')!.width;
		expect(width(712)).toBeGreaterThanOrEqual(width(860));
	});

	it('leaves out the zones of a company that has neither HR nor Active Directory', () => {
		const cloud = {
			nodes: data.nodes.filter(({ kind }) => kind === 'app' || kind === 'entra' || kind === 'service'),
			edges: []
		};
		const { zones, nodes } = placesOf(cloud, 1280, 308);
		expect(zones.map((zone) => zone.name)).toEqual(['Microsoft Entra', 'Applications']);
		expect(nodes.get('entra')!.x).toBe(32);
	});

	it('stands in four columns: HR, on premises, Microsoft Entra, applications', () => {
		const { nodes, zones } = placesOf(data, 1280, 308);
		expect(zones.map((zone) => zone.name)).toEqual(['HR', 'On premises', 'Microsoft Entra', 'Applications']);
		const column = (id: string) => zones.findIndex((zone) => zone.x === nodes.get(id)!.x);
		expect(['workday', 'agent', 'ad', 'connect', 'service', 'entra', 'slack'].map(column)).toEqual([
			0, 1, 1, 1, 2, 2, 3
		]);
	});

	it('draws every edge but the fan and the writeback straight', () => {
		for (const id of ['hr', 'sa', 'aa', 'ac', 'ce', 'es']) {
			const points = route(id);
			expect(points, id).toHaveLength(2);
			expect(points[0]!.x === points[1]!.x || points[0]!.y === points[1]!.y, id).toBe(true);
		}
	});

	it('gives the fan one trunk, at 76% of the gap', () => {
		const places = placesOf(data, 1280, 308);
		const trunks = ['slack', 'github', 'zendesk'].map((id) => route(id, places)[1]!.x);
		const service = places.nodes.get('service')!;
		const gap = places.nodes.get('slack')!.x - service.x - service.width;
		expect(new Set(trunks)).toEqual(new Set([Math.round(service.x + service.width + gap * 0.76)]));
	});

	it('runs the writeback below everything', () => {
		const places = placesOf(data, 1280, 308);
		const lowest = Math.max(...[...places.nodes.values()].map((node) => node.y + node.height));
		expect(Math.max(...route('back', places).map((point) => point.y))).toBeGreaterThan(lowest);
	});

	it('puts active applications first and those that are not configured last', () => {
		const { nodes } = placesOf(data, 1280, 308);
		const apps = [...nodes.values()].filter((node) => node.node.kind === 'app').sort((a, b) => a.y - b.y);
		expect(apps.map((app) => app.node.name)).toEqual(['Slack', 'Salesforce', 'GitHub', 'ServiceNow', 'Zendesk']);
	});

	it('shows seven applications at most: the rest is "9 more", and their edges lead there', () => {
		const many = withApps(15);
		const places = placesOf(many, 1280, 500);
		const apps = [...places.nodes.values()].filter((node) => node.node.kind === 'app');
		expect(apps).toHaveLength(7);
		expect(apps.at(-1)!.node.name).toBe('9 more');
		expect(apps[0]!.node.state).toBe('running');
		const edge = { id: 'x', from: 'service', to: 'app13', state: 'idle' } as const;
		expect(routeOf(edge, places).at(-1)!.y).toBeCloseTo(
			places.nodes.get('more')!.y + places.nodes.get('more')!.height / 2
		);
	});

	it('lists running and failing jobs first and counts those without room', () => {
		const { nodes } = placesOf(data, 1280, 250);
		const service = nodes.get('service')!;
		expect(service.jobs[0]!.name).toBe('Slack');
		expect(service.jobs.length + service.moreJobs).toBe(5);
		expect(service.moreJobs).toBeGreaterThan(0);
	});

	it('has three lines a system where there is height, one where there is little', () => {
		expect(placesOf(data, 1920, 680).nodes.get('slack')).toMatchObject({ lines: 3, height: 84 });
		expect(placesOf(data, 1280, 308).nodes.get('slack')!.lines).toBe(1);
	});

	it('joins the line of a second HR system to that of the first', () => {
		const second: MapNode = { id: 'sf', kind: 'hr', name: 'SuccessFactors', state: 'idle', facts: [] };
		const places = placesOf({ ...data, nodes: [...data.nodes, second] }, 1280, 400);
		const points = routeOf({ id: 'x', from: 'sf', to: 'service', state: 'idle' }, places);
		expect(points.at(-1)).toEqual(route('hr', places).at(-1));
	});

	it('moves an object along its edge and points the arrow at the target', () => {
		const points = [
			{ x: 0, y: 0 },
			{ x: 30, y: 0 },
			{ x: 30, y: 10 }
		];
		expect(pointAt(points, 0.75)).toEqual({ x: 30, y: 0 });
		expect(pointAt(points, 2)).toEqual({ x: 30, y: 10 });
		expect(arrowOf(points)).toEqual({ x: 30, y: 10, angle: 90 });
		expect(pathOf(points)).toBe('M0 0L24 0Q30 0 30 5L30 10');
	});

	it('is a list in the order of the flow on a phone', () => {
		expect(flowOrder(data).map((node) => node.kind)).toEqual([
			'hr',
			'service',
			'agent',
			'ad',
			'connect',
			'entra',
			...Array(5).fill('app')
		]);
	});
});
