import type { ColourName } from '../colours.svelte';

export type Palette = Readonly<Record<ColourName, string>>;

/** A picture has its own colours: whoever looks at it has no stylesheet. A test compares them with the tokens. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
	light: {
		page: '#f3f5f8',
		panel: '#ffffff',
		well: '#e7ebf0',
		hover: '#edf1f6',
		select: '#e6eefd',
		line: '#dce1e8',
		edge: '#767f8d',
		ink: '#12171f',
		quiet: '#566070',
		accent: '#1d5bd6',
		'on-accent': '#ffffff',
		success: '#0a7561',
		skip: '#7f8794',
		warn: '#b87300',
		failure: '#9e0b2b',
		'failure-soft': '#fbe6e8'
	},
	dark: {
		page: '#101317',
		panel: '#181c22',
		well: '#0a0c0f',
		hover: '#20262e',
		select: '#1b2b47',
		line: '#2a313a',
		edge: '#6e7886',
		ink: '#e9ecf0',
		quiet: '#a4aebb',
		accent: '#7fb0ff',
		'on-accent': '#0b1526',
		success: '#5cdbc0',
		skip: '#8e97a4',
		warn: '#efc24e',
		failure: '#ff7565',
		'failure-soft': '#3d1a1b'
	}
};
