import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';
import { stageView } from './stage/view.svelte';
import { selection } from './why.svelte';

/** "users/7/department": a value that somebody looks at. */
const VALUE = /^(users|adUsers|workers|accounts)\/(\d+)(?:\/(.+))?$/;

/** What the keyboard is on, else what the pointer is on: the nearest element that has a fact or a value behind it. */
function here(): HTMLElement | SVGElement | null {
	const marked = '[data-why], [data-value]';
	const focused = document.activeElement?.closest<HTMLElement>(marked);
	if (focused) return focused;
	return [...document.querySelectorAll<HTMLElement>(marked)].findLast((one) => one.matches(':hover')) ?? null;
}

/** Answers W: why is this so? Where nothing is pointed at, it opens and closes the drawer. */
export async function whyHere(): Promise<void> {
	const element = here();
	const fact = element?.dataset.why;
	if (fact !== undefined) return explain(Number(fact));
	const value = VALUE.exec(element?.dataset.value ?? '');
	if (value) {
		const [, table, slot, name] = value;
		const seq = await engine.query<number | null>('whyValue', { table, slot: Number(slot), name });
		if (seq !== null) return explain(seq);
		toast(`${name ?? 'This'} has been so since the company began: nobody changed it.`);
		return;
	}
	if (stageView.hovered !== null) return explain(stageView.hovered);
	selection.open = !selection.open;
}

/** The same key closes what it opened. */
function explain(seq: number): void {
	if (selection.open && selection.seq === seq) selection.close();
	else selection.explain(seq);
}
