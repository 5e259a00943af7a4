import type { MapData, MapJob, MapNode, MapNodeKind } from './types';

/** The four zones of trust, from the left. */
export const ZONES = ['HR', 'On premises', 'Microsoft Entra', 'Applications'] as const;

export interface PlacedNode {
	node: MapNode;
	x: number;
	y: number;
	width: number;
	height: number;
	/** How many lines have room: 1 puts the state beside the name. */
	lines: number;
	/** Jobs that have room, and how many do not. */
	jobs: readonly MapJob[];
	moreJobs: number;
}

export interface Zone {
	name: string;
	x: number;
	width: number;
	/** The ground of the on-premises column runs from edge to edge. */
	groundX: number;
	groundWidth: number;
}

export interface Places {
	zones: Zone[];
	nodes: Map<string, PlacedNode>;
	/** Applications that have no node of their own. */
	moreApps: number;
}

const MARGIN = 32;
const GAPS = [56, 56, 152];
const LEAST_WIDTH = 133;
const MOST_WIDTH = 320;
const TOP = 40;
const BOTTOM = 16;
/** The writeback runs below everything. */
const WRITEBACK = 14;
const MOST_APPS = 7;
const JOB_LINE = 20;
/** The air between two systems: an arrow has room in it. */
const AIR = 16;
const LEAST_AIR = 6;
/** The heights for three, two and one line, least and most. */
const HEIGHTS: readonly [lines: number, least: number, most: number][] = [
	[3, 74, 84],
	[2, 46, 56],
	[1, 28, 44]
];

const COLUMN: Record<MapNodeKind, number> = { hr: 0, agent: 1, ad: 1, connect: 1, service: 2, entra: 2, app: 3 };
const ROW: Record<MapNodeKind, number> = { hr: 0, agent: 1, ad: 2, connect: 3, service: 0, entra: 3, app: 0 };
const STATE_ORDER = { running: 0, quarantine: 1, idle: 2, off: 3 };

/** The largest height that fits a pitch, with the lines that it has room for. */
function heightFor(pitch: number): [lines: number, height: number] {
	const [lines, least, most] = HEIGHTS.find((height) => height[1] + AIR <= pitch) ?? HEIGHTS[2]!;
	return [lines, Math.round(Math.max(least, Math.min(most, pitch - AIR)))];
}

/** Active ones first; those that were never configured last; otherwise as they came. */
export function byState<T extends { state: keyof typeof STATE_ORDER }>(list: readonly T[]): T[] {
	return list.toSorted((a, b) => STATE_ORDER[a.state] - STATE_ORDER[b.state]);
}

/** The columns and the gaps before them: a company without HR and Active Directory has no such zones. */
function columnsOf({ nodes }: MapData) {
	const columns = ZONES.map((_, at) => at).filter((at) => at >= 2 || nodes.some(({ kind }) => COLUMN[kind] === at));
	const widths = columns.slice(1).map((at) => GAPS[at - 1]!);
	return { columns, widths, air: widths.reduce((sum, gap) => sum + gap, 2 * MARGIN) };
}

/** Beside an open drawer half of the air gives way, not the systems; in less than this the map is scrolled. */
export function leastWidth(data: MapData): number {
	const { columns, air } = columnsOf(data);
	return columns.length * LEAST_WIDTH + air / 2;
}

/** Where each node stands. The service spans two rows, so that every edge but the fan is straight. */
export function placesOf(data: MapData, width: number, height: number): Places {
	const { nodes, edges } = data;
	const { columns, widths, air } = columnsOf(data);
	const share = Math.min(1, (width - columns.length * LEAST_WIDTH) / air);
	const margin = MARGIN * share;
	const nodeWidth = Math.min(MOST_WIDTH, (width - air * share) / columns.length);
	const between = width - 2 * margin - columns.length * nodeWidth;
	const gaps = widths.map((gap) => (between * gap) / (air - 2 * MARGIN));
	const xs: number[] = [];
	columns.forEach((column, at) => {
		xs[column] = at === 0 ? margin : xs[columns[at - 1]!]! + nodeWidth + gaps[at - 1]!;
	});

	const below = BOTTOM + (edges.some((edge) => edge.writeback) ? WRITEBACK : 0);
	const room = Math.max(160, height - TOP - below);
	const [lines, nodeHeight] = heightFor((room + AIR) / 4);
	const rowY = (row: number) => Math.round(TOP + (row * (room - nodeHeight)) / 3);
	const placed = new Map<string, PlacedNode>();
	const put = (node: MapNode, x: number, y: number, nodeLines: number, h: number) =>
		placed.set(node.id, { node, x, y, width: nodeWidth, height: h, lines: nodeLines, jobs: [], moreJobs: 0 });

	let hr = 0;
	for (const node of nodes) {
		if (node.kind === 'app') continue;
		const row = node.kind === 'hr' ? hr++ : ROW[node.kind];
		put(node, xs[COLUMN[node.kind]]!, rowY(row), lines, nodeHeight);
		if (node.kind !== 'service') continue;
		const service = placed.get(node.id)!;
		service.height = rowY(1) + nodeHeight - rowY(0);
		const jobs = byState(node.jobs ?? []);
		const fit = Math.max(0, Math.floor((service.height - 42) / JOB_LINE));
		const shown = jobs.length <= fit ? jobs.length : Math.max(0, fit - 1);
		service.jobs = jobs.slice(0, shown);
		service.moreJobs = jobs.length - shown;
	}

	const apps = byState(nodes.filter((node) => node.kind === 'app'));
	// A low window has room for fewer: they never lie over each other.
	const most = Math.max(2, Math.min(MOST_APPS, Math.floor((room + LEAST_AIR) / (HEIGHTS[2]![1] + LEAST_AIR))));
	const shown = apps.length > most ? most - 1 : apps.length;
	const slots = apps.length > most ? most : Math.max(1, apps.length);
	const slot = room / slots;
	const [appLines, appHeight] = heightFor(slot + AIR / slots);
	for (const [at, node] of apps.slice(0, shown).entries())
		put(node, xs[3]!, Math.round(appY(at, slots, room, appHeight)), appLines, appHeight);
	const rest = apps.slice(shown);
	if (rest.length > 0) {
		const more: MapNode = { id: 'more', kind: 'app', name: `${rest.length} more`, state: 'idle', facts: [] };
		put(more, xs[3]!, Math.round(appY(shown, slots, room, appHeight)), 1, appHeight);
	}

	const zones = columns.map((column, at) => {
		const x = xs[column]!;
		const before = at === 0 ? margin : gaps[at - 1]! / 2;
		const after = at === columns.length - 1 ? margin : gaps[at]! / 2;
		return {
			name: ZONES[column]!,
			x,
			width: nodeWidth,
			groundX: x - Math.min(28, before),
			groundWidth: nodeWidth + 2 * Math.min(28, after)
		};
	});
	return { zones, nodes: placed, moreApps: rest.length };
}

function appY(at: number, slots: number, room: number, height: number): number {
	return slots === 1 ? TOP : TOP + (at * (room - height)) / (slots - 1);
}
