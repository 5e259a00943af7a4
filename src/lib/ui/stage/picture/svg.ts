const FONT = "'Segoe UI Variable Text', 'Segoe UI', system-ui, sans-serif";

type Value = string | number | undefined | false;

/** Text for markup. Control characters have no place in XML at all. */
export function escaped(text: string): string {
	const clean = Array.from(text, (letter) => (letter < ' ' && letter !== '\n' && letter !== '\t' ? ' ' : letter)).join(
		''
	);
	return clean.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** One element of a picture; what is undefined or false is left out. */
export function el(name: string, attributes: Readonly<Record<string, Value>>, ...children: readonly string[]): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined && value !== false)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`);
	const inner = children.join('');
	return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

export interface TextLook {
	readonly fill: string;
	readonly size: number;
	readonly weight?: number;
	readonly anchor?: 'start' | 'middle' | 'end';
	/** Drawn around the letters, in the colour of the ground. */
	readonly halo?: string;
}

/** `y` is the baseline. */
export function text(
	words: string,
	x: number,
	y: number,
	{ fill, size, weight = 400, anchor, halo }: TextLook
): string {
	const outline = halo ? { stroke: halo, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {};
	return el(
		'text',
		{
			x,
			y,
			fill,
			'font-size': size,
			'font-weight': weight === 400 ? undefined : weight,
			'text-anchor': anchor,
			...outline
		},
		escaped(words)
	);
}

export function rect(
	x: number,
	y: number,
	width: number,
	height: number,
	more: Readonly<Record<string, Value>>
): string {
	return el('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), ...more });
}

export function line(x1: number, y1: number, x2: number, y2: number, more: Readonly<Record<string, Value>>): string {
	return el('line', { x1, y1, x2, y2, ...more });
}

export function group(attributes: Readonly<Record<string, Value>>, children: readonly string[]): string {
	return children.length === 0 ? '' : el('g', attributes, ...children);
}

/** A whole picture: nothing in it refers to anything outside of it. */
export function svg(width: number, height: number, title: string, children: readonly string[]): string {
	const root = {
		xmlns: 'http://www.w3.org/2000/svg',
		width,
		height,
		viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
		'font-family': FONT,
		role: 'img'
	};
	return `<?xml version="1.0" encoding="UTF-8"?>\n${el('svg', root, el('title', {}, escaped(title)), ...children)}\n`;
}
