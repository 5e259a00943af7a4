import { resolve } from '$app/paths';
import { DAY } from '#lib/views/timeline/words';
import type { Command } from '../../kit';
import { stageView, type Somebody, type TimeRange } from './view.svelte';

export interface Look {
	readonly format: 'svg' | 'png';
	readonly theme: 'light' | 'dark';
}

export interface StageActions {
	readonly person: Somebody | null;
	readonly range: TimeRange | null;
	readonly brushing: boolean;
	readonly clock: number;
	readonly open: (dialog: 'lanes' | 'follow') => void;
	readonly onrange: (range: TimeRange | null) => void;
	readonly picture: (look: Look) => Promise<void>;
}

const pictures: readonly (readonly [id: string, label: string, look: Look])[] = [
	['svg-light', 'SVG, light', { format: 'svg', theme: 'light' }],
	['svg-dark', 'SVG, dark', { format: 'svg', theme: 'dark' }],
	['png-light', 'PNG, light', { format: 'png', theme: 'light' }],
	['png-dark', 'PNG, dark', { format: 'png', theme: 'dark' }]
];

/** What else can be done with the stage. */
export function stageMenu({ person, range, brushing, clock, open, onrange, picture }: StageActions): Command[] {
	const show = (span: number) => () => (stageView.zoom = { from: clock - span, to: clock });
	return [
		person
			? {
					id: 'unfollow',
					label: `Show everybody, not only ${person.name}`,
					icon: 'close',
					run: () => stageView.follow(null)
				}
			: { id: 'follow', label: 'Follow a person', icon: 'person', run: () => open('follow') },
		{ id: 'lanes', label: 'Choose lanes', icon: 'columns', run: () => open('lanes') },
		{
			id: 'range',
			label: brushing ? 'Stop selecting a time range' : 'Select a time range',
			icon: 'filter',
			hint: 'Drag over the timeline, or drag with Shift at any time: the logs show those rows.',
			run: () => (stageView.brushing = !brushing)
		},
		...(range
			? [{ id: 'no-range', label: 'Clear the time range', icon: 'close' as const, run: () => onrange(null) }]
			: []),
		{ id: 'events', label: 'Events as a table', icon: 'log', href: resolve('/events') },
		{ id: 'zoom-90', label: '90 days', icon: 'search', heading: 'Zoom to', run: show(90 * DAY) },
		{ id: 'zoom-1', label: 'A day', icon: 'search', run: show(DAY) },
		{ id: 'zoom-hour', label: 'An hour', icon: 'search', run: show(DAY / 24) },
		{ id: 'zoom-request', label: 'A request', icon: 'search', run: show(1000) },
		...pictures.map(([id, label, look], at) => ({
			id,
			label,
			icon: 'download' as const,
			...(at === 0 && { heading: 'Save picture' }),
			run: () => void picture(look)
		}))
	];
}

/** The part of a log's address that narrows it to a range. */
export function rangeAddress({ from, to }: TimeRange, app?: string | null): string {
	const address = new URLSearchParams({ since: String(Math.floor(from)), until: String(Math.ceil(to)) });
	if (app) address.set('app', app);
	return address.toString();
}
