import { draftOf } from '#lib/ui/mapping/draft.svelte';
import { engine } from '#lib/worker/client.svelte';

/**
 * The fields of a form that is not sent yet. What is typed outlives the form, its page and a reload, and belongs to the
 * company that it is typed for.
 */
export function keptFields<T extends object>(name: string, empty: T): { readonly fields: T; clear: () => void } {
	const names = Object.keys(empty) as (keyof T & string)[];
	const draft = draftOf<Partial<T>>(
		() => (engine.status?.session ? `${engine.status.session.id}.${name}` : null),
		(value): value is Partial<T> => typeof value === 'object' && value !== null
	);
	const field = (name: keyof T & string) => ({
		enumerable: true,
		get: () => {
			const kept = draft.value?.[name];
			// What was kept by another version may be something else.
			return typeof kept === typeof empty[name] || (empty[name] === null && typeof kept === 'string')
				? kept
				: empty[name];
		},
		set: (value: T[typeof name]) => (draft.value = { ...draft.value, [name]: value })
	});
	return {
		fields: Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, field(name)]))) as T,
		clear: () => (draft.value = null)
	};
}
