import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import type { Status } from '#lib/worker/messages';
import type { Preview } from '#lib/worker/previewing';
import { Rehearsal } from './rehearsal.svelte';

const asked = { app: 'byoa', commands: [] };

/** A draft that is there from the beginning, in a company of so many users. */
function drafted(users: number) {
	const tries: { readonly stop: AbortSignal; readonly answer: (told: Preview | null) => void }[] = [];
	const client = {
		status: { revision: 1, playing: false, counters: { users } } as Status,
		runPreview: (_: unknown, __: unknown, stop: AbortSignal) =>
			new Promise<Preview | null>((answer) => tries.push({ stop, answer }))
	};
	let rehearsal!: Rehearsal;
	const leave = $effect.root(() => {
		rehearsal = new Rehearsal(() => asked, client);
	});
	flushSync();
	return { rehearsal, tries, leave };
}

it('waits in a large company until somebody asks what a change would do', async () => {
	const { rehearsal, tries, leave } = drafted(10_000);
	expect(rehearsal).toMatchObject({ isWaiting: true, isAsking: false });
	void rehearsal.ask();
	flushSync();
	expect(rehearsal).toMatchObject({ isWaiting: false, isAsking: true });
	expect(tries).toHaveLength(1);
	tries[0]!.answer({ refused: null } as Preview);
	await expect.poll(() => rehearsal.value).toEqual({ refused: null });
	leave();
});

it('stays stopped once it was stopped, until somebody asks', async () => {
	const { rehearsal, tries, leave } = drafted(25);
	await expect.poll(() => tries.length).toBe(1);
	rehearsal.stop();
	flushSync();
	expect(tries[0]!.stop.aborted).toBe(true);
	expect(rehearsal).toMatchObject({ isWaiting: true, isAsking: false });
	leave();
});
