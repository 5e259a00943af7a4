import { AccountIndex, type IndexPlan } from './accounts';
import type { AppStore, Resource } from './types';

/** The store of an application that stands alone. */
export function memoryStore(plans: readonly IndexPlan[]): AppStore {
	const records = new Map<string, Resource>();
	const types = new Map<string, Map<string, Resource>>();
	const index = new AccountIndex(plans, () => records.values());
	let created = 0;
	return {
		get: (id) => records.get(id),
		put(id, resource) {
			const before = records.get(id);
			const type = (resource ?? before)?.type;
			if (type === undefined) return;
			let ofType = types.get(type);
			if (!ofType) types.set(type, (ofType = new Map()));
			if (resource) {
				records.set(id, resource);
				ofType.set(id, resource);
			} else {
				records.delete(id);
				ofType.delete(id);
			}
			index.change(before, resource);
		},
		all: (type) => types.get(type)?.values() ?? [],
		find: (name, key) => inOrder(index.find(name, key), (id) => records.get(id)),
		count: (name, key) => index.count(name, key),
		next: () => ++created
	};
}

/** The records of some ids in the order of creation. */
export function inOrder(ids: readonly string[], get: (id: string) => Resource | undefined): readonly Resource[] {
	const found: Resource[] = [];
	for (const id of ids) {
		const record = get(id);
		if (record) found.push(record);
	}
	return found.length > 1 ? found.sort((a, b) => a.n - b.n) : found;
}
