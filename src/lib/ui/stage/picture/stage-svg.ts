import type { MapData, MapFlight } from '#lib/views/map';
import { mapSvg } from './map-svg';
import type { Palette } from './palette';
import { group, rect, svg, text } from './svg';
import { timelineSvg, type TimelinePart } from './timeline-svg';

export interface StagePicture {
	/** "Contoso Harbour Group, main": what it shows. */
	readonly title: string;
	/** "Tue 3 Mar 2026, 09:41:12 UTC" */
	readonly moment: string;
	readonly map: MapData;
	readonly flights: readonly MapFlight[];
	readonly timeline: TimelinePart;
	readonly colours: Palette;
}

const HEAD = 48;
const MAP = 420;
const LEAST = 960;

/** The stage as a picture of its own: title, map, timeline. */
export function stageSvg({ title, moment, map, flights, timeline, colours }: StagePicture): {
	readonly text: string;
	readonly width: number;
	readonly height: number;
} {
	const plot = timeline.names + timeline.scene.width;
	const width = Math.ceil(Math.max(LEAST, plot));
	const below = Math.max(timeline.scene.height, timeline.scene.axisHeight + 28);
	const height = Math.ceil(HEAD + MAP + below);
	return {
		width,
		height,
		text: svg(width, height, `${title}, ${moment}`, [
			rect(0, 0, width, height, { fill: colours.panel }),
			text(title, 24, 31, { fill: colours.ink, size: 16, weight: 600 }),
			text(moment, width - 24, 31, { fill: colours.quiet, size: 14, anchor: 'end' }),
			group({ transform: `translate(0 ${HEAD})` }, mapSvg(map, flights, width, MAP, colours)),
			group({ transform: `translate(0 ${HEAD + MAP})` }, timelineSvg(timeline, colours))
		])
	};
}
