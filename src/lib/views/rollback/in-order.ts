import { planFor } from '#lib/apps';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import { EXISTENCE, stillBad, type Touched } from './fold';

/** An account that is restored, or that lets go of a unique value first because the ring of those who have it is closed. */
export interface Turn {
	readonly one: Touched;
	readonly aside: { readonly path: string; readonly value: string } | null;
}

interface Held {
	readonly label: string;
	readonly value: string;
	readonly key: string;
}

/** The unique values of an account that are still wrong: what it is to have again, and what it has meanwhile. */
function uniqueOf(labels: readonly string[], { good, now, values }: Touched) {
	const isWhole = values.has(EXISTENCE) && stillBad(values.get(EXISTENCE)!);
	const wrong = labels.filter((label) => isWhole || (values.has(label) && stillBad(values.get(label)!)));
	const held = (data: Touched['now']): Held[] =>
		wrong.flatMap((label) => {
			const value = data?.data[label];
			return typeof value === 'string' ? [{ label, value, key: `${label} ${value.toLowerCase()}` }] : [];
		});
	return { takes: held(good), lets: held(now) };
}

/**
 * The accounts in the order in which an application takes them back (S-218): who is to have a unique value again comes
 * after whoever has it now. Where each waits for the next one, one of them steps aside, as an administrator would do it.
 */
export function* inOrder(kind: string, wrong: readonly Touched[]): Steps<Turn[]> {
	const labels = planFor(kind).models.flatMap(({ type, unique }) =>
		type.name === 'User' ? unique.map(({ label }) => label) : []
	);
	const unique = new Map<Touched, ReturnType<typeof uniqueOf>>();
	const holders = new Map<string, { readonly one: Touched; readonly held: Held }>();
	for (const [at, one] of wrong.entries()) {
		if (at % STEP === 0) yield at;
		const { lets } = unique.set(one, uniqueOf(labels, one)).get(one)!;
		for (const held of lets) holders.set(held.key, { one, held });
	}
	const turns: Turn[] = [];
	const [done, asked, stepped] = [new Set<Touched>(), new Set<Touched>(), new Set<string>()];
	for (const [at, first] of wrong.entries()) {
		if (at % STEP === 0) yield at;
		const waiting = [first];
		for (let one = waiting.at(-1); one; one = waiting.at(-1)) {
			asked.add(one);
			const holder = unique
				.get(one)!
				.takes.map(({ key }) => holders.get(key))
				.find((other) => other && other.one !== one && !done.has(other.one) && !stepped.has(other.held.key));
			if (holder && asked.has(holder.one)) {
				stepped.add(holder.held.key);
				turns.push({ one: holder.one, aside: { path: holder.held.label, value: `aside.${holder.held.value}` } });
			} else if (holder) waiting.push(holder.one);
			else {
				waiting.pop();
				if (!done.has(one)) turns.push({ one, aside: null });
				done.add(one);
			}
		}
	}
	return turns;
}
