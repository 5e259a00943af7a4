import {
	flagsOf,
	markName,
	outcomeName,
	type Flag,
	type LaidMark,
	type Scene,
	type TimelineEvents
} from '#lib/views/timeline';
import { textWidth } from '#lib/views/map';
import { shapeOf, toneOf } from '../../marks/table';
import { mark } from './marks';
import type { Palette } from './palette';
import { el, group, line, rect, text } from './svg';

export interface TimelinePart {
	readonly scene: Scene;
	readonly events: TimelineEvents;
	/** The width of the names of the lanes. */
	readonly names: number;
	/** The words of the playhead's flag. */
	readonly flag: string;
}

/** The timeline as it stands on the screen, with all of its lanes. */
export function timelineSvg({ scene, events, names, flag }: TimelinePart, colours: Palette): string[] {
	const { width, axisHeight } = scene;
	const height = Math.max(scene.height, axisHeight + 28);
	const flags = flagsOf(scene, flag, (words) => textWidth(words, 12, true));
	const inPlot = [
		...ground(scene, height, colours),
		...bars(scene, colours),
		...lasting(scene, colours),
		...scene.thread.map(({ x0, y0, x1, y1 }) => line(x0, y0, x1, y1, { stroke: colours.accent, 'stroke-width': 1.5 })),
		...scene.marks.map((one) => markSvg(one, scene, events, colours)),
		...scene.labels.map(({ text: words, x, y }) => {
			const halo = x < scene.playhead ? colours.panel : colours.page;
			return text(words, x, y + 4, { fill: colours.ink, size: 12, weight: 500, halo });
		})
	];
	return [
		rect(0, 0, names + width, height, { fill: colours.page }),
		el('clipPath', { id: 'plot' }, rect(0, 0, width, height, {})),
		group({ transform: `translate(${names} 0)`, 'clip-path': 'url(#plot)' }, inPlot),
		group({ transform: `translate(${names} 0)` }, [
			...axis(scene, flags, colours),
			...heads(scene, flags, height, colours)
		]),
		...lanes(scene, names, height, colours)
	];
}

function ground(scene: Scene, height: number, colours: Palette): string[] {
	const { axisHeight: top, width } = scene;
	const past = Math.max(0, Math.min(width, scene.playhead));
	const hair = { stroke: colours.line, 'stroke-width': 1 };
	return [
		rect(0, top, past, height - top, { fill: colours.panel }),
		...scene.ticks
			.filter(({ x }) => x >= 0)
			.map(({ x }) => line(Math.round(x) + 0.5, top - 5, Math.round(x) + 0.5, height, hair)),
		...scene.rows.map((row) => line(0, row.y + row.height + 0.5, width, row.y + row.height + 0.5, hair)),
		...scene.folds.flatMap(({ x0, x1 }) => [
			rect(x0, top, x1 - x0, height - top, { fill: colours.page }),
			...[x0, x1].map((x) => el('path', { d: zigzag(x, top, height), fill: 'none', stroke: colours.edge }))
		])
	];
}

function zigzag(x: number, top: number, bottom: number): string {
	const points: string[] = [];
	for (let y = top, at = 0; y <= bottom + 4; y += 4, at++) points.push(`${x + (at % 2 ? 1.5 : -1.5)} ${y}`);
	return `M${points.join('L')}`;
}

function bars(scene: Scene, colours: Palette): string[] {
	return scene.bars.map(({ x, y, width, height, state }) =>
		rect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.max(1, Math.round(width) - 1), Math.round(height) - 1, {
			rx: 3,
			fill: state === 'planned' ? 'none' : state === 'running' ? colours.select : colours.well,
			stroke: state === 'running' ? colours.accent : colours.edge,
			'stroke-dasharray': state === 'planned' ? '3 3' : undefined
		})
	);
}

