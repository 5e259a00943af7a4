import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import type { JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { accountSlots } from '../accounts-of';
import { jobOf } from '../names';
import { profileOf } from '../profile';
import { defineView, pageOf, search, window, type Page } from '../view';
import { statusCode, statusWords, type StatusCode } from '../status/code';
import { needleOf, searchable } from '../search-text';

const args = z.object({
	search,
	mode: z._default(z.enum(['all', 'Automatic', 'Manual']), 'all'),
	status: z.optional(z.enum(['NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine'])),
	...window
});

export interface AppListRow {
	readonly slot: Slot;
	readonly key: string;
	readonly name: string;
	/** Its kind in the gallery. */
	readonly kind: string;
	readonly id: string;
	/** Provisioning Mode. */
	readonly mode: 'Automatic' | 'Manual';
	readonly status: StatusCode;
	/** "Running", "Off", "Quarantine". */
	readonly statusWords: string;
	/** Direct assignments of users and of groups. */
	readonly users: number;
	readonly groups: number;
	/** null: its target is no application, so that it has none of its own. */
	readonly accounts: number | null;
	readonly nextAt: number | null;
	readonly created: number;
}

/** The enterprise applications, by name. */
export const apps = defineView(args, (world, asked): Page<AppListRow> => {
	const all = [...world.tables.apps.all()].map((app) => appListRow(world, app, jobOf(world, app)));
	const needle = needleOf(asked.search);
	const found = all
		.filter(({ name, key }) => !needle || searchable(name).includes(needle) || key.includes(needle))
		.filter(({ mode }) => asked.mode === 'all' || mode === asked.mode)
		.filter(({ status }) => asked.status === undefined || status === asked.status)
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.slot - b.slot));
	return pageOf(found, all.length, asked, (row) => row);
});

export function appListRow(world: World, app: AppRow, job: JobRow | null): AppListRow {
	const assigned = { user: 0, group: 0 };
	for (const slot of world.tables.assignmentsByApp.get(app.slot)) {
		const row = world.tables.assignments.get(slot)!;
		if (row.until === null) assigned[row.kind]++;
	}
	return {
		slot: app.slot,
		key: app.key,
		name: app.name,
		kind: profileOf(app).name,
		id: app.id,
		mode: job ? 'Automatic' : 'Manual',
		status: statusCode(job),
		statusWords: statusWords(job),
		users: assigned.user,
		groups: assigned.group,
		accounts: profileOf(app).template ? null : accountSlots(world, app.slot, 'User').length,
		nextAt: job?.nextAt ?? null,
		created: app.created
	};
}
