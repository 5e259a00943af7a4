/** What the width of the window decides. Zoom narrows the window, so it takes the same path. */
export interface Widths {
	phone: boolean;
	/** The navigation is a sheet, the drawer a page, the map a vertical list. */
	sheet: boolean;
	/** The navigation folds to icons. */
	folded: boolean;
	nav: number;
	/** The search field has its words. */
	search: boolean;
	/** The run bar has "Next". */
	next: boolean;
	why: { initial: number; min: number; max: number };
}

export function widthsFor(width: number): Widths {
	const sheet = width < 900;
	const folded = !sheet && width < 1180;
	return {
		phone: width < 600,
		sheet,
		folded,
		nav: sheet ? 0 : folded ? 48 : width >= 1600 ? 224 : 200,
		search: width >= 1024,
		next: width >= 1180,
		why: { initial: width >= 1600 ? 400 : 328, min: 280, max: 560 }
	};
}

/** The centre is never narrower than 560: the drawer overlays it first. */
export function drawerOverlays(width: number, left: number, why: number): boolean {
	return width < 1180 || width - left - why < 560;
}
