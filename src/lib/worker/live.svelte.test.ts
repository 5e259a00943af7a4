import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { EngineClient } from './client.svelte';
import { live, type Live } from './live.svelte';
import type { Status } from './messages';

/** A client that answers when the test says so. */
class Answering {
	status = $state.raw<Partial<Status> | null>(null);
	readonly asked: { name: string; args: unknown; answer: (value: unknown) => void; refuse: (error: Error) => void }[] =
		[];
	playing = false;
	query = (name: string, args: unknown) =>
		new Promise((answer, refuse) => this.asked.push({ name, args, answer, refuse }));
	revise(revision: number, clock = 0): void {
		const { playing } = this;
		this.status = { session: { id: 's', name: 'S' }, elsewhere: false, revision, clock, playing };
		flushSync();
	}
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function watched(question: () => readonly [string, unknown?] | null, every?: number) {
	const client = new Answering();
	let result!: Live<number>;
	const stop = $effect.root(() => {
		result = live<number>(question, client as unknown as EngineClient, every);
	});
	return { client, result, stop };
}

describe('a live query', () => {
	it('asks again when the world changes, and not when only the clock moves', async () => {
		const { client, result, stop } = watched(() => ['count', { of: 'users' }]);
		flushSync();
		await frame();
		expect(client.asked).toHaveLength(0);
		client.revise(1);
		await frame();
		client.asked[0]!.answer(25);
		await frame();
		expect(result).toMatchObject({ value: 25, stale: false, error: null });
		client.revise(1, 1000);
		await frame();
		expect(client.asked).toHaveLength(1);
		client.revise(2);
		expect(result).toMatchObject({ value: 25, stale: true });
		await frame();
		client.asked[1]!.answer(26);
		await frame();
		expect(result).toMatchObject({ value: 26, stale: false });
		stop();
	});

	it('asks once a frame at most, and one question at a time: the newest', async () => {
		let page = $state(0);
		const { client, result, stop } = watched(() => ['page', page]);
		client.revise(1);
		await frame();
		for (const next of [1, 2, 3, 4, 5]) {
			page = next;
			flushSync();
		}
		for (let revision = 2; revision < 9; revision++) client.revise(revision);
		await frame();
		expect(client.asked).toHaveLength(1);
		client.asked[0]!.answer(0);
		await frame();
		await frame();
		expect(client.asked).toHaveLength(2);
		expect(client.asked[1]!.args).toBe(5);
		client.asked[1]!.answer(5);
		await frame();
		expect(result).toMatchObject({ value: 5, stale: false });
		stop();
	});

	it('waits for its turn while time runs, and asks at once for something else', async () => {
		let page = $state(0);
		const { client, stop } = watched(() => ['page', page], 1_000_000);
		client.playing = true;
		client.revise(1);
		await frame();
		client.asked[0]!.answer(0);
		for (let revision = 2; revision < 6; revision++) {
			await frame();
			client.revise(revision);
		}
		await frame();
		expect(client.asked).toHaveLength(1);
		page = 1;
		flushSync();
		await frame();
		expect(client.asked.map(({ args }) => args)).toEqual([0, 1]);
		stop();
	});

	it('asks for what came last when its turn comes', async () => {
		const { client, result, stop } = watched(() => ['count'], 50);
		client.playing = true;
		client.revise(1);
		await frame();
		client.asked[0]!.answer(1);
		await frame();
		client.revise(2);
		await expect.poll(() => client.asked.length).toBe(2);
		client.asked[1]!.answer(2);
		await expect.poll(() => result.value).toBe(2);
		expect(result.stale).toBe(false);
		stop();
	});

	it('keeps what it shows when an answer is an error, and says the error', async () => {
		const { client, result, stop } = watched(() => ['count']);
		client.revise(1);
		await frame();
		client.asked[0]!.answer(1);
		await frame();
		client.revise(2);
		await frame();
		client.asked[1]!.refuse(new Error('There is no such user.'));
		await frame();
		expect(result).toMatchObject({ value: 1, error: 'There is no such user.', stale: false });
		stop();
	});

	it('asks nothing more when its component is gone, and an answer on its way is dropped', async () => {
		const { client, result, stop } = watched(() => ['count']);
		client.revise(1);
		await frame();
		stop();
		client.asked[0]!.answer(9);
		client.revise(2);
		await frame();
		expect(client.asked).toHaveLength(1);
		expect(result.value).toBeUndefined();
	});
});
