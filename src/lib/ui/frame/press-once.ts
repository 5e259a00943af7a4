/** What lies above the page: what goes with it, or comes with it, is not what was pressed. */
const layerOf = (element: Element) => element.closest('dialog, [popover]');
const pageAt = () => location.hash.split('?')[0];

function swallow(event: Event): void {
	event.preventDefault();
	event.stopImmediatePropagation();
}

/**
 * A double click, and a key that is held, mean what they were pressed on. When that has gone meanwhile, with its dialog,
 * its menu, its message or its page, the rest of the press means nothing that stands there instead: not what lies below,
 * and not what has the focus now. CommandBar.svelte does once what stays.
 */
export function pressOnce(page: Document): () => void {
	let click: { on: Element; layer: Element | null; at: string | undefined } | undefined;
	let key: { on: EventTarget | null; name: string } | undefined;

	const clicked = (event: MouseEvent) => {
		const { target, detail } = event;
		if (!(target instanceof Element) || detail === 0) return;
		if (detail === 1) click = { on: target, layer: layerOf(target), at: pageAt() };
		else if (click && (layerOf(target) !== click.layer || (pageAt() !== click.at && !click.on.isConnected)))
			swallow(event);
	};
	const pressed = (event: KeyboardEvent) => {
		const { target: on, key: name, repeat } = event;
		if (!repeat) key = { on, name };
		else if (key?.name === name && key.on !== on && (name === 'Enter' || name === ' ')) swallow(event);
	};

	page.addEventListener('click', clicked, true);
	page.addEventListener('keydown', pressed, true);
	return () => {
		page.removeEventListener('click', clicked, true);
		page.removeEventListener('keydown', pressed, true);
	};
}
