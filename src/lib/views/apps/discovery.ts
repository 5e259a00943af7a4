import * as z from 'zod/mini';
import {
	categoryOf,
	pagesOf,
	type Category,
	type DiscoveryRow,
	type FoundAccount
} from '#lib/engine/discovery/records';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { discoverable, runningDiscovery } from '#lib/world/apps/discoverable';
import { isAssignedNow } from '#lib/world/directory/assignments';
import type { AppRow } from '#lib/world/tables/rows';
import { accountSlot } from '../accounts-of';
import { historyOf } from '../folds/history';
import { appName, appNamed, directoryName, jobOf, type AppName } from '../names';
import { appKey, defineView, pageOf, search, window, type Page } from '../view';
import { needleOf, searchable } from '../search-text';

/** What Microsoft Graph calls the three (correlatedIdentity). */
const graphStatus = {
	local: 'uncorrelated',
	unassigned: 'correlatedNotAssigned',
	assigned: 'correlatedAssigned'
} as const satisfies { readonly [category in Category]: string };

export interface DiscoveredAccount {
	readonly id: string;
	/** The account as it is now; null: it is gone. */
	readonly slot: number | null;
	readonly name: string;
	readonly userName: string;
	/** The value of the matching attribute. */
	readonly value: string;
	readonly active: boolean;
	readonly category: Category;
	readonly status: (typeof graphStatus)[Category];
	readonly user: { readonly slot: number; readonly name: string; readonly id: string; readonly upn: string } | null;
	/** Not when the report was made, but now. */
	readonly assignedSince: boolean;
	/** Whether the job manages it now. */
	readonly managed: boolean;
	/** Why it stands in its group. */
	readonly reason: string;
	/** The fact that told of the page on which it stood. */
	readonly seq: number;
}

export interface DiscoveryReport {
	readonly startedAt: number;
	readonly endedAt: number;
	readonly target: string;
	readonly source: string;
	readonly counts: { readonly [category in Category]: number };
	readonly accounts: number;
	/** C-423: the application lists in pages. */
	readonly pages: boolean;
	readonly error: { readonly code: string; readonly message: string } | null;
	readonly seq: number;
}

export interface RunningDiscovery {
	readonly startedAt: number;
	/** null: the application has not answered yet. */
	readonly readyAt: number | null;
	/** How many the application has, as it said last, and how many of them have been read. */
	readonly accounts: number;
	readonly read: number;
	readonly pages: { readonly done: number; readonly of: number };
	readonly seq: number;
}

export interface Discovery extends Page<DiscoveredAccount> {
	readonly app: AppName;
	/** Whether there is a job that reads the directory. */
	readonly hasJob: boolean;
	/** C-419: what is compared; null: it cannot be run. */
	readonly match: { readonly target: string; readonly source: string } | null;
	/** Why it cannot be run now; null: it can. */
	readonly refusal: string | null;
	readonly running: RunningDiscovery | null;
	/** The newest that has ended. */
	readonly report: DiscoveryReport | null;
	/** Unassigned users of the report that nobody has assigned since. */
	readonly assignable: number;
}

const asked = { app: appKey, search };

/** The newest report of Account Discovery, and whether another one runs (C-418 to C-423). */
export const discovery = defineView(
	z.object({ ...asked, category: z._default(z.enum(['all', 'local', 'unassigned', 'assigned']), 'all'), ...window }),
	(world, { category, ...args }): Discovery => {
		const app = appNamed(world, args.app);
		const job = jobOf(world, app);
		const match = job && discoverable(world.sim.host, job);
		const refusal = match && 'refusal' in match ? match.refusal : null;
		const running = newest(world, app, ({ endedAt }) => endedAt === null);
		const row = newest(world, app, ({ endedAt }) => endedAt !== null);
		const found = row ? foundIn(world, row, args.search) : [];
		const shown = category === 'all' ? found : found.filter(({ account }) => categoryOf(account) === category);
		return {
			...pageOf(shown, row ? total(row) : 0, args, (one) => accountRow(world, app, row!, one)),
			app: appName(app),
			hasJob: job !== null && !templateOf(app.kind),
			match: match && !('refusal' in match) ? match : null,
			refusal: refusal ?? (job && runningDiscovery(world.sim.host, job) ? 'a report is already running' : null),
			running: running && {
				startedAt: running.startedAt,
				readyAt: running.readyAt,
				accounts: running.total,
				read: readSoFar(running),
				pages: pagesOf(running),
				seq: running.fact
			},
			report: row && reportOf(row),
			assignable: row ? assignable(world, app, found).length : 0
		};
	}
);

