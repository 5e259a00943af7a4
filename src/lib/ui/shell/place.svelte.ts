import type { Command, Crumb } from '../kit/types';

/** What a page says of itself: the frame draws it. */
export interface PlaceData {
	title: string;
	/** The id of the navigation item that the window shows. */
	here: string;
	crumbs?: readonly Crumb[];
	commands?: readonly Command[];
	/** The lane of the timeline that belongs to the page: an application's key. */
	lane?: string | null;
	/** The person whom the page is about. */
	person?: { readonly slot: number; readonly name: string } | null;
	/** Without navigation and head: the page has the whole width and draws its own title. */
	bare?: boolean;
}

/** The one place that the window shows. */
export const place = $state<{ now: PlaceData }>({ now: { title: '', here: 'home' } });
