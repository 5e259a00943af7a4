import type { Attachment } from 'svelte/attachments';
import { place } from './place';

/** One tooltip for the whole page: only one is ever open. */
let box: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function show(anchor: Element, text: string, key?: string): void {
	if (!box) {
		box = document.createElement('div');
		box.className = 'tip';
		box.setAttribute('popover', 'manual');
		box.setAttribute('role', 'tooltip');
	}
	// A modal dialog covers the body, so the tooltip moves to where it can be seen.
	(anchor.closest('dialog') ?? document.body).append(box);
	box.textContent = text;
	if (key) {
		const kbd = document.createElement('kbd');
		kbd.textContent = key;
		box.append(kbd);
	}
	box.showPopover();
	place(anchor.getBoundingClientRect(), box, 'middle', 6);
}

function hide(): void {
	clearTimeout(timer);
	if (box?.isConnected) {
		box.hidePopover();
		box.remove();
	}
}

/** Shows a name, and the key that does the same, after 500 ms under the pointer or at once on focus. */
export function tip(text: string | (() => string | undefined) | undefined, key?: string): Attachment<HTMLElement> {
	return (node) => {
		const words = () => (typeof text === 'function' ? text() : text);
		const later = (wait: number) => () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				const now = words();
				if (now) show(node, now, key);
			}, wait);
		};
		const focused = () => node.matches(':focus-visible') && later(0)();
		const escape = (event: KeyboardEvent) => event.key === 'Escape' && hide();
		const enter = later(500);
		node.addEventListener('pointerenter', enter);
		node.addEventListener('focus', focused);
		node.addEventListener('pointerleave', hide);
		node.addEventListener('pointerdown', hide);
		node.addEventListener('blur', hide);
		node.addEventListener('keydown', escape);
		return () => {
			hide();
			node.removeEventListener('pointerenter', enter);
			node.removeEventListener('focus', focused);
			node.removeEventListener('pointerleave', hide);
			node.removeEventListener('pointerdown', hide);
			node.removeEventListener('blur', hide);
			node.removeEventListener('keydown', escape);
		};
	};
}
