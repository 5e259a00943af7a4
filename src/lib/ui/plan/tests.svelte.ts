import { guideRows, plans } from '#lib/content/plans';
import type { TestedRow } from '#lib/session/reports/tests';
import { engine } from '#lib/worker/client.svelte';
import type { GuideRow, RowResult, TestRow } from '#lib/world/plan';
import { draftOf } from '../mapping/draft.svelte';
import { toast } from '../kit';

/** Results, and the moment of the company that they are about. */
interface Kept {
	readonly at: number;
	readonly standing: string;
	readonly results: { readonly [id: string]: RowResult };
}
/** On what, and on whom, somebody wants a row to be tried. */
interface Chosen {
	readonly app?: string;
	readonly person?: number;
}
type Choices = { readonly [row: string]: Chosen };

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isKept = (value: unknown): value is Kept => isObject(value) && isObject(value.results);
const isChoices = (value: unknown): value is Choices => isObject(value) && Object.values(value).every(isObject);
const isRow = (value: unknown): value is TestRow =>
	isObject(value) &&
	typeof value.id === 'string' &&
	typeof value.title === 'string' &&
	isObject(value.act) &&
	Array.isArray(value.expect);
const areRows = (value: unknown): value is readonly TestRow[] => Array.isArray(value) && value.every(isRow);

/** Everything belongs to the open session. */
const keyed = (name: string) => () => {
	const id = engine.status?.session?.id;
	return id === undefined ? null : `plan.${name}.${id}`;
};

export const ownPlan = 'Own rows';
export type AnyRow = TestRow & Partial<GuideRow>;

/** The test plan of the open session: its rows, the choices, the run and what came of it. All of it outlives a reload. */
class Tests {
	readonly #kept = draftOf<Kept>(keyed('results'), isKept);
	readonly #choices = draftOf<Choices>(keyed('choices'), isChoices);
	readonly #own = draftOf<readonly TestRow[]>(keyed('rows'), areRows);
	/** Rows of the present run, in order; empty: nothing runs. */
	queue = $state.raw<readonly string[]>([]);
	done = $state(0);
	#stop: AbortController | null = null;

	get running(): boolean {
		return this.queue.length > 0;
	}

	get own(): readonly TestRow[] {
		return this.#own.value ?? [];
	}

	get results(): Kept['results'] {
		return this.#kept.value?.results ?? {};
	}

	/** The moment that the results are about; null: there are none. */
	get about(): Pick<Kept, 'at' | 'standing'> | null {
		return this.#kept.value;
	}

	choice(id: string): Chosen {
		return this.#choices.value?.[id] ?? {};
	}

	choose(id: string, chosen: Chosen): void {
		this.#choices.value = { ...this.#choices.value, [id]: chosen };
	}

	/** As it is run: with what was chosen for it. */
	asked(row: TestRow): TestRow {
		const { id, title, act, expect } = row;
		const { app = row.app, person = row.person } = this.choice(id);
		return { id, title, act, expect, ...(app !== undefined && { app }), ...(person !== undefined && { person }) };
	}

	get sections(): readonly {
		readonly id: string;
		readonly title: string;
		readonly source: string;
		readonly rows: readonly AnyRow[];
	}[] {
		return [...plans, { id: 'own', title: ownPlan, source: 'Written by you; kept in this browser', rows: this.own }];
	}

	get rows(): readonly AnyRow[] {
		return [...guideRows, ...this.own];
	}

	tested(): TestedRow[] {
		return this.sections.flatMap(({ title, rows }) =>
			rows.map((row) => ({ row, plan: title, result: this.results[row.id] ?? null }))
		);
	}

	save(row: TestRow): void {
		const isNew = !this.own.some(({ id }) => id === row.id);
		this.#own.value = isNew ? [...this.own, row] : this.own.map((one) => (one.id === row.id ? row : one));
		this.forget([row.id]);
	}

	remove(row: TestRow): void {
		const before = this.own;
		this.#own.value = before.filter(({ id }) => id !== row.id);
		toast(`Removed the row "${row.title}".`, { label: 'Undo', key: 'Z', run: () => (this.#own.value = before) });
	}

	forget(ids: readonly string[]): void {
		const kept = this.#kept.value;
		if (!kept) return;
		const results = Object.fromEntries(Object.entries(kept.results).filter(([id]) => !ids.includes(id)));
		this.#kept.value = { ...kept, results };
	}

	/** Runs these rows; a row that was run before loses its result first. */
	async run(rows: readonly TestRow[], about: { readonly at: number; readonly standing: string }): Promise<void> {
		if (this.running || rows.length === 0) return;
		const stop = (this.#stop = new AbortController());
		const ids = rows.map(({ id }) => id);
		const isSame = this.about?.standing === about.standing;
		// Results of another moment do not stand beside new ones.
		const before = isSame ? Object.fromEntries(Object.entries(this.results).filter(([id]) => !ids.includes(id))) : {};
		[this.queue, this.done] = [ids, 0];
		const take = (results: readonly RowResult[]) => {
			this.done = results.length;
			const added = Object.fromEntries(results.map((one) => [one.id, one]));
			this.#kept.value = { at: about.at, standing: about.standing, results: { ...before, ...added } };
		};
		try {
			const asked = rows.map((row) => this.asked(row));
			const report = await engine.runTests(asked as never, ({ results }) => results && take(results), stop.signal);
			take(report.results);
			if (report.cancelled)
				toast(`Stopped after ${report.results.length} of ${rows.length} rows. What was run is kept.`);
		} catch (error) {
			toast(`The test plan was not run: ${error instanceof Error ? error.message : String(error)}`);
		} finally {
			this.queue = [];
			this.#stop = null;
		}
	}

	stop(): void {
		this.#stop?.abort();
	}
}

export const tests = new Tests();
