import { beforeNavigate } from '$app/navigation';

/**
 * In a narrow window a panel covers the page, as a page of its own would. It is narrow as in widths.ts, which would be one
 * more file for every visitor if this took the number from there.
 */
const isCovered = () => innerWidth < 900;

/** Back leaves the panel that covers the page, and not the page. */
export function leftByBack(isOpen: () => boolean, close: () => void): void {
	beforeNavigate((going) => {
		if (going.type !== 'popstate' || going.delta > 0 || !isCovered() || !isOpen()) return;
		going.cancel();
		// Before the history is back at this page, an address that tells what is open would be written over the other one.
		addEventListener('popstate', close, { once: true });
	});
}

/** Where a link leads can be seen only without the panel that covers it. */
export function leftByLinks(close: () => void): void {
	beforeNavigate(({ type }) => {
		if (type === 'link' && isCovered()) close();
	});
}
