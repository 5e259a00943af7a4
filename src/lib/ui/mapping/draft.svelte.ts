import { SvelteMap } from 'svelte/reactivity';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';

/** Where the browser refuses to store, a draft lives as long as the page. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- `writes` below tells of every write
const memory = new Map<string, string>();

/** What is kept under a name; null: nothing. */
export function kept(draft: string): unknown {
	const name = `provlab.draft.${draft}`;
	try {
		return JSON.parse(localStorage.getItem(name) ?? memory.get(name) ?? 'null');
	} catch {
		return JSON.parse(memory.get(name) ?? 'null');
	}
}

export function keep(draft: string, value: unknown): void {
	const name = `provlab.draft.${draft}`;
	const text = value === null ? null : JSON.stringify(value);
	if (text === null) memory.delete(name);
	else memory.set(name, text);
	try {
		// What was kept before is older: where there is no room for this, it must not come back.
		localStorage.removeItem(name);
		if (text !== null) localStorage.setItem(name, text);
	} catch {
		// It is still in memory.
	}
}

/** How often each was written: whoever shows a draft follows it, also where a page that was left brings it back. */
const writes = new SvelteMap<string, number>();

function read(key: string): unknown {
	void writes.get(key);
	return kept(key);
}

function write(key: string, value: unknown): void {
	keep(key, value);
	writes.set(key, (writes.get(key) ?? 0) + 1);
}

interface DraftOf<T> {
	value: T | null;
	/**
	 * To be called when it is sent: what it answers is called when it was saved. It is no draft any more then, unless it has
	 * been changed since, and the page may show something else. `rest`: what of it is one still.
	 */
	sending(): (rest?: (now: T) => T | null) => void;
	/** Drops it or puts another in its place; what the toast says offers to bring the one before back. */
	replace(next: T | null, sentence: string): void;
}

/**
 * Edits that are not saved yet, by the name of what they change: they outlive a reload and another page. What is stored
 * under a name and is no draft any more is left alone.
 */
export function draftOf<T>(name: () => string | null, valid: (value: unknown) => value is T): DraftOf<T> {
	const stored = $derived.by(() => {
		const key = name();
		const value = key === null ? null : read(key);
		return valid(value) ? value : null;
	});
	function put(next: T | null) {
		const key = name();
		if (key !== null) write(key, next);
	}
	return {
		get value() {
			return stored;
		},
		set value(next) {
			put(next);
		},
		sending() {
			const key = name();
			const sent = JSON.stringify(stored);
			return (rest) => {
				const now = key === null ? null : read(key);
				if (key === null || !valid(now)) return;
				if (rest) write(key, rest(now));
				else if (JSON.stringify(now) === sent) write(key, null);
			};
		},
		replace(next, sentence) {
			const before = stored;
			const key = name();
			if (key === null) return;
			write(key, next);
			const session = engine.status?.session?.id;
			const now = JSON.stringify(next);
			// What is typed or saved meanwhile is newer, and another session has drafts of its own. The page may be left by
			// then: neither its name nor what it shows is asked.
			const stands = () => engine.status?.session?.id === session && JSON.stringify(read(key)) === now;
			const run = () => write(key, before);
			toast(sentence, before === null ? undefined : { label: 'Undo', key: 'Z', stands, run });
		}
	};
}