/** Whom "Assign all" means: the users of unassigned accounts that pass the search and are not assigned by now. */
export const unassignedUsers = defineView(z.object(asked), (world, args): number[] => {
	const app = appNamed(world, args.app);
	const row = newest(world, app, ({ endedAt }) => endedAt !== null);
	return row ? assignable(world, app, foundIn(world, row, args.search)) : [];
});

interface Found {
	readonly account: FoundAccount;
	readonly seq: number;
}

function newest({ tables }: World, app: AppRow, wanted: (row: DiscoveryRow) => boolean): DiscoveryRow | null {
	const rows = tables.discoveriesByApp.get(app.slot).map((slot) => tables.discoveries.get(slot)!);
	return rows.findLast(wanted) ?? null;
}

function foundIn({ tables }: World, { slot }: DiscoveryRow, text: string): Found[] {
	const needle = needleOf(text);
	const found: Found[] = [];
	for (const page of tables.pagesByDiscovery.get(slot)) {
		const { accounts, fact } = tables.discovered.get(page)!;
		for (const account of accounts) if (!needle || isFound(account, needle)) found.push({ account, seq: fact });
	}
	return found;
}

function isFound({ name, userName, value, id }: FoundAccount, needle: string): boolean {
	return [name, userName, value, id].some((text) => searchable(text).includes(needle));
}

function assignable(world: World, app: AppRow, found: readonly Found[]): number[] {
	const users = new Set<number>();
	for (const { account } of found)
		if (categoryOf(account) === 'unassigned' && isAssignable(world, app, account.user!)) users.add(account.user!);
	return [...users];
}

function isAssignable({ sim, tables }: World, app: AppRow, slot: number): boolean {
	const user = tables.users.get(slot);
	return user !== null && user.softDeletedAt === null && !isAssignedNow(sim, app.slot, slot);
}

function readSoFar({ startIndex, total, readyAt }: DiscoveryRow): number {
	if (readyAt === null) return 0;
	return startIndex === null ? total : startIndex - 1;
}

function total({ counts }: DiscoveryRow): number {
	return counts.local + counts.unassigned + counts.assigned;
}

function reportOf(row: DiscoveryRow): DiscoveryReport {
	const { startedAt, endedAt, target, source, counts, pages, error, endFact } = row;
	return {
		startedAt,
		endedAt: endedAt!,
		target,
		source,
		counts,
		accounts: total(row),
		pages,
		error,
		seq: endFact!
	};
}

function accountRow(world: World, app: AppRow, row: DiscoveryRow, { account, seq }: Found): DiscoveredAccount {
	const category = categoryOf(account);
	const { id, name, userName, value, active } = account;
	const user = account.user === null ? null : userOf(world, account.user);
	const link = world.sim.host.linksTo(row.job, id).some(({ managed }) => managed);
	return {
		id,
		slot: accountSlot(world, app.slot, id) ?? null,
		name,
		userName,
		value,
		active,
		category,
		status: graphStatus[category],
		user,
		assignedSince: category === 'unassigned' && isAssignedNow(world.sim, app.slot, account.user!),
		managed: link,
		reason: reasonOf(world, app, row, account, user?.name ?? ''),
		seq
	};
}

function userOf(world: World, slot: number) {
	const upn = world.tables.users.get(slot)?.attrs.userPrincipalName;
	return {
		slot,
		name: historyOf(world.sim).name('users', slot),
		id: world.tables.users.get(slot)?.id ?? '',
		upn: typeof upn === 'string' ? upn : ''
	};
}

function reasonOf(world: World, app: AppRow, { target, source }: DiscoveryRow, account: FoundAccount, who: string) {
	if (!account.value) return `The account has no ${target}, so nobody can match it.`;
	if (account.user === null)
		return `Nobody in ${directoryName(world)} has the ${source} ${account.value}, which is its ${target}.`;
	const match = `${who} has the ${source} ${account.value}, which is its ${target}`;
	return account.assigned
		? `${match}, and was assigned to ${app.name} when the report was made.`
		: `${match}, but was not assigned to ${app.name} when the report was made.`;
}
