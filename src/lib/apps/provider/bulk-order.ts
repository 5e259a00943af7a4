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
 * The order in which operations can be done: each after those whose results it refers to. Creations that wait for each other
 * are one step, and come when nothing else can be done (S-299).
 */
export function bulkOrder(operations: readonly BulkOperation[]): readonly (readonly number[])[] {
	const makers = new Map<string, number>();
	operations.forEach(({ bulkId }, i) => bulkId !== undefined && makers.set(bulkId, i));
	const waiting = operations.map((operation) => {
		const before = [...idsIn(operation)].map((id) => makers.get(id));
		return new Set(before.filter((i): i is number => i !== undefined));
	});
	const order: (readonly number[])[] = [];
	const done = new Set<number>();
	const left = () => [...operations.keys()].filter((i) => !done.has(i));
	const isReady = (i: number) => [...(waiting[i] as Set<number>)].every((before) => done.has(before));
	const add = (step: readonly number[]) => {
		for (const i of step) done.add(i);
		order.push(step);
	};
	const addReady = () => {
		for (let before = -1; before < done.size;) {
			before = done.size;
			for (const i of left()) if (isReady(i)) add([i]);
		}
	};
	addReady();
	const circular = left().filter((i) => operations[i]?.method === 'POST');
	if (circular.length) add(circular);
	addReady();
	return [...order, ...left().map((i) => [i])];
}
