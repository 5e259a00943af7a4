/** Puts a floating box (position: fixed) beside an anchor, flipped and shifted so that it stays in the window. */
export function place(anchor: DOMRect, box: HTMLElement, align: 'start' | 'end' | 'middle' = 'start', gap = 4): void {
	const margin = 8;
	const { offsetWidth: w, offsetHeight: h } = box;
	const below = anchor.bottom + gap;
	const fits = below + h <= innerHeight - margin;
	const top = fits || anchor.top - gap - h < margin ? below : anchor.top - gap - h;
	const start =
		align === 'start' ? anchor.left : align === 'end' ? anchor.right - w : anchor.left + anchor.width / 2 - w / 2;
	box.style.left = `${Math.max(margin, Math.min(start, innerWidth - w - margin))}px`;
	box.style.top = `${Math.max(margin, Math.min(top, innerHeight - h - margin))}px`;
}
