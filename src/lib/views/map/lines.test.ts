import { describe, expect, it } from 'vitest';
import { labelPlace } from './label';
import { nodeTexts } from './lines';
import { placesOf } from './places';
import { cutTo, halved, textWidth } from './text';
import type { MapData, MapNode } from './types';

const node = (id: string, kind: MapNode['kind'], name: string, more: Partial<MapNode> = {}): MapNode => ({
	id,
	kind,
	name,
	state: 'idle',
	facts: ['25 users, 57 groups', 'Next import 10:20'],
	...more
});

function company(apps: number): MapData {
	const jobs = Array.from({ length: apps }, (_, at) => ({
		id: `app${at}`,
		name: at === 0 ? 'Workday to Active Directory' : `Application ${at}`,
		words: at === 0 ? 'page 3 of 4' : 'next 10:20',
		state: at === 0 ? ('running' as const) : ('idle' as const)
	}));
	const systems = [
		node('hr', 'hr', 'Workday'),
		node('agent', 'agent', 'Provisioning agent'),
		node('ad', 'ad', 'Active Directory'),
		node('connect', 'connect', 'Connect sync'),
		node('service', 'service', 'Provisioning service', { jobs }),
		node('entra', 'entra', 'Entra ID')
	];
	return {
		nodes: [...systems, ...jobs.map(({ id, name }) => node(id, 'app', name))],
		edges: jobs.map(({ id }) => ({ id, from: 'service', to: id, state: 'idle' }))
	};
}

const sizes = [
	[696, 260],
	[860, 260],
	[1080, 300],
	[1280, 420],
	[1920, 700]
] as const;

describe('what the nodes of the map say', () => {
	it.each(sizes)('never touches: every text stays in its room and beside the others (%i by %i)', (width, height) => {
		for (const apps of [1, 3, 15]) {
			for (const placed of placesOf(company(apps), width, height).nodes.values()) {
				const texts = nodeTexts(placed);
				for (const { text, size, bold } of texts)
					expect(textWidth(text, size, bold), `${text} in ${placed.width}`).toBeLessThanOrEqual(placed.width - 20);
				for (const one of texts)
					for (const other of texts)
						if (one !== other && one.y === other.y && one.anchor === 'start' && other.anchor === 'end') {
							const end = one.x + textWidth(one.text, one.size, one.bold);
							expect(end + 4).toBeLessThanOrEqual(other.x - textWidth(other.text, other.size, other.bold));
						}
				for (const { y } of texts) expect(y).toBeLessThanOrEqual(placed.height);
			}
		}
	});

	it.each(sizes)(
		'names the service and the systems whole, in two lines where one is too short (%i by %i)',
		(width, height) => {
			for (const placed of placesOf(company(3), width, height).nodes.values()) {
				const name = nodeTexts(placed)
					.filter(({ is }) => is === 'name')
					.map(({ text }) => text)
					.join(' ');
				if (placed.lines > 1 && placed.node.kind !== 'app') expect(name).toBe(placed.node.name);
			}
		}
	);

	it('says how many jobs it has no line for', () => {
		const service = placesOf(company(15), 1280, 420).nodes.get('service')!;
		const texts = nodeTexts(service);
		const jobs = texts.filter(({ is }) => is === 'job').length;
		expect(texts.at(-1)!.text).toBe(`${15 - jobs} more jobs`);
	});
});

describe('a text without a ruler', () => {
	it('is cut off at the end of its room', () => {
		expect(cutTo('Provisioning service', 60, 13)).toMatch(/^Prov.*…$/);
		expect(cutTo('AD', 60, 13)).toBe('AD');
	});

	it('is broken near its middle', () => {
		expect(halved('Provisioning service')).toEqual(['Provisioning', 'service']);
		expect(halved('Workday')).toBeNull();
	});
});

describe('a label', () => {
	const places = placesOf(company(3), 1280, 420);
	const lies = (x: number, y: number) => labelPlace(x, y, 110, places, { width: 1280, height: 420 });

	it('lies left of its object, and elsewhere where a system would be under it', () => {
		expect(lies(990, 200)).toMatchObject({ x: 866, y: 186 });
		const service = places.nodes.get('service')!;
		const beside = lies(service.x + service.width, service.y + 40);
		for (const node of places.nodes.values()) {
			const isApart =
				beside.x >= node.x + node.width ||
				beside.x + beside.width <= node.x ||
				beside.y >= node.y + node.height ||
				beside.y + beside.height <= node.y;
			expect(isApart, node.node.id).toBe(true);
		}
	});
});

describe('many applications in a low window', () => {
	it('never lie over each other: fewer are shown, and the rest is counted', () => {
		for (const height of [200, 260, 340, 700]) {
			const { nodes, moreApps } = placesOf(company(15), 1024, height);
			const apps = [...nodes.values()].filter(({ node }) => node.kind === 'app').sort((a, b) => a.y - b.y);
			for (const [at, app] of apps.entries()) {
				const next = apps[at + 1];
				if (next) expect(app.y + app.height).toBeLessThanOrEqual(next.y);
			}
			expect(apps.length - 1 + moreApps).toBe(15);
		}
	});
});
