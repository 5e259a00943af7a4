import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import type { World } from '#lib/world';
import type { WorkerRow } from '#lib/world/tables/hr';
import { nextEmployment } from '#lib/hr/employments';
import { defineView, pageOf, search, window, type Page } from '../view';
import {
	hrOf,
	isLinked,
	linksOf,
	stateOf,
	workerName,
	workerStates,
	workerText,
	type Hr,
	type WorkerLink,
	type WorkerState
} from './hr';
import { needleOf, searchable } from '../search-text';

const columns = ['name', 'workerId', 'hireDate', 'lastDay', 'organisation', 'title'] as const;

const args = z.object({
	search,
	state: z._default(z.enum(['all', ...workerStates]), 'all'),
	/** Whom a job from HR has linked, or not. */
	linked: z._default(z.enum(['all', 'yes', 'no']), 'all'),
	sort: z.optional(z.enum(columns)),
	descending: z._default(z.boolean(), false),
	...window
});

export interface WorkerListRow {
	readonly slot: Slot;
	readonly workerId: string;
	readonly name: string;
	readonly type: 'Employee' | 'Contingent worker';
	readonly title: string | null;
	readonly organisation: string | null;
	readonly city: string | null;
	readonly state: WorkerState;
	readonly hireDate: string;
	readonly lastDay: string | null;
	/** The first day of an employment that was entered and has not begun (H-158). */
	readonly next: string | null;
	/** Changes that were entered and take effect later. */
	readonly coming: number;
	readonly links: readonly WorkerLink[];
}

export interface Workers extends Page<WorkerListRow> {
	/** null: this company has no human-resources system. */
	readonly hr: Hr | null;
	/** A Worker ID that nobody has. */
	readonly freeId: string;
	readonly organisations: readonly string[];
	readonly cities: readonly string[];
}

/** The workers of the human-resources system, searched, filtered and sorted. */
export const workers = defineView(args, (world, asked): Workers => {
	const hr = hrOf(world);
	if (!hr) return { ...pageOf([], 0, asked, () => null as never), hr, freeId: '', organisations: [], cities: [] };
	const wanted = { ...asked, search: needleOf(asked.search) };
	const found: WorkerRow[] = [];
	const organisations = new Set<string>();
	const cities = new Set<string>();
	let of = 0;
	// The people of the sample who are not hired yet have their numbers already.
	let highest = 999_999 + world.sim.host.tenantRow.size;
	for (const row of world.tables.workers.all()) {
		of++;
		if (row.type === 'E' && /^\d{1,12}$/.test(row.workerId)) highest = Math.max(highest, Number(row.workerId));
		collect(organisations, workerText(row, hr.fields.organisation));
		collect(cities, workerText(row, hr.fields.city));
		if (passes(world, row, wanted, hr)) found.push(row);
	}
	if (asked.sort) sortBy(found, asked.sort, asked.descending, hr);
	return {
		...pageOf(found, of, asked, (row) => workerListRow(world, row, hr)),
		hr,
		freeId: freeAfter(world, highest),
		organisations: [...organisations].sort(),
		cities: [...cities].sort()
	};
});

/** The next number that nobody has, contingent workers included. */
function freeAfter({ tables }: World, highest: number): string {
	for (let id = highest + 1; ; id++) if (tables.workersById.first(String(id)) === undefined) return String(id);
}

function collect(into: Set<string>, text: string | null): void {
	if (text !== null) into.add(text);
}

function passes(world: World, row: WorkerRow, asked: z.output<typeof args>, hr: Hr): boolean {
	if (asked.state !== 'all' && stateOf(row, hr, world.clock) !== asked.state) return false;
	if (asked.search) {
		const { name, title, organisation } = hr.fields;
		const fields = [row.workerId, ...[name, title, organisation].map((field) => workerText(row, field) ?? '')];
		if (!fields.some((field) => searchable(field).includes(asked.search))) return false;
	}
	return asked.linked === 'all' || isLinked(world, row.slot) === (asked.linked === 'yes');
}

/** Who has nothing there comes last either way. */
function sortBy(rows: WorkerRow[], by: (typeof columns)[number], descending: boolean, hr: Hr): void {
	const text = (row: WorkerRow) =>
		(by === 'workerId' || by === 'hireDate' || by === 'lastDay'
			? row[by]
			: workerText(row, hr.fields[by])
		)?.toLowerCase() ?? '';
	const texts = new Map(rows.map((row) => [row, text(row)]));
	const sign = descending ? -1 : 1;
	rows.sort((a, b) => {
		const [x, y] = [texts.get(a)!, texts.get(b)!];
		if (x === y) return a.slot - b.slot;
		if (x === '' || y === '') return x === '' ? 1 : -1;
		return x < y ? -sign : sign;
	});
}

export function workerListRow(world: World, row: WorkerRow, hr: Hr): WorkerListRow {
	return {
		slot: row.slot,
		workerId: row.workerId,
		name: workerName(row, hr),
		type: row.type === 'E' ? 'Employee' : 'Contingent worker',
		title: workerText(row, hr.fields.title),
		organisation: workerText(row, hr.fields.organisation),
		city: workerText(row, hr.fields.city),
		state: stateOf(row, hr, world.clock),
		hireDate: row.hireDate,
		lastDay: row.lastDay,
		next: nextEmployment(row)?.start ?? null,
		coming: row.coming.length,
		links: linksOf(world, row.slot)
	};
}
