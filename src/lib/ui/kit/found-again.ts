import type { Attachment } from 'svelte/attachments';

/** How far lists were scrolled, and where the row leads that had the focus, by the page's address and their name. */
const seen: Record<string, { top: number; to?: string }> = {};
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
		const here = () => (seen[`${location.href} ${name}`] ??= { top: 0 });
		const note = () => (here().top = node.scrollTop);
		const noteRow = ({ target }: FocusEvent) => {
			const link = (target as Element).closest('[data-row]')?.querySelector('a');
			if (link) here().to = link.getAttribute('href')!;
		};
		const { top, to } = here();
		const till = performance.now() + 2000;
		const isOpen = () => isBack && node.isConnected && performance.now() < till;
		// Its rows come a moment later.
		const search = () => {
			if (!isOpen()) return;
			if (node.scrollHeight - node.clientHeight < top) requestAnimationFrame(search);
			else {
				node.scrollTop = top;
				find();
			}
		};
		const find = () => {
			const link = to && node.querySelector(`a[href="${CSS.escape(to)}"]`);
			if (link) link.closest<HTMLElement>('[data-row]')!.focus({ preventScroll: true });
			else if (to && isOpen()) requestAnimationFrame(find);
		};
		search();
		node.addEventListener('scroll', note);
		node.addEventListener('focusin', noteRow);
		return () => {
			node.removeEventListener('scroll', note);
			node.removeEventListener('focusin', noteRow);
		};
	};
}
