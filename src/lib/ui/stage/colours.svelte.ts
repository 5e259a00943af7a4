import { createSubscriber } from 'svelte/reactivity';

const NAMES = [
	'page',
	'panel',
	'well',
	'hover',
	'select',
	'line',
	'edge',
	'ink',
	'quiet',
	'accent',
	'on-accent',
	'success',
	'skip',
	'warn',
	'failure',
	'failure-soft'
] as const;

export type ColourName = (typeof NAMES)[number];
export type Colours = Record<ColourName, string> & {
	sans: string;
	/** How large a rem is beside the usual 16 px. */
	unit: number;
	/** The thinnest line, in px at a 16 px root. */
	hair: number;
};

/** Tells when the theme changes: by the person, by the system, or by presenter mode. */
const subscribe = createSubscriber((update) => {
	const observer = new MutationObserver(update);
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-present'] });
	const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
	for (const query of queries) query.addEventListener('change', update);
	return () => {
		observer.disconnect();
		for (const query of queries) query.removeEventListener('change', update);
	};
});

/** The tokens as a canvas needs them. */
export function readColours(): Colours {
	subscribe();
	const style = getComputedStyle(document.documentElement);
	const colours = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
	const unit = parseFloat(style.fontSize) / 16;
	return {
		...(colours as Record<ColourName, string>),
		sans: style.getPropertyValue('--sans').trim(),
		unit,
		hair: (parseFloat(style.getPropertyValue('--hair')) || 1) / unit
	};
}
