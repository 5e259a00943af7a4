import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { packSubject } from '#lib/world/core/facts';
import type { EngineClient } from '#lib/worker/client.svelte';
import { Names } from './names.svelte';

const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** A company in which everybody is called by number, and what was asked of it. */
function company() {
	const asked: number[][] = [];
	let status = $state.raw({ session: { id: 's', name: 'S' }, elsewhere: false, revision: 1, playing: false });
	const client = {
		get status() {
			return status;
		},
		query: (_: string, { of }: { of: number[] }) => {
			asked.push(of);
			const named = of.filter((subject) => subject >>> 24 < 3);
			return Promise.resolve(
				Object.fromEntries(named.map((subject) => [subject, `${status.revision}: ${subject & 0xffffff}`]))
			);
		}
	};
	const revise = (revision: number) => {
		status = { ...status, revision };
		flushSync();
	};
	return { asked, revise, client: client as unknown as EngineClient };
}

it('asks for the names of those that somebody looks at, together, and for these again when the world changes', async () => {
	const { asked, revise, client } = company();
	let names!: Names;
	const seen: (string | undefined)[][] = [];
	const [ada, crew, cycle] = [packSubject('users', 7), packSubject('groups', 2), packSubject('cycles', 0)];
	const stop = $effect.root(() => {
		names = new Names(client);
		$effect(() => void seen.push([names.of(ada), names.of(crew), names.of(cycle), names.user(7)]));
	});
	flushSync();
	await settled();
	await settled();
	expect(asked).toEqual([[crew, cycle, ada]]);
	expect(seen.at(-1)).toEqual(['1: 7', '1: 2', undefined, '1: 7']);
	revise(2);
	await settled();
	await settled();
	expect(asked[1]?.toSorted()).toEqual([ada, crew, cycle].toSorted());
	expect(seen.at(-1)).toEqual(['2: 7', '2: 2', undefined, '2: 7']);
	stop();
});

it('forgets who was looked at long ago, and never who is in view', async () => {
	const { asked, client } = company();
	let names!: Names;
	let from = $state(0);
	const inView = () => Array.from({ length: 300 }, (_, at) => names.user(from + at));
	let seen: (string | undefined)[] = [];
	const stop = $effect.root(() => {
		names = new Names(client);
		$effect(() => void (seen = [...inView(), names.user(100_000)]));
	});
	for (let next = 0; next <= 3000; next += 150) {
		from = next;
		flushSync();
		await settled();
		await settled();
	}
	expect(Math.max(...asked.map(({ length }) => length))).toBe(600);
	expect([seen[0], seen.at(-1)]).toEqual(['1: 3000', '1: 100000']);
	stop();
});
