import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';
import { stageView } from './stage/view.svelte';
import { selection, type Expected } from './why.svelte';

/** "users/7/department": a value that somebody looks at. */
const VALUE = /^(users|groups|adUsers|adGroups|workers|accounts)\/(\d+)(?:\/(.+))?$/;
/** "not/user/7/byoa": what did not happen. */
const MISSING = /^not\/(user|group|worker)\/(\d+)(?:\/(.+))?$/;

/** What the keyboard is on, else what the pointer is on: the nearest element that has something behind it. */
function here(): HTMLElement | SVGElement | null {
	const marked = '[data-why], [data-value], [data-ask]';
	const focused = document.activeElement?.closest<HTMLElement>(marked);
	if (focused) return focused;
	return [...document.querySelectorAll<HTMLElement>(marked)].findLast((one) => one.matches(':hover')) ?? null;
}

/** Answers W: why is this so, or why is it not? Where nothing is pointed at, it opens and closes the drawer. */
export async function whyHere(): Promise<void> {
	const element = here();
	// What has a button of its own for it, inside a dialog, knows what else there is to do.
	if (element?.matches('[data-ask]')) return element.querySelector<HTMLElement>('[aria-keyshortcuts="W"]')?.click();
	const asked = element?.dataset.value ?? element?.dataset.why;
	if (asked !== undefined) return whyOf(asked);
	if (stageView.hovered !== null) return explain(stageView.hovered);
	// Behind a dialog nobody would see it.
	if (!document.querySelector(':modal')) selection.open = !selection.open;
}

/** Answers for what stands in a mark: a fact, a value, or what did not happen. */
export async function whyOf(asked: string): Promise<void> {
	if (/^\d+$/.test(asked)) return explain(Number(asked));
	const missing = MISSING.exec(asked);
	if (missing) {
		const [, kind, slot, app] = missing;
		return expect({ kind: kind as Expected['kind'], slot: Number(slot), app });
	}
	const value = VALUE.exec(asked);
	if (!value) return;
	const [, table, slot, name] = value;
	const seq = await engine.query<number | null>('whyValue', { table, slot: Number(slot), name });
	if (seq !== null) return explain(seq);
	toast(`${name ?? 'This'} has been so since the company began: nobody changed it.`);
}

/** The same key closes what it opened. */
function explain(seq: number): void {
	if (selection.open && !selection.expected && selection.seq === seq) selection.close();
	else selection.explain(seq);
}

function expect(expected: Expected): void {
	const { kind, slot, app } = selection.expected ?? {};
	const isOpen = selection.open && kind === expected.kind && slot === expected.slot && app === expected.app;
	if (isOpen) selection.close();
	else selection.expect(expected);
}