function lasting(scene: Scene, colours: Palette): string[] {
	const colourOf = { quarantine: colours.failure, outage: colours.ink, pause: colours.quiet };
	const lines = scene.lasting.flatMap(({ x0, turn, x1, y, kind }) => {
		const drawn = { stroke: colourOf[kind ?? 'quarantine'], 'stroke-width': 2 };
		return [
			...(turn > x0 + 8 ? [line(x0 + 8, y, turn, y, drawn)] : []),
			...(x1 > turn ? [line(turn, y, Math.min(x1, scene.width), y, { ...drawn, 'stroke-dasharray': '2 4' })] : [])
		];
	});
	const words = scene.lastingWords.flatMap(({ x, y, width, words: told, kind }) => [
		rect(x - width / 2 + 2, y - 8, width - 4, 16, { fill: x < scene.playhead ? colours.panel : colours.page }),
		text(told, x, y + 4, { fill: colourOf[kind ?? 'quarantine'], size: 12, weight: 600, anchor: 'middle' })
	]);
	return [...lines, ...words];
}

function markSvg(one: LaidMark, scene: Scene, events: TimelineEvents, colours: Palette): string {
	const halo = one.x < scene.playhead ? colours.panel : colours.page;
	if (one.kind === 'pill') {
		const fill = one.skips ? colours.quiet : colours.success;
		return group({}, [
			rect(one.x - one.width / 2, one.y - 7, one.width, 14, { rx: 7, fill }),
			text(String(one.count), one.x, one.y + 4, { fill: colours.panel, size: 11, weight: 600, anchor: 'middle' })
		]);
	}
	const outcome = outcomeName(events, one.first);
	const shape = shapeOf(markName(events, one.first), outcome);
	const drawn = mark(shape, one.x, one.y, 12, colours[toneOf(shape, outcome)], halo);
	if (one.kind !== 'stack') return drawn;
	return drawn + text(String(one.count), one.x + 8, one.y + 4, { fill: colours.ink, size: 11, weight: 600, halo });
}

function axis(scene: Scene, flags: readonly Flag[], colours: Palette): string[] {
	const y = scene.axisHeight / 2 + 5;
	const look = { fill: colours.quiet, size: 12 };
	// A label under a flag is not written.
	const isFree = (from: number, to: number) =>
		from >= 0 && to <= scene.width && flags.every((flag) => to < flag.from || from > flag.to);
	return [
		...scene.ticks.map(({ x, label }) => ({ label, x: x + 4 })),
		...scene.folds.map(({ x0, x1, label }) => ({ label, x: (x0 + x1 - textWidth(label, 12)) / 2 }))
	]
		.filter(({ x, label }) => isFree(x, x + textWidth(label, 12)))
		.map(({ x, label }) => text(label, x, y, look));
}

function heads(scene: Scene, flags: readonly Flag[], height: number, colours: Palette): string[] {
	const looks = {
		playhead: { ground: colours.accent, colour: colours['on-accent'] },
		now: { ground: colours.ink, colour: colours.panel }
	};
	return flags.flatMap(({ is, words, x, from, to }) => {
		const { ground, colour } = looks[is];
		const bottom = scene.axisHeight - 6;
		return [
			rect(x - 1, scene.axisHeight - 4, 2, height - scene.axisHeight + 4, { fill: ground }),
			rect(from, 2, to - from, bottom - 2, { fill: ground }),
			el('path', { d: `M${x - 6} ${bottom}H${x + 6}L${x} ${bottom + 6}Z`, fill: ground }),
			text(words, (from + to) / 2, bottom / 2 + 5, { fill: colour, size: 12, weight: 600, anchor: 'middle' })
		];
	});
}

function lanes(scene: Scene, names: number, height: number, colours: Palette): string[] {
	if (names === 0) return [];
	const hair = { stroke: colours.line, 'stroke-width': 1 };
	return [
		rect(0, 0, names, height, { fill: colours.page }),
		text(scene.date, 16, scene.axisHeight / 2 + 5, { fill: colours.quiet, size: 12 }),
		...scene.rows.flatMap((row) => [
			text(row.name, 16, row.y + row.height / 2 + 5, {
				fill: row.strong ? colours.ink : colours.quiet,
				size: 13,
				weight: row.strong ? 600 : 400
			}),
			line(0, row.y + row.height + 0.5, names, row.y + row.height + 0.5, hair)
		])
	];
}
