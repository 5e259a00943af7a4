import { untrack } from 'svelte';
import { engine, type EngineClient } from './client.svelte';

/** What a query answered last. It stays while a newer answer is on its way. */
export interface Live<T> {
	readonly value: T | undefined;
	/** A newer answer is on its way. */
	readonly stale: boolean;
	readonly error: string | null;
	/** The arguments that the value answers: while one types, those of a moment ago. */
	readonly args: unknown;
}

type Question = readonly [name: string, args?: unknown] | null;

/** While time runs nobody reads numbers that change faster than this, ms; what is drawn as moving asks every frame. */
export const WHILE_RUNNING = 120;

/**
 * A query that is asked again whenever its arguments or the world change: at most once a frame, while time runs less
 * often, and only the newest answer counts. It ends with the component or effect in which it was made. A question of
 * null asks nothing.
 */
export function live<T>(
	question: () => Question,
	client: Pick<EngineClient, 'status' | 'query'> = engine,
	every = WHILE_RUNNING
): Live<T> {
	let value = $state.raw<T | undefined>(undefined);
	let error = $state.raw<string | null>(null);
	let answered = $state.raw<unknown>(undefined);
	let stale = $state(true);
	let asked = 0;
	let isAsking = false;
	let next: Question = null;
	let frame = 0;
	let timer: ReturnType<typeof setTimeout> | null = null;
	let askedAt = -Infinity;
	let answers = '';

	async function ask() {
		frame = 0;
		timer = null;
		// One question at a time: while the world runs, the answer would else be behind forever.
		if (isAsking || !next) return;
		const [name, args] = next;
		next = null;
		isAsking = true;
		askedAt = performance.now();
		answers = JSON.stringify(args ?? null);
		const number = ++asked;
		try {
			const answer = await client.query<T>(name, args);
			if (number === asked) [value, error, answered] = [answer, null, args];
		} catch (problem) {
			if (number === asked) error = problem instanceof Error ? problem.message : String(problem);
		}
		isAsking = false;
		if (next) schedule();
		else stale = false;
	}

	/** Another question is asked at once; the same one waits for its turn while time runs. */
	function schedule() {
		const isSame = JSON.stringify(next?.[1] ?? null) === answers;
		const isRunning = untrack(() => client.status?.playing);
		const wait = isSame && isRunning ? askedAt + every - performance.now() : 0;
		if (wait > 0) timer ??= setTimeout(inFrame, wait);
		else inFrame();
	}
	const inFrame = () => (frame ||= requestAnimationFrame(() => void ask()));

	// Changes with the world and not with its clock, which moves sixty times a second.
	const moment = $derived.by(() => {
		const { status } = client;
		return status?.session && !status.elsewhere ? `${status.session.id} ${status.revision}` : null;
	});
	$effect(() => {
		const wanted = question();
		if (moment === null || !wanted) return;
		next = $state.snapshot(wanted) as Question;
		stale = true;
		schedule();
	});
	$effect(() => () => {
		cancelAnimationFrame(frame);
		if (timer) clearTimeout(timer);
		asked++;
		next = null;
	});

	return {
		get value() {
			return value;
		},
		get stale() {
			return stale;
		},
		get error() {
			return error;
		},
		get args() {
			return answered;
		}
	};
}
