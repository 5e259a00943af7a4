import type { Attachment } from 'svelte/attachments';

/** The first field of a form in a dialog takes the focus when the dialog opens, instead of its Close button. */
export const firstField: Attachment<HTMLElement> = (form) => {
	form.querySelector('input')?.setAttribute('autofocus', '');
};
