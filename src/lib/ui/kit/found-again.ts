import type { Attachment } from 'svelte/attachments';

/** How far lists were scrolled, by the page's address and their name. */
const seen: Record<string, number> = {};
let isBack: boolean | undefined;

/** Who does something meanwhile is where they want to be. */
function listen(): void {
	isBack = false;
	addEventListener('popstate', () => (isBack = true));
	for (const kind of ['wheel', 'pointerdown', 'keydown'])
		addEventListener(kind, () => (isBack = false), { passive: true, capture: true });
}

/** Back and Forward find a list where it was left: the browser does that only for the window, which does not scroll. */
export function foundAgain(name: string): Attachment<HTMLElement> {
	return (node) => {
		if (isBack === undefined) listen();
		const place = () => `${location.href} ${name}`;
		const note = () => (seen[place()] = node.scrollTop);
		const top = seen[place()] ?? 0;
		const till = performance.now() + 2000;
		// Its rows come a moment later.
		const search = () => {
			if (!isBack || !node.isConnected) return;
			if (node.scrollHeight - node.clientHeight >= top) node.scrollTop = top;
			else if (performance.now() < till) requestAnimationFrame(search);
		};
		search();
		node.addEventListener('scroll', note);
		return () => node.removeEventListener('scroll', note);
	};
}
