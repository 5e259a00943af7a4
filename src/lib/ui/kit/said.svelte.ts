import { untrack } from 'svelte';
import { dismiss, hold, modals, resume, toasts, type Toast } from './toast.svelte';

/**
 * What is said while a dialog is open and on top: the page behind it can be neither read nor reached. A refusal stays
 * until something else is said or the dialog is closed; what can be undone goes as everywhere. Made in a component.
 */
export function saidIn(dialog: string, isOpen: () => boolean): { readonly now: readonly Toast[] } {
	/** What was said before it was opened is not about it. */
	let before = 0;
	const said = $derived(modals.open.at(-1) === dialog ? toasts.list.filter(({ id }) => id > before) : []);

	$effect(() => {
		if (!isOpen()) return;
		untrack(() => {
			before = toasts.list.at(-1)?.id ?? 0;
			modals.open = [...modals.open, dialog];
		});
		return () => {
			modals.open = modals.open.filter((one) => one !== dialog);
		};
	});
	$effect(() => {
		const newest = said.at(-1);
		if (!newest) return;
		untrack(() => {
			for (const { id, action } of said) if (id !== newest.id && !action) dismiss(id);
			if (!newest.action) hold(newest.id);
		});
		return () => resume(newest.id);
	});

	return {
		get now() {
			return said;
		}
	};
}
