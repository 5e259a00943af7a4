import { BASE } from './activity';
import { timeOf, xOf, type Scale } from './scale';

/** What the window shows: a time that stands at a place, and a zoom. It survives every change of the scale. */
export interface View {
	zoom: number;
	/** This virtual time ... */
	time: number;
	/** ... stands this many px from the left edge of the plot. */
	at: number;
}

/** 90 days in a window, and a request of a few milliseconds. */
export const ZOOM_LEAST = 1000 / (90 * 86_400_000) / BASE;
export const ZOOM_MOST = 2000;

/** While time runs, the playhead stands at this part of the width. */
export const FOLLOW_AT = 0.74;
/** When an earlier moment is shown, what came later needs room as well. */
export const PAST_AT = 0.45;

export const clampZoom = (zoom: number): number => Math.max(ZOOM_LEAST, Math.min(ZOOM_MOST, zoom));

/** How far the plot's left edge is from the scale's zero. */
export function offsetOf(scale: Scale, view: View): number {
	return xOf(scale, view.time) - view.at;
}

/** The time at a place of the plot. */
export function timeAt(scale: Scale, view: View, x: number): number {
	return timeOf(scale, offsetOf(scale, view) + x);
}

/** Moves the sheet by px; what stands in the middle becomes the new hold, so that the edges never run away. */
export function panned(scale: Scale, view: View, dx: number, width: number): View {
	const at = width / 2;
	return { zoom: view.zoom, at, time: timeAt(scale, view, at - dx) };
}

/** Zooms around a place: the time under it stays there. */
export function zoomed(scale: Scale, view: View, factor: number, x: number): View {
	return { zoom: clampZoom(view.zoom * factor), at: x, time: timeAt(scale, view, x) };
}

/** The zoom at which a span fills a width. `scaleAt` gives the scale of a zoom: folds depend on it. */
export function fitted(scaleAt: (zoom: number) => Scale, from: number, to: number, width: number): View {
	const wanted = width * 0.8;
	let low = Math.log(ZOOM_LEAST);
	let high = Math.log(ZOOM_MOST);
	for (let turn = 0; turn < 24; turn++) {
		const middle = (low + high) / 2;
		const scale = scaleAt(Math.exp(middle));
		if (xOf(scale, to) - xOf(scale, from) > wanted) high = middle;
		else low = middle;
	}
	const zoom = Math.exp(low);
	const scale = scaleAt(zoom);
	const middle = (xOf(scale, from) + xOf(scale, to)) / 2;
	return { zoom, time: timeOf(scale, middle), at: width / 2 };
}

/** The playhead at its place, three quarters to the right: mostly past, a little future. */
export function followed(zoom: number, clock: number, width: number, part = FOLLOW_AT): View {
	return { zoom, time: clock, at: width * part };
}
