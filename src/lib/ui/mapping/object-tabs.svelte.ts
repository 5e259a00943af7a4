import { addressFilters } from '../portal/address-filters.svelte';

export type MappedObject = 'users' | 'groups';

/** Which of the objects that a job maps a page is about: the address keeps it. Made in a component. */
export function objectTabs(hasGroups: () => boolean, path: (query: string) => string) {
	const filters = addressFilters(['object'], path);
	const tabs = $derived(hasGroups() ? ['users', 'groups'] : ['users']);
	return {
		get now(): MappedObject {
			return hasGroups() && filters.now.object === 'groups' ? 'groups' : 'users';
		},
		get all() {
			return tabs.map((id) => ({ id, label: id }));
		},
		pick: (object: string) => filters.set({ object: object === 'groups' ? object : '' })
	};
}
