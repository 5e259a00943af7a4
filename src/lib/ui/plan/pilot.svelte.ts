import {
	communications,
	designQuestions,
	stakeholders,
	thresholds,
	type Measure,
	type Threshold
} from '#lib/content/plans/pilot';
import type { Ticked } from '#lib/session/reports/pilot';
import { engine } from '#lib/worker/client.svelte';
import type { PilotProgress, PilotReport } from '#lib/worker/planning';
import type { Wave } from '#lib/world/pilot';
import { draftOf } from '../mapping/draft.svelte';
import { toast } from '../kit';
import { opened } from './open-branch.svelte';

/** A tick of a checklist, and whatever was written beside it. */
interface Note {
	readonly done: boolean;
	readonly note: string;
}
export interface ListItem extends Ticked {
	readonly id: string;
	readonly hint: string;
	/** Added by the person, who can take it out again. */
	readonly own: boolean;
}
export type ListName = 'stakeholders' | 'communications' | 'questions';

interface Draft {
	readonly app: string | null;
	readonly gapHours: number;
	readonly waves: readonly Wave[];
	readonly limits: { readonly [id in Measure]?: { readonly on: boolean; readonly limit: number } };
	readonly notes: { readonly [item: string]: Note };
	readonly added: { readonly [list in ListName]?: readonly { readonly id: string; readonly text: string }[] };
}

