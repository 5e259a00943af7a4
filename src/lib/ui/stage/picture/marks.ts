import { markPath, type Mark } from '../../marks/table';
import { el } from './svg';

/** A mark with its centre at x, y, and its halo underneath. */
export function mark(shape: Mark, x: number, y: number, size: number, colour: string, ground?: string): string {
	const d = markPath(shape, size);
	const scale = size / 12;
	const halo = ground
		? [el('path', { d, fill: ground, stroke: ground, 'stroke-width': 3 / scale, 'stroke-linejoin': 'round' })]
		: [];
	const place = `translate(${Math.round(x - size / 2)} ${Math.round(y - size / 2)}) scale(${Math.round(scale * 1000) / 1000})`;
	return el('g', { transform: place }, ...halo, el('path', { d, fill: colour, 'fill-rule': 'evenodd' }));
}
