export interface Toast {
	id: number;
	sentence: string;
	/** Everything can be undone, and the toast offers it. */
	action?: {
		label: string;
		key?: string;
		/** Whether it can still be done; an offer that does not stand any more is not shown. */
		stands?: () => boolean;
		run: () => void;
	};
	tone?: 'failure';
}

const SHOWN_FOR = 6000;
let last = 0;
const timers: Record<number, ReturnType<typeof setTimeout> | undefined> = {};

export const toasts = $state<{ list: Toast[] }>({ list: [] });

/** The dialogs that are open, the last one on top: what is said meanwhile is said there. */
export const modals = $state<{ open: readonly string[] }>({ open: [] });

/** Says what just happened, for six seconds; at most three at a time, and the same only once. */
export function toast(sentence: string, action?: Toast['action'], tone?: Toast['tone']): number {
	const same = toasts.list.find((entry) => entry.sentence === sentence);
	if (same) dismiss(same.id);
	const id = ++last;
	for (const old of toasts.list.slice(0, -2)) dismiss(old.id);
	toasts.list.push({ id, sentence, action: action ?? same?.action, tone });
	resume(id);
	return id;
}

export function dismiss(id: number): void {
	hold(id);
	toasts.list = toasts.list.filter((entry) => entry.id !== id);
}

/** What a toast offers, while that can still be done. */
export const offerOf = ({ action }: Toast) => (action?.stands?.() === false ? undefined : action);

export function take({ id, action }: Toast): void {
	dismiss(id);
	action!.run();
}

/** Does what the newest toast offers by a key, as its button does; false: none offers it. */
export function takeOffer(key: string): boolean {
	const entry = toasts.list.findLast((one) => offerOf(one)?.key === key);
	if (entry) take(entry);
	return entry !== undefined;
}

/** A toast stays while the pointer or the focus is on it. */
export function hold(id: number): void {
	clearTimeout(timers[id]);
	delete timers[id];
}

export function resume(id: number): void {
	hold(id);
	timers[id] = setTimeout(() => dismiss(id), SHOWN_FOR);
}