const number = (id: string, name: string, count: number | null): Wave => ({ id, name, who: { is: 'number', count } });
const blank: Draft = {
	app: null,
	gapHours: 24,
	waves: [
		number('first', 'First people', 5),
		number('next', 'Next people', 20),
		number('rest', 'Everybody else', null)
	],
	limits: {},
	notes: {},
	added: { stakeholders: [], communications: [], questions: [] }
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isDraft = (value: unknown): value is Draft =>
	isObject(value) &&
	Array.isArray(value.waves) &&
	typeof value.gapHours === 'number' &&
	isObject(value.limits) &&
	isObject(value.notes) &&
	isObject(value.added);
const isReport = (value: unknown): value is Kept =>
	isObject(value) && Array.isArray(value.waves) && isObject(value.from);

/** What was worked out, and the plan that it was asked for with. */
type Kept = PilotReport & { readonly asked?: string };

const keyed = (name: string) => () => {
	const id = engine.status?.session?.id;
	return id === undefined ? null : `plan.${name}.${id}`;
};
const shipped = { stakeholders, communications, questions: designQuestions };

/** The pilot of the open session: what is planned, and what was worked out. All of it outlives a reload. */
class PilotPlan {
	readonly #draft = draftOf<Draft>(keyed('pilot'), isDraft);
	readonly #report = draftOf<Kept>(keyed('waves'), isReport);
	progress = $state.raw<PilotProgress | null>(null);
	/** Worked out, or put on a branch. */
	busy = $state<'runs' | 'opens' | null>(null);
	#stop: AbortController | null = null;

	get #now(): Draft {
		return this.#draft.value ?? blank;
	}

	#change(more: Partial<Draft>): void {
		this.#draft.value = { ...this.#now, ...more };
	}

	get app(): string | null {
		return this.#now.app;
	}
	set app(app) {
		if (app !== this.#now.app) this.#report.value = null;
		this.#change({ app });
	}

	get gapHours(): number {
		return this.#now.gapHours;
	}
	set gapHours(gapHours) {
		this.#change({ gapHours });
	}

	get waves(): readonly Wave[] {
		return this.#now.waves;
	}
	set waves(waves) {
		this.#change({ waves });
	}

	get report(): PilotReport | null {
		return this.#report.value;
	}

	get thresholds(): readonly Threshold[] {
		return thresholds.map((one) => ({ ...one, ...this.#now.limits[one.id] }));
	}

	setThreshold({ id, on, limit }: Pick<Threshold, 'id' | 'on' | 'limit'>): void {
		this.#change({ limits: { ...this.#now.limits, [id]: { on, limit } } });
	}

	list(name: ListName): readonly ListItem[] {
		const own = (this.#now.added[name] ?? []).map((one) => ({ ...one, hint: '', own: true }));
		return [...shipped[name].map((one) => ({ ...one, own: false })), ...own].map((one) => ({
			...one,
			...(this.#now.notes[`${name} ${one.id}`] ?? { done: false, note: '' })
		}));
	}

	note(list: ListName, { id, done, note }: Pick<ListItem, 'id' | 'done' | 'note'>): void {
		this.#change({ notes: { ...this.#now.notes, [`${list} ${id}`]: { done, note } } });
	}

	addItem(list: ListName, text: string): void {
		const added = [...(this.#now.added[list] ?? []), { id: crypto.randomUUID(), text }];
		this.#change({ added: { ...this.#now.added, [list]: added } });
	}

	removeItem(list: ListName, id: string): void {
		const before = this.#now.added;
		this.#change({ added: { ...before, [list]: (before[list] ?? []).filter((one) => one.id !== id) } });
		toast('Removed it from the list.', { label: 'Undo', key: 'Z', run: () => this.#change({ added: before }) });
	}

	addWave(): void {
		this.waves = [...this.waves, number(crypto.randomUUID(), `Wave ${this.waves.length + 1}`, 20)];
	}

	removeWave(id: string): void {
		const before = this.waves;
		const name = before.find((one) => one.id === id)?.name ?? '';
		this.waves = before.filter((one) => one.id !== id);
		toast(`Removed the wave "${name}".`, { label: 'Undo', key: 'Z', run: () => (this.waves = before) });
	}

	/** Why it cannot be worked out. */
	get incomplete(): string | undefined {
		if (this.waves.length === 0) return 'there is no wave';
		for (const { name, who } of this.waves) {
			if (name.trim() === '') return 'a wave has no name';
			if (who.is === 'groups' && who.groups.length === 0) return `${name} has no group`;
			if (who.is === 'rule' && who.rule.trim() === '') return `${name} has no rule`;
		}
		return undefined;
	}

	#asked(app: string) {
		const waves = this.waves.map(({ id, name, who }) => ({ id, name: name.trim(), who }));
		return { app, gapHours: this.gapHours, waves } as never;
	}

	/** What is planned by now is not what was worked out. */
	isOther(app: string | null): boolean {
		const { asked } = this.#report.value ?? {};
		return asked !== undefined && app !== null && asked !== JSON.stringify(this.#asked(app));
	}

	async run(app: string): Promise<void> {
		if (this.busy || this.incomplete) return;
		const plan = this.#asked(app);
		const stop = this.#begin('runs');
		try {
			const { cancelled, report } = await engine.runPilot(plan, this.#told, stop.signal);
			this.#report.value = { ...report, asked: JSON.stringify(plan) };
			if (cancelled)
				toast(`Stopped after ${report.waves.length} of ${this.waves.length} waves. What is known is kept.`);
		} catch (error) {
			toast(`The waves were not worked out: ${error instanceof Error ? error.message : String(error)}`);
		} finally {
			this.#end();
		}
	}

	/** Does the waves on a branch of the open session, where they stand on the timeline. */
	async open(app: string, name: string): Promise<void> {
		if (this.busy || this.incomplete) return;
		const stop = this.#begin('opens');
		const from = engine.status?.branch ?? 0;
		await opened(name, from, engine.openPilot(this.#asked(app), name, this.#told, stop.signal));
		this.#end();
	}

	#begin(how: 'runs' | 'opens'): AbortController {
		this.busy = how;
		this.progress = null;
		return (this.#stop = new AbortController());
	}

	#told = ({ pilot }: { readonly pilot?: PilotProgress }) => {
		if (pilot) this.progress = pilot;
	};

	#end(): void {
		[this.busy, this.progress, this.#stop] = [null, null, null];
	}

	stop(): void {
		this.#stop?.abort();
	}
}

export const pilot = new PilotPlan();
