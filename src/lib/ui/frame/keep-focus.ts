/** Where somebody was: the range stays at its place when what stood there is taken away. */
interface Spot {
	readonly element: Element;
	readonly range: Range;
	/** The part of the page; one spot is kept of each. */
	readonly part: Element | null;
	/** The page that was open; null: it was beside the page, where nothing changes with it. */
	readonly at: string | null;
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])';
/** Parts of the page, the smaller ones inside the larger: who loses something goes on in the same part. */
const PARTS = 'main, aside, nav, dialog, section[aria-label], [role=toolbar], [role=group], [role=table]';
/** A dialog that was opened from a menu that was opened from a row. */
const KEPT = 8;

function canTake(element: Element): element is HTMLElement {
	return (
		element instanceof HTMLElement &&
		element.isConnected &&
		!element.matches(':disabled, [inert] *') &&
		element.checkVisibility({ visibilityProperty: true })
	);
}

/** What comes next after a place within a part of the page, or before it where nothing comes after it. */
function nearest(part: Element, range: Range): HTMLElement | undefined {
	const all = [...part.querySelectorAll(FOCUSABLE)].filter(canTake);
	return all.find((element) => range.comparePoint(element, 0) >= 0) ?? all.at(-1);
}

function from({ element, range }: Spot): HTMLElement | undefined {
	if (canTake(element)) return element;
	const { startContainer: place } = range;
	let part = (place instanceof Element ? place : place.parentElement)?.closest(PARTS);
	for (; part; part = part.parentElement?.closest(PARTS)) {
		const found = nearest(part, range);
		if (found) return found;
	}
	return undefined;
}

const pageAt = () => location.hash.split('?')[0]!;

/**
 * Whoever works by keyboard stays where they work: when the button that was pressed goes, with its row, its panel or its
 * message, the focus goes on to what stands there now, and back to where it came from if nothing does. By itself it would
 * begin anew at the top of the page. Where a pointer was used last, nothing is moved: keys then belong to the page.
 * Another page begins at its name (Frame.svelte).
 */
export function keepFocus(page: Document): () => void {
	const spots: Spot[] = [];
	let byKeys = true;

	const stands = (target: EventTarget | null) => {
		if (!(target instanceof Element) || target === page.body) return;
		const range = page.createRange();
		range.setStartBefore(target);
		const part = target.closest(PARTS);
		if (spots[0]?.part === part) spots.shift();
		spots.unshift({ element: target, range, part, at: target.closest('main') && pageAt() });
		spots.length = Math.min(spots.length, KEPT);
	};
	const focused = ({ target }: FocusEvent) => stands(target);
	const pressed = () => (byKeys = true);
	const pointed = () => (byKeys = false);
	const look = () => {
		const isLost = page.activeElement === page.body || page.activeElement === null;
		if (!byKeys || !isLost || !spots[0] || spots[0].element.isConnected) return;
		const isHere = ({ at }: Spot) => at === null || at === pageAt();
		if (!isHere(spots[0])) return;
		for (const spot of spots.filter(isHere)) {
			// A dialog goes back to who opened it, not to what stands beside it.
			if (spot.part?.matches('dialog') && !spot.part.isConnected) continue;
			const found = from(spot);
			found?.focus();
			if (found && page.activeElement === found) return;
		}
		// Where there is no page at the moment the next one is waited for.
		page.getElementById('main')?.focus();
	};

	const watcher = new MutationObserver(look);
	stands(page.activeElement);
	watcher.observe(page.body, { childList: true, subtree: true });
	page.addEventListener('focusin', focused);
	page.addEventListener('keydown', pressed, true);
	page.addEventListener('pointerdown', pointed, true);
	return () => {
		watcher.disconnect();
		page.removeEventListener('focusin', focused);
		page.removeEventListener('keydown', pressed, true);
		page.removeEventListener('pointerdown', pointed, true);
	};
}
