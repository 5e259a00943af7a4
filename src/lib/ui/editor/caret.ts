import { createContext } from 'svelte';

type Selected = readonly [start: number, end: number];

/** What was selected in a text area when an editor took its place; null: nobody was typing there. */
export const [caret, setCaret] = createContext<{ selected: Selected | null }>();

/** Only while it has the focus: nobody is brought to an editor from somewhere else. */
export function selectedIn(area: HTMLTextAreaElement | undefined): Selected | null {
	return area && area === document.activeElement ? [area.selectionStart, area.selectionEnd] : null;
}
