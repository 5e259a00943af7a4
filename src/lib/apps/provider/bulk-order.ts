import type { BulkOperation } from './bulk';

const mention = /bulkId:([^"\\/\]]+)/g;

/** The bulkIds that an operation refers to. */
export const idsIn = (operation: BulkOperation): ReadonlySet<string> =>
	new Set([...textOf(operation).matchAll(mention)].map((match) => match[1] as string));

const textOf = ({ path, data }: BulkOperation) => JSON.stringify([path, data ?? null]);

export const partsOf = (path: string) => path.split('/').filter(Boolean);

/** Puts the ids that the application gave in the place of the references. */
export const withIds = (text: string, ids: ReadonlyMap<string, string>) =>
	text.replace(mention, (whole, id: string) => ids.get(id) ?? whole);

/**
 * The order in which operations can be done: each after those whose results it refers to. Creations that wait for each other
 * are one step, and come when nothing else can be done (S-299).
 */
export function bulkOrder(operations: readonly BulkOperation[]): readonly (readonly number[])[] {
	const waiting = waitingFor(operations);
	const order: (readonly number[])[] = [];
	const done = new Set<number>();
	const left = () => [...operations.keys()].filter((i) => !done.has(i));
	const isReady = (i: number) => [...(waiting[i] as ReadonlySet<number>)].every((before) => done.has(before));
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

/**
 * For which operations each one waits: for those whose results it refers to, and for the earlier ones that have to wait
 * themselves and name the resource that it changes, so that what comes last in the request stays the last.
 */
function waitingFor(operations: readonly BulkOperation[]): readonly ReadonlySet<number>[] {
	const makers = new Map<string, number>();
	operations.forEach(({ bulkId }, i) => bulkId !== undefined && makers.set(bulkId, i));
	const late = new Map<number, string>();
	return operations.map((operation, i) => {
		const found = [...idsIn(operation)].map((id) => makers.get(id));
		const before = new Set(found.filter((one): one is number => one !== undefined));
		const resource = partsOf(operation.path)[1];
		if (resource) for (const [one, text] of late) if (text.includes(resource)) before.add(one);
		if ([...before].some((one) => one >= i || late.has(one))) late.set(i, textOf(operation));
		return before;
	});
}
