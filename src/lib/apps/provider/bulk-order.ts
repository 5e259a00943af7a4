import type { BulkOperation } from './bulk';

const mention = /bulkId:([^"\\\s/,\]]+)/g;

/** The bulkIds that an operation refers to. */
export function idsIn({ path, data }: BulkOperation): ReadonlySet<string> {
	const found = new Set<string>();
	for (const text of [path, data === undefined ? '' : JSON.stringify(data)]) {
		for (const match of text.matchAll(mention)) found.add(match[1] as string);
	}
	return found;
}

/** Puts the ids that the application gave in the place of the references. */
export const withIds = (text: string, ids: ReadonlyMap<string, string>) =>
	text.replace(mention, (whole, id: string) => ids.get(id) ?? whole);

/**
 * The order in which operations can be done: each after those whose results it refers to (S-299). What is left goes
 * round in circles and is tried last, where it fails with 409.
 */
export function bulkOrder(operations: readonly BulkOperation[]): readonly number[] {
	const makers = new Map<string, number>();
	operations.forEach(({ bulkId }, i) => bulkId !== undefined && makers.set(bulkId, i));
	const waiting = operations.map((operation) => {
		const before = [...idsIn(operation)].map((id) => makers.get(id));
		return new Set(before.filter((i): i is number => i !== undefined));
	});
	const order: number[] = [];
	const done = new Set<number>();
	for (let progress = true; progress;) {
		progress = false;
		for (let i = 0; i < operations.length; i++) {
			if (done.has(i) || [...(waiting[i] as Set<number>)].some((before) => !done.has(before))) continue;
			done.add(i);
			order.push(i);
			progress = true;
		}
	}
	const circular = [...operations.keys()].filter((i) => !done.has(i));
	return [...order, ...circular];
}
