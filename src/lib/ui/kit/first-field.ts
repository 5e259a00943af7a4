import type { Attachment } from 'svelte/attachments';

const fields = 'input:not([hidden]):enabled, select:enabled, textarea:enabled';

/** The first field of a form in a dialog takes the focus when the dialog opens, instead of its Close button. */
export const firstField: Attachment<HTMLElement> = (form) => {
	form.querySelector(fields)?.setAttribute('autofocus', '');
};
