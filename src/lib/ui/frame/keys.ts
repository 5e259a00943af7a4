/** A key press by its name: "F", "Shift Z", "Ctrl K", "?", "ArrowRight", "Space". Shift is part of a sign such as "?". */
export function keyName(event: KeyboardEvent): string {
	const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
	const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl ' : '';
	const shift = event.shiftKey && /[a-z]/i.test(event.key) ? 'Shift ' : '';
	return ctrl + shift + (event.altKey ? 'Alt ' : '') + key;
}

/** A single letter acts only when no field has the focus. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
		return true;
	return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** Space and Enter press the button or the box that has the focus; arrows belong to menus, tabs and lists. */
function isTaken(name: string, target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (name === 'Space' || name === 'Enter')
		return target.closest('button, a, input, summary, [role=row], [role=option]') !== null;
	return (
		name.startsWith('Arrow') &&
		target.closest('[role=menu], [role=tablist], [role=listbox], [role=radiogroup], input, select') !== null
	);
}

/** Runs what belongs to a key; says whether something did. Keys that a focused control needs itself are left to it. */
export function runKey(
	event: KeyboardEvent,
	actions: Readonly<Record<string, (() => void) | undefined>>,
	lettersOn = true
): boolean {
	const name = keyName(event);
	const action = actions[name];
	if (!action || event.defaultPrevented || event.isComposing) return false;
	const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
	if (plain && (isTyping(event.target) || isTaken(name, event.target))) return false;
	if (plain && event.key.length === 1 && name !== 'Space' && !lettersOn) return false;
	event.preventDefault();
	action();
	return true;
}
