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

/**
 * A query that is asked again whenever its arguments or the world change: at most once a frame, and only the newest
 * answer counts. It ends with the component or effect in which it was made. A question of null asks nothing.
 */
export function live<T>(question: () => Question, client: Pick<EngineClient, 'status' | 'query'> = engine): Live<T> {
	let value = $state.raw<T | undefined>(undefined);
	let error = $state.raw<string | null>(null);
	let answered = $state.raw<unknown>(undefined);
	let stale = $state(true);
	let asked = 0;
	let isAsking = false;
	let next: Question = null;
	let frame = 0;

	async function ask() {
		frame = 0;
		// One question at a time: while the world runs, the answer would else be behind forever.
		if (isAsking || !next) return;
		const [name, args] = next;
		next = null;
		isAsking = true;
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

	const schedule = () => (frame ||= requestAnimationFrame(() => void ask()));

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
