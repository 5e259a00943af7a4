/** Which part of a long list is asked for: what is in view, and a page on each side of it. */
export class ListWindow {
	static readonly STEP = 100;
	from = $state(0);
	readonly count = 4 * ListWindow.STEP;

	/** For a table's `onwindow`. */
	show = (first: number): void => {
		this.from = Math.max(0, Math.floor(first / ListWindow.STEP) - 1) * ListWindow.STEP;
	};
}
